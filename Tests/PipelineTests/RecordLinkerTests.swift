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

    /// So few that most articles change no weight of a word.
    private static let sample = 3

    private func linkedAtOnce(_ pieces: some Sequence<InventedCrisis.Piece>) throws -> Links {
        let store = try RecordStore.inMemory()
        try keep(pieces, in: store)
        try RecordLinker(store, sample: Self.sample).link(anew: true)
        return try store.allLinks()
    }

    /// Links the record; gives whether only what stands near a change was linked.
    private func link(_ store: RecordStore) throws -> Bool {
        let linker = RecordLinker(store, sample: Self.sample)
        try linker.keepInputs { _ in }
        let isNear = try store.linking { record throws(RecordError) in
            try NearLinking(record, sample: Self.sample, most: RecordLinker.many)?.changesWeights == false
        }
        try linker.link()
        return isNear
    }

    @Test func findsLinksOfEveryTypeInTheInventedCrisis() throws {
        let links = try linkedAtOnce(InventedCrisis(seed: 1, count: 40).pieces)
        #expect(!links.parties.isEmpty && !links.mentions.isEmpty && !links.duplicates.isEmpty)
        #expect(!links.utterances.isEmpty && !links.proposals.isEmpty && !links.series.isEmpty)
        #expect(!links.contradictions.isEmpty && !links.occurrences.isEmpty)
        #expect(!links.stories.isEmpty && !links.episodes.isEmpty)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>) func givesTheSameInStepsAsAtOnce(seed: UInt64) throws {
        var crisis = InventedCrisis(seed: seed, count: 60)
        let whole = try linkedAtOnce(crisis.pieces)
        let store = try RecordStore.inMemory()
        var rest = crisis.shuffled(crisis.pieces)
        var near = 0
        while !rest.isEmpty {
            let step = rest.count > 40 ? 20 : min(rest.count, 1 + crisis.next(5))
            try keep(rest.prefix(step), in: store)
            rest.removeFirst(step)
            near += try link(store) ? 1 : 0
        }
        #expect(near > 2)
        expectSame(try store.allLinks(), whole)
    }

    /// Articles that come, go and are read anew, one at a time.
    @Test(arguments: 11...13 as ClosedRange<UInt64>) func givesTheSameAfterAnyChange(seed: UInt64) throws {
        var crisis = InventedCrisis(seed: seed, count: 60)
        let others = InventedCrisis(seed: seed + 100, count: 60).pieces
        var current = Array(crisis.pieces.prefix(50))
        let store = try RecordStore.inMemory()
        try keep(current, in: store)
        _ = try link(store)
        var near = 0
        for step in 0..<10 {
            let place = crisis.next(50)
            switch crisis.next(3) {
            case 0:
                current.append(crisis.pieces[min(59, current.count)])
                try keep(current.suffix(1), in: store)
            case 1:
                // At the path of an earlier one, so that it is a version of that.
                current[place] = others[place]
                try keep([others[place]], in: store)
            default:
                current[place].findings = step % 2 == 0 ? Findings() : crisis.pieces[place].findings
                _ = try store.keep(
                    current[place].article, bytes: current[place].bytes, findings: current[place].findings,
                    by: ReaderVersion(actors: ["dictionary \(step)"]))
            }
            near += try link(store) ? 1 : 0
            expectSame(try store.allLinks(), try linkedAtOnce(current))
        }
        #expect(near > 2)
    }

    /// Of more copies than are all compared with each other, which ones meet changes with one more or less.
    @Test func givesTheSameAmongManyCopies() throws {
        let pieces = InventedCrisis(seed: 21, copies: 80).pieces
        let other = InventedCrisis(seed: 22, count: 3).pieces[2]
        let store = try RecordStore.inMemory()
        try keep(pieces.prefix(70), in: store)
        _ = try link(store)
        var near = 0
        for more in pieces.dropFirst(70) {
            try keep([more], in: store)
            near += try link(store) ? 1 : 0
        }
        expectSame(try store.allLinks(), try linkedAtOnce(pieces))
        try keep([other], in: store)
        near += try link(store) ? 1 : 0
        expectSame(try store.allLinks(), try linkedAtOnce(pieces.prefix(2) + pieces.dropFirst(3) + [other]))
        #expect(near > 2)
    }

    /// What the user said of parties holds for articles that come after it.
    @Test func heedsEditsAroundWhatIsNew() throws {
        let pieces = InventedCrisis(seed: 31, count: 60).pieces
        let edit = PartyEdit(.merge, ["Mara Lind", "Iris Venn"])
        let (steps, whole) = (try RecordStore.inMemory(), try RecordStore.inMemory())
        try keep(pieces.prefix(50), in: steps)
        try steps.add(edit)
        _ = try link(steps)
        var near = 0
        for piece in pieces.dropFirst(50) {
            try keep([piece], in: steps)
            near += try link(steps) ? 1 : 0
        }
        try keep(pieces, in: whole)
        try whole.add(edit)
        try RecordLinker(whole, sample: Self.sample).link(anew: true)
        expectSame(try steps.allLinks(), try whole.allLinks())
        #expect(near > 2)
    }

    /// By type, so that one sees what differs.
    private func expectSame(_ links: Links, _ others: Links) {
        #expect(links.parties == others.parties)
        #expect(links.mentions == others.mentions)
        #expect(links.duplicates == others.duplicates)
        #expect(links.utterances == others.utterances)
        #expect(links.proposals == others.proposals)
        #expect(links.series == others.series)
        #expect(links.contradictions == others.contradictions)
        #expect(links.occurrences == others.occurrences)
        #expect(links.stories == others.stories)
        #expect(links.episodes == others.episodes)
    }

    @Test func heedsWhatIsReadAnew() throws {
        var crisis = InventedCrisis(seed: 7, count: 20)
        let store = try RecordStore.inMemory()
        try keep(crisis.pieces, in: store)
        _ = try link(store)
        var changed = crisis.pieces
        changed[crisis.next(20)].findings = Findings()
        let other = ReaderVersion(actors: ["another dictionary"])
        for piece in changed {
            _ = try store.keep(piece.article, bytes: piece.bytes, findings: piece.findings, by: other)
        }
        #expect(try !store.isLinked())
        _ = try link(store)
        expectSame(try store.allLinks(), try linkedAtOnce(changed))
    }

    @Test func leavesOutWhatALaterVersionReplaced() throws {
        let crisis = InventedCrisis(seed: 8, count: 20)
        let later = InventedCrisis(seed: 9, count: 1)
        let store = try RecordStore.inMemory()
        try keep(crisis.pieces, in: store)
        _ = try link(store)
        try keep(later.pieces, in: store)
        _ = try link(store)
        // Both have a first part at one path, so that the later one is a version of it.
        expectSame(try store.allLinks(), try linkedAtOnce(crisis.pieces.dropFirst() + later.pieces))
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
