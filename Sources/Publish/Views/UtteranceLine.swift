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

    /// Who says each, by name: its party, or the speaker of its first statement; those of nobody named are left out.
    package static func speakers(_ utterances: [Utterance], _ store: RecordStore) throws -> [String: String] {
        let parties = try store.titles(of: utterances.compactMap(\.party))
        let unlinked = utterances.filter { $0.party == nil }.compactMap(\.statements.first)
        let said = try store.statements(ids: unlinked).map(\.statement)
        let names = Dictionary(said.map { ($0.id, $0.speaker.shownName) }) { first, _ in first }
        let spoken = utterances.map { one in
            (one.id, one.party.map { parties[$0] } ?? one.statements.first.flatMap { names[$0] ?? nil })
        }
        return Dictionary(spoken.compactMap { id, name in name.map { (id, $0) } }) { first, _ in first }
    }

    /// The lines of `utterances`, in their order.
    ///
    /// - Parameter renderings: how many ways of saying it each line shows side by side; none where they do not differ.
    package static func lines(
        _ utterances: [Utterance], _ store: RecordStore, renderings: Int = 0, _ addresses: any PageAddresses
    ) throws -> [UtteranceLine] {
        let shown = renderings > 0 ? utterances.filter(\.differs).flatMap(\.renderings) : []
        return try lines(utterances, store, addresses, comparing: shown) { utterance, acts in
            guard utterance.differs, renderings > 0 else { return [] }
            return UtteranceView.RenderingView.all(utterance, acts, most: renderings, addresses)
        }
    }

    /// The lines of `utterances`, in their order, with the headlines that render each behind the quotation.
    package static func headlines(
        _ utterances: [Utterance], _ store: RecordStore, _ addresses: any PageAddresses
    ) throws -> [UtteranceLine] {
        try lines(utterances, store, addresses, comparing: utterances.flatMap(\.renderings)) {
            UtteranceView.RenderingView.headlines($0, $1, addresses)
        }
    }

    private static func lines(
        _ utterances: [Utterance], _ store: RecordStore, _ addresses: any PageAddresses,
        comparing compared: [Utterance.Rendering],
        _ renderings: (Utterance, SpeechActs) -> [UtteranceView.RenderingView]
    ) throws -> [UtteranceLine] {
        let speakers = try speakers(utterances, store)
        let fullest = utterances.compactMap(\.renderings.first)
        let acts = try SpeechActs((fullest + compared).map(\.statement), store)
        return utterances.map { utterance in
            let shown = renderings(utterance, acts)
            return UtteranceLine(
                address: addresses.link(.utterance, utterance.id), words: Excerpt.of(utterance.title, most: 220),
                who: speakers[utterance.id] ?? "No speaker named",
                act: utterance.renderings.first.flatMap { acts[$0.statement] },
                date: utterance.date.map(Dates.written) ?? "undated",
                carriers: Figure.count(utterance.carriers.count, "article")
                    + (utterance.outlets.isEmpty
                        ? "" : " of " + Figure.count(utterance.outlets.count, "outlet")) + ", "
                    + Figure.count(utterance.origins.count, "origin"),
                differs: utterance.differs, renderings: shown,
                isShown: !shown.isEmpty)
        }
    }
}

extension Utterance {
    fileprivate var differs: Bool { renderings.contains { !$0.differences.isEmpty } }

    /// The names of the outlets that carry it, in the order of letters.
    var outlets: [String] { Set(carriers.compactMap(\.outlet)).sorted() }

    /// The names of ``origins``; an article of no known outlet is its own.
    var namedOrigins: [String] {
        let articles = Set(carriers.map(\.article))
        return origins.map { articles.contains($0) ? "an article of an outlet not known" : $0 }
    }
}
