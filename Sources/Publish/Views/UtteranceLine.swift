package import DemarcheRecords
package import DemarcheStore

/// An act of speech as it stands in a list.
package struct UtteranceLine {
    package let address: String?
    package let words: String
    package let who: String
    /// What the fullest rendering does with its words (``SpeechActs``).
    package let act: String?
    package let date: String
    /// How many articles carry it, and from how many sources that do not have it from each other.
    package let carriers: String
    package let differs: Bool
    /// Its renderings side by side, where the list shows them and they differ.
    package let renderings: [UtteranceView.RenderingView]
    let isShown: Bool

    /// Who says it by the first article, for those whose party is not known, by name.
    static func speakers(_ utterances: [Utterance], _ store: RecordStore) throws -> [String: String] {
        let first = utterances.filter { $0.party == nil }.compactMap { one in one.statements.first.map { (one.id, $0) }
        }
        let statements = try store.statements(ids: first.map(\.1)).map(\.statement)
        let names = Dictionary(statements.map { ($0.id, $0.speaker.shownName) }) { first, _ in first }
        return Dictionary(first.compactMap { id, said in (names[said] ?? nil).map { (id, $0) } }) { first, _ in first }
    }

    /// The lines of `utterances`, in their order.
    ///
    /// - Parameter renderings: how many ways of saying it each line shows side by side; none where they do not differ.
    package static func lines(
        _ utterances: [Utterance], _ store: RecordStore, renderings: Int = 0, _ addresses: any PageAddresses
    ) throws -> [UtteranceLine] {
        try lines(utterances, store, addresses) { utterance in
            let differs = utterance.renderings.contains { !$0.differences.isEmpty }
            guard differs, renderings > 0 else { return [] }
            return try UtteranceView.RenderingView.all(utterance, store, most: renderings, addresses)
        }
    }

    /// The lines of `utterances`, in their order, with the headlines that render each behind the quotation.
    package static func headlines(
        _ utterances: [Utterance], _ store: RecordStore, _ addresses: any PageAddresses
    ) throws -> [UtteranceLine] {
        try lines(utterances, store, addresses) { try UtteranceView.RenderingView.headlines($0, store, addresses) }
    }

    private static func lines(
        _ utterances: [Utterance], _ store: RecordStore, _ addresses: any PageAddresses,
        _ renderings: (Utterance) throws -> [UtteranceView.RenderingView]
    ) throws -> [UtteranceLine] {
        let names = try store.titles(of: utterances.compactMap(\.party))
        let speakers = try Self.speakers(utterances, store)
        let acts = try SpeechActs(utterances.compactMap(\.renderings.first?.statement), store)
        return try utterances.map { utterance in
            let shown = try renderings(utterance)
            return UtteranceLine(
                address: addresses.link(.utterance, utterance.id), words: Excerpt.of(utterance.title, most: 220),
                who: utterance.party.flatMap { names[$0] } ?? speakers[utterance.id] ?? "No speaker named",
                act: utterance.renderings.first.flatMap { acts[$0.statement] },
                date: utterance.date.map(Dates.written) ?? "undated",
                carriers: Figure.count(utterance.carriers.count, "article")
                    + (utterance.outlets.isEmpty
                        ? "" : " of " + Figure.count(utterance.outlets.count, "outlet")) + ", "
                    + Figure.count(utterance.origins.count, "origin"),
                differs: utterance.renderings.contains { !$0.differences.isEmpty }, renderings: shown,
                isShown: !shown.isEmpty)
        }
    }
}

extension Utterance {
    /// The names of the outlets that carry it, in the order of letters.
    var outlets: [String] { Set(carriers.compactMap(\.outlet)).sorted() }

    /// The names of ``origins``; an article of no known outlet is its own.
    var namedOrigins: [String] {
        let articles = Set(carriers.map(\.article))
        return origins.map { articles.contains($0) ? "an article of an outlet not known" : $0 }
    }
}
