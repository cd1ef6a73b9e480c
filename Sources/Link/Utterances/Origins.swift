import DemarcheRecords

/// Tells from whom articles have the words that they carry.
///
/// The farthest agency or outlet that a statement is credited to; else the agency whose text the article prints; else the outlet
/// itself where it says that it heard the words. All others have them from an unknown source, which is not counted as one of
/// its own: five outlets that print one spokesman without credit are one origin.
struct Origins: Sendable {
    private var agencies: [String: String] = [:]

    init(_ duplicates: [Duplicate]) {
        for duplicate in duplicates {
            guard let agency = duplicate.agency else { continue }
            for article in duplicate.articles where agencies[article] == nil { agencies[article] = agency }
        }
    }

    /// One carrier an article, by day and name, and the first or credited one.
    func carriers(of statements: [StatedWords]) -> (origin: Utterance.Carrier, all: [Utterance.Carrier]) {
        let byArticle = Dictionary(grouping: statements, by: \.article)
        let known = byArticle.compactMapValues { $0.lazy.compactMap(origin).first }
        let firsts = byArticle.values.compactMap(\.first).sorted { one, other in
            (one.publishedDay?.number ?? .max, one.article) < (other.publishedDay?.number ?? .max, other.article)
        }
        let credited = firsts.lazy.compactMap { known[$0.article] }.first
        let all = firsts.map { statement in
            Utterance.Carrier(
                article: statement.article, outlet: statement.outlet, published: statement.published,
                origin: known[statement.article] ?? credited ?? firsts[0].outlet ?? firsts[0].article)
        }
        let first = all.first { $0.outlet?.lowercased() == credited?.lowercased() } ?? all[0]
        return (first, all)
    }

    private func origin(_ statement: StatedWords) -> String? {
        statement.credits.last ?? agencies[statement.article] ?? (statement.isFirstHand ? statement.outlet : nil)
    }
}
