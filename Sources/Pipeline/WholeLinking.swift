import DemarcheLink
import DemarcheRecords
import DemarcheStore

/// Links all that a record holds from what is kept of its articles, and remembers what ``NearLinking`` asks for.
struct WholeLinking {
    private let record: LinkTransaction
    private let sample: Int

    init(_ record: LinkTransaction, sample: Int) {
        self.record = record
        self.sample = sample
    }

    func link(edits: [PartyEdit]) throws(RecordError) {
        let linker = try linker(edits)
        var keys: [(key: KeyOnDay, article: String)] = []
        let (parties, mentions, memory) = linker.partyLinks()
        let (links, remembered) = linker.linked(parties, mentions) { Self.take($0, $1, &keys) }
        try record.replaceParties(parties, mentions)
        try record.forgetThings()
        var remembering = try RecordParties(record)
        try memory.copy(to: &remembering)
        try replace(links, remembered, keys)
    }

    /// Links all but parties, which stand in the record as they are now.
    func linkAllButParties() throws(RecordError) {
        let linker = try linker([])
        var keys: [(key: KeyOnDay, article: String)] = []
        let (parties, mentions) = try (record.links(Party.self), record.mentions())
        let (links, remembered) = linker.linked(parties, mentions) { Self.take($0, $1, &keys) }
        try replace(links, remembered, keys)
    }

    private func linker(_ edits: [PartyEdit]) throws(RecordError) -> Linker {
        var linker = Linker(edits: edits, sample: sample)
        try record.eachInput { article, bytes throws(RecordError) in
            linker.add(try RecordMemory.input(article, bytes))
        }
        return linker
    }

    private static func take(
        _ more: [NeighbourKey], _ article: String, _ keys: inout [(key: KeyOnDay, article: String)]
    ) {
        for key in more { keys.append((KeyOnDay(key), article)) }
    }

    private func replace(
        _ links: Links, _ remembered: Linker.Remembered, _ keys: [(key: KeyOnDay, article: String)]
    ) throws(RecordError) {
        try record.replaceAllButParties(links)
        try record.replaceKeys(keys)
        var stories = RecordStories(record)
        try stories.putAll(remembered.nodes)
        try record.remember(Array(NearLinking.version(sample: sample).utf8), as: "version")
        try record.remember(remembered.matter.bytes, as: "matter")
        try record.remember(remembered.texts.bytes, as: "texts")
        try record.remember(remembered.stories.bytes, as: "stories")
    }
}
