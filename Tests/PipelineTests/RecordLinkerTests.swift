import DemarcheRecords
import DemarcheStore
import TestSupport
import Testing

@testable import DemarchePipeline

/// Linking step by step gives what linking at once gives.
@Suite struct RecordLinkerTests {
    private func keep(_ pieces: some Sequence<InventedCrisis.Piece>, in store: RecordStore) throws {
        for piece in pieces { _ = try store.keep(piece.article, bytes: piece.bytes, findings: piece.findings) }
    }

    private func linkedAtOnce(_ pieces: some Sequence<InventedCrisis.Piece>) throws -> Links {
        let store = try RecordStore.inMemory()
        try keep(pieces, in: store)
        return try RecordLinker(store).link(anew: true)
    }

    @Test func findsLinksOfEveryTypeInTheInventedCrisis() throws {
        let links = try linkedAtOnce(InventedCrisis(seed: 1, count: 40).pieces)
        #expect(!links.parties.isEmpty && !links.mentions.isEmpty && !links.duplicates.isEmpty)
        #expect(!links.utterances.isEmpty && !links.proposals.isEmpty && !links.series.isEmpty)
        #expect(!links.contradictions.isEmpty && !links.occurrences.isEmpty)
        #expect(!links.stories.isEmpty && !links.episodes.isEmpty)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>) func givesTheSameInStepsAsAtOnce(seed: UInt64) throws {
        var crisis = InventedCrisis(seed: seed, count: 30)
        let whole = try linkedAtOnce(crisis.pieces)
        let store = try RecordStore.inMemory()
        var rest = crisis.shuffled(crisis.pieces)
        while !rest.isEmpty {
            let step = min(rest.count, 1 + crisis.next(12))
            try keep(rest.prefix(step), in: store)
            rest.removeFirst(step)
            try RecordLinker(store).link()
        }
        #expect(try store.allLinks() == whole)
    }

    @Test func heedsWhatIsReadAnew() throws {
        var crisis = InventedCrisis(seed: 7, count: 20)
        let store = try RecordStore.inMemory()
        try keep(crisis.pieces, in: store)
        try RecordLinker(store).link()
        var changed = crisis.pieces
        changed[crisis.next(20)].findings = Findings()
        let other = ReaderVersion(actors: ["another dictionary"])
        for piece in changed {
            _ = try store.keep(piece.article, bytes: piece.bytes, findings: piece.findings, by: other)
        }
        #expect(try !store.isLinked())
        try RecordLinker(store).link()
        #expect(try store.allLinks() == linkedAtOnce(changed))
    }

    @Test func leavesOutWhatALaterVersionReplaced() throws {
        let crisis = InventedCrisis(seed: 8, count: 20)
        let later = InventedCrisis(seed: 9, count: 1)
        let store = try RecordStore.inMemory()
        try keep(crisis.pieces, in: store)
        try RecordLinker(store).link()
        try keep(later.pieces, in: store)
        try RecordLinker(store).link()
        // Both have a first part at one path, so that the later one is a version of it.
        #expect(try store.allLinks() == linkedAtOnce(crisis.pieces.dropFirst() + later.pieces))
    }

    @Test func readsOnlyWhatIsNew() throws {
        let crisis = InventedCrisis(seed: 10, count: 12)
        let store = try RecordStore.inMemory()
        try keep(crisis.pieces.prefix(10), in: store)
        var read: [Int] = []
        try RecordLinker(store).link { read.append($0) }
        #expect(read == Array(1...10))
        try keep(crisis.pieces, in: store)
        read = []
        try RecordLinker(store).link { read.append($0) }
        #expect(read == [11, 12])
        read = []
        try RecordLinker(store).link(anew: true) { read.append($0) }
        #expect(read == Array(1...12))
    }
}

extension RecordStore {
    /// All links of the record, in the order in which linking gives them.
    fileprivate func allLinks() throws -> Links {
        var found = Links()
        found.parties = try sorted()
        found.mentions = try found.parties.flatMap { try mentions(of: $0.id) }.sorted { one, other in
            (one.entry, one.role.rawValue, one.place) < (other.entry, other.role.rawValue, other.place)
        }
        found.duplicates = try sorted()
        found.utterances = try sorted()
        found.proposals = try sorted()
        found.series = try sorted()
        found.contradictions = try sorted()
        found.occurrences = try sorted()
        found.stories = try sorted()
        found.episodes = try sorted()
        return found
    }

    private func sorted<Link: LinkRecord>() throws -> [Link] { try links(Link.self).sorted { $0.id < $1.id } }
}
