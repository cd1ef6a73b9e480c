import DemarcheRecords

/// Compares headlines, standfirsts and leads that warn with the words below them that say the same.
///
/// Two warnings of one party in one article say the same if they render one act of speech, or if the words for what would follow
/// are alike. Only forces that words about the consequence give are compared: *may lead to war* over *will lead to war*, and not
/// *warned of war*. Quadratic in the warnings of an article.
struct DriftFinder {
    /// The part of the words for a consequence that another must have to be alike, of the fewer words.
    private static let alike = 0.5

    /// The act of speech that a statement renders.
    let utterances: [String: String]

    /// - Parameter warnings: those of one party about one proposal.
    /// - Returns: drifts in the order of articles and parts.
    func drifts(_ warnings: [Concern]) -> [Series.Drift] {
        let byArticle = Dictionary(grouping: warnings.filter { $0.wordedForce != nil }, by: \.article)
        return byArticle.keys.sorted().flatMap { article in
            [Series.Point.Part.headline, .standfirst, .lead].compactMap { drift(byArticle[article] ?? [], of: $0) }
        }
    }

    private func drift(_ warnings: [Concern], of part: Series.Point.Part) -> Series.Drift? {
        let above = warnings.filter { $0.part == part }
        for lower in part == .lead ? [Series.Point.Part.quotation] : [.quotation, .text, .lead] {
            let below = warnings.filter { $0.part == lower }
            let pairs = above.flatMap { one in below.filter { saysSame(one, $0) }.map { (one, $0) } }
            if pairs.isEmpty { continue }
            return drift(Self.firmest(pairs.map(\.0)), Self.firmest(pairs.map(\.1)))
        }
        return nil
    }

    private func drift(_ above: Concern?, _ below: Concern?) -> Series.Drift? {
        guard let above, let below, let force = above.wordedForce, let other = below.wordedForce, force != other else {
            return nil
        }
        return Series.Drift(
            article: above.article, (above.id, above.part, force), over: (below.id, below.part, other))
    }

    /// The first of those that are firmest.
    private static func firmest(_ warnings: [Concern]) -> Concern? {
        warnings.min { one, other in
            guard let force = one.wordedForce, let also = other.wordedForce, force != also else {
                return one.id < other.id
            }
            return force > also
        }
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
