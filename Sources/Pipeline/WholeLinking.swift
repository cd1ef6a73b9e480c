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
        var linker = Linker(edits: edits, sample: sample)
        try record.eachInput { article, bytes throws(RecordError) in
            linker.add(try RecordMemory.input(article, bytes))
        }
        var keys: [(key: KeyOnDay, article: String)] = []
        let (links, remembered) = linker.linked { more, article in
            for key in more { keys.append((KeyOnDay(key), article)) }
        }
        try record.replaceAll(links)
        try record.replaceKeys(keys)
        try remember(remembered)
    }

    private func remember(_ remembered: Linker.Remembered) throws(RecordError) {
        try record.forgetThings()
        var parties = try RecordParties(record)
        try remembered.parties.copy(to: &parties)
        var stories = RecordStories(record)
        for node in remembered.nodes { try stories.put(node) }
        try record.remember(Array(NearLinking.version(sample: sample).utf8), as: "version")
        try record.remember(remembered.matter.bytes, as: "matter")
        try record.remember(remembered.texts.bytes, as: "texts")
        try record.remember(remembered.stories.bytes, as: "stories")
    }
}
