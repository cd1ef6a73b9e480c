import DemarcheRecords

/// Compares headlines, standfirsts and leads that warn with the words below them that say the same.
///
/// Two warnings of one party in one article say the same if they render one act of speech, or if the words for what would follow
/// are alike. Forces are compared that words about the consequence give: *may lead to war* over *will lead to war*. *Warned of war*
/// leaves open how firmly, and says less only than that war is inevitable. Quadratic in the warnings of an article.
struct DriftFinder {
    private typealias Pair = (above: Concern, below: Concern)

    /// The part of the words for a consequence that another must have to be alike, of the fewer words.
    private static let alike = 0.5

    /// The act of speech that a statement renders.
    let utterances: [String: String]

    /// - Parameter warnings: those of one party about one proposal.
    /// - Returns: drifts in the order of articles and parts.
    func drifts(_ warnings: [Concern]) -> [Series.Drift] {
        let byArticle = Dictionary(grouping: warnings, by: \.article)
        return byArticle.keys.sorted().flatMap { article in
            [Series.Point.Part.headline, .standfirst, .lead].compactMap { drift(byArticle[article] ?? [], of: $0) }
        }
    }

    private func drift(_ warnings: [Concern], of part: Series.Point.Part) -> Series.Drift? {
        let above = warnings.filter { $0.part == part }
        for lower in part == .lead ? [Series.Point.Part.quotation] : [.quotation, .text, .lead] {
            let below = warnings.filter { $0.part == lower }
            let pairs = above.flatMap { one in below.map { (one, $0) } }.filter(areComparable)
            if let pair = Self.firmest(pairs) { return drift(pair) }
        }
        return nil
    }

    private func drift(_ pair: Pair) -> Series.Drift? {
        guard let force = pair.above.force, let other = pair.below.force, force != other else { return nil }
        return Series.Drift(
            article: pair.above.article, (pair.above.id, pair.above.part, force),
            over: (pair.below.id, pair.below.part, other))
    }

    /// That with the firmest words above and, of those, with the firmest below.
    private static func firmest(_ pairs: [Pair]) -> Pair? {
        let steps = { (pair: Pair) in [pair.above, pair.below].map { $0.force?.step ?? 0 } }
        return pairs.min { one, other in
            let (firm, also) = (steps(one), steps(other))
            return firm == also
                ? (one.above.id, one.below.id) < (other.above.id, other.below.id) : also.lexicographicallyPrecedes(firm)
        }
    }

    private func areComparable(_ pair: Pair) -> Bool {
        let forces = [pair.above.force, pair.below.force]
        guard !forces.contains(.precondition), saysSame(pair.above, pair.below) else { return false }
        return forces.contains(.inevitable) || pair.above.isWorded && pair.below.isWorded
    }

    private func saysSame(_ one: Concern, _ other: Concern) -> Bool {
        if let act = one.statement.flatMap({ utterances[$0] }), act == other.statement.flatMap({ utterances[$0] }) {
            return true
        }
        let least = min(one.consequence.count, other.consequence.count)
        let shared = one.consequence.intersection(other.consequence).count
        return least > 0 && Double(shared) >= Self.alike * Double(least)
    }
}
