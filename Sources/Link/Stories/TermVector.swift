/// Weights of terms, by term; only of those that have any.
struct TermVector: Sendable {
    private(set) var terms: [Int32]
    private(set) var weights: [Float]

    /// - Precondition: `terms` grow.
    init(terms: [Int32], weights: [Float]) {
        self.terms = terms
        self.weights = weights
    }

    static func + (left: TermVector, right: TermVector) -> TermVector {
        var sum = TermVector(terms: [], weights: [])
        sum.terms.reserveCapacity(left.terms.count + right.terms.count)
        sum.weights.reserveCapacity(left.terms.count + right.terms.count)
        var (here, there) = (0, 0)
        while here < left.terms.count || there < right.terms.count {
            let mine = here < left.terms.count ? left.terms[here] : .max
            let theirs = there < right.terms.count ? right.terms[there] : .max
            sum.terms.append(min(mine, theirs))
            sum.weights.append(
                (mine <= theirs ? left.weights[here] : 0) + (theirs <= mine ? right.weights[there] : 0))
            if mine <= theirs { here += 1 }
            if theirs <= mine { there += 1 }
        }
        return sum
    }

    /// The `count` heaviest terms, the heaviest first; of equal weights the smaller term.
    func heaviest(_ count: Int) -> [Weighed] {
        var heaviest = Heaviest(count)
        for (term, weight) in zip(terms, weights) { heaviest.offer(Weighed(number: term, weight: weight)) }
        return heaviest.kept
    }

    /// Only the `count` heaviest terms, once there are twice as many.
    func cut(to count: Int) -> TermVector {
        guard terms.count > 2 * count else { return self }
        let all = zip(terms, weights).map { Weighed(number: $0, weight: $1) }
        let kept = all.sorted(by: >).prefix(count).sorted { $0.number < $1.number }
        return TermVector(terms: kept.map(\.number), weights: kept.map(\.weight))
    }

    /// Of length 1; itself when it has none.
    var normalized: TermVector {
        let length = weights.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? TermVector(terms: terms, weights: weights.map { $0 / length }) : self
    }
}
