import DemarcheRecords
import DemarcheStore
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DemarcheServe

@Suite struct KeptAnswersTests {
    /// How often a page was made.
    private final class Maker: Sendable {
        private let made = Mutex(0)
        func make() -> String { "made \(made.withLock { $0 += 1; return $0 }) times" }
    }

    @Test func keepsAPageUntilSomethingIsWritten() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try RecordStore(path: folder.appendingPathComponent("a.demarche").path, creating: true)
        let kept = KeptAnswers(.zero, of: store)
        let maker = Maker()
        #expect(try kept.answer("/") { maker.make() } == "made 1 times")
        #expect(try kept.answer("/") { maker.make() } == "made 1 times")
        #expect(try kept.answer("/events") { maker.make() } == "made 2 times")
        try store.add(PartyEdit(.merge, ["y-1", "y-2"]))
        #expect(try kept.answer("/") { maker.make() } == "made 3 times")
        kept.removeAll()
        #expect(try kept.answer("/") { maker.make() } == "made 4 times")
    }

    @Test func keepsNoErrors() throws {
        struct Failure: Error {}
        let kept = KeptAnswers(.zero, of: try RecordStore.inMemory())
        #expect(throws: Failure.self) { try kept.answer("/") { throw Failure() } }
        #expect(try kept.answer("/") { "page" } == "page")
    }

    /// Of a record in memory nobody can tell whether something was written.
    @Test func makesThePagesOfARecordInMemoryAnew() throws {
        let kept = KeptAnswers(.zero, of: try RecordStore.inMemory())
        let maker = Maker()
        for count in 1...2 { #expect(try kept.answer("/") { maker.make() } == "made \(count) times") }
    }
}
