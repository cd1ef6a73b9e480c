/// Two ways of putting mentions into sets, compared. Neither may hold a mention twice.
package struct LinkMetrics: Sendable {
    package let key: [Set<Int>]
    package let response: [Set<Int>]

    package init(key: [Set<Int>], response: [Set<Int>]) {
        self.key = key
        self.response = response
    }

    /// The links that are missing: Marc Vilain, John Burger, John Aberdeen, Dennis Connolly and Lynette Hirschman, *A
    /// Model-Theoretic Coreference Scoring Scheme*, MUC-6, 1995.
    ///
    /// A set of *n* mentions needs *n* − 1 links; as many of them are missing as the other side parts it into pieces,
    /// less one. Sets of one mention count nothing.
    package var muc: LinkScore { LinkScore(recall: Self.links(key, response), precision: Self.links(response, key)) }

    private static func links(_ sets: [Set<Int>], _ others: [Set<Int>]) -> LinkScore.Fraction {
        sets.reduce(LinkScore.Fraction()) { sum, set in
            let found = others.map { $0.intersection(set).count }.filter { $0 > 0 }
            let pieces = found.count + set.count - found.reduce(0, +)
            return sum + LinkScore.Fraction(part: Double(set.count - pieces), whole: Double(set.count - 1))
        }
    }

    /// Mention by mention: Amit Bagga and Breck Baldwin, *Algorithms for Scoring Coreference Chains*, LREC 1998.
    ///
    /// For each mention, which share of the set that it stands in on one side stands with it on the other; all
    /// mentions weigh the same.
    package var bCubed: LinkScore {
        LinkScore(recall: Self.mentions(key, response), precision: Self.mentions(response, key))
    }

    private static func mentions(_ sets: [Set<Int>], _ others: [Set<Int>]) -> LinkScore.Fraction {
        sets.reduce(LinkScore.Fraction()) { sum, set in
            let shared = others.map { Double($0.intersection(set).count) }
            let part = shared.reduce(0) { $0 + $1 * $1 } / Double(max(set.count, 1))
            return sum + LinkScore.Fraction(part: part, whole: Double(set.count))
        }
    }

    /// Entity by entity: Xiaoqiang Luo, *On Coreference Resolution Performance Metrics*, HLT/EMNLP 2005, with φ₄.
    ///
    /// Each set stands for at most one of the other side, in the way in which the sum of their likeness, 2|K ∩ R| /
    /// (|K| + |R|), is largest.
    package var entityCEAF: LinkScore {
        let likeness = key.map { key in response.map { Self.likeness(key, $0) } }
        let total = Assignment.largestTotal(likeness)
        return LinkScore(
            recall: .init(part: total, whole: Double(key.count)),
            precision: .init(part: total, whole: Double(response.count)))
    }

    private static func likeness(_ left: Set<Int>, _ right: Set<Int>) -> Double {
        2 * Double(left.intersection(right).count) / Double(max(left.count + right.count, 1))
    }
}
