import DemarcheRecords

extension LocalLinker {
    /// The acts of speech that groups of statements render.
    func utterances(_ groups: [[Int]], _ things: StatedThings) throws(Memory.Failure) -> [Utterance] {
        let articles = Set(groups.joined().map { things.stated[$0].article })
        let duplicates = try memory.links(Duplicate.self, holdingAny: articles).sorted { $0.id < $1.id }
        return UtteranceLinker.utterances(groups, things, directory, Origins(duplicates))
    }
}
