import DemarcheRecords

/// Tells from whom articles have the words that they carry.
///
/// The farthest agency or outlet that a statement is credited to; else the agency that the article credits in its dateline or as its
/// author, or whose text it prints; else the outlet
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
        let outlets = Set(statements.compactMap(\.outlet)).sorted()
        let known = byArticle.compactMapValues { $0.lazy.compactMap { origin($0, among: outlets) }.first }
        let firsts = byArticle.values.compactMap { $0.min(by: Self.precedes) }.sorted(by: Self.precedes)
        let credited = firsts.lazy.compactMap { known[$0.article] }.first
        let all = firsts.map { statement in
            Utterance.Carrier(
                article: statement.article, outlet: statement.outlet, published: statement.published,
                origin: known[statement.article] ?? credited ?? firsts[0].outlet ?? firsts[0].article)
        }
        let first = all.first { $0.outlet?.lowercased() == credited?.lowercased() } ?? all[0]
        return (first, all)
    }

    /// By day; of one day the direct and longer words first, since others may be drawn from them.
    private static func precedes(_ one: StatedWords, _ other: StatedWords) -> Bool {
        let (day, also) = (one.publishedDay?.number ?? .max, other.publishedDay?.number ?? .max)
        if day != also { return day < also }
        let (direct, directToo) = (one.directness == .direct, other.directness == .direct)
        if direct != directToo { return direct }
        return (-one.words.count, one.id) < (-other.words.count, other.id)
    }

    /// - Parameter outlets: those that carry the words; one that is told them has them first.
    private func origin(_ statement: StatedWords, among outlets: [String]) -> String? {
        let told = statement.addressee.flatMap { words in outlets.first { words.contains(StatedWords.spaced($0)) } }
        return statement.credits.last ?? told ?? statement.agency ?? agencies[statement.article]
            ?? (statement.isFirstHand ? statement.outlet : nil)
    }
}
