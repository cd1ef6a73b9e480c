import DemarchePipeline
import DemarcheRecords
import DemarcheSourceText
import DemarcheStore
import Foundation
import TestSupport
import Testing

/// Paragraphs that stand in many articles of an outlet are furniture.
@Suite struct RecurringFurnitureTests {
    private static let closing = "The harbour board said that readers can write to the desk in Vaduz at any hour."
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The `number`th article of an outlet, with what comes before and behind its own words.
    private func put(
        _ number: Int, _ outlet: String = "The Courier", before: String = "", after: String = closing, core: Int? = nil
    ) throws {
        let town = ["Vaduz", "Tallinn", "Havana", "Nairobi", "Lima", "Osaka", "Quito", "Dakar"][core ?? number]
        let own =
            "The envoys of both councils met in \(town) on Thursday, and said that the ferries would sail again by the "
            + "end of the month, whatever the weather on the straits."
        try folder.put(
            "\(outlet)-\(number).md",
            "---\noutlet: \(outlet)\n---\nFerries sail, day \(number)\n\n\(before)\n\n\(own)\n\n\(after)\n")
    }

    private func record(_ groups: [[String]]? = nil, _ model: Bool = true) throws -> RecordStore {
        let store = try RecordStore.inMemory()
        let reader = Reader(model ? try TestModel.small() : nil)
        for group in groups ?? [[folder.url.path]] { _ = try reader.read(Inputs.under(group), into: store) }
        return store
    }

    private func recurring(_ store: RecordStore) throws -> [String] {
        try store.articles().flatMap { stored in
            stored.article.blocks.filter { $0.reason == .recurring }.map { String(stored.article.text[$0.span]) }
        }
    }

    private func statements(of store: RecordStore) throws -> [ReportedStatement] {
        try store.statements().map(\.statement).sorted { $0.id < $1.id }
    }

    @Test func marksWhatClosesFiveArticlesOfAnOutletAndReadsItNoMore() throws {
        for number in 0..<5 { try put(number) }
        try put(5, "The Lamp")
        let store = try record()
        #expect(try recurring(store) == [String](repeating: Self.closing, count: 5))
        let statements = try store.statements().map(\.statement)
        #expect(statements.count { $0.speaker.name == "harbour board" } == 1)
        #expect(statements.count { $0.speaker.name != "harbour board" } >= 6)
        #expect(try store.articles().allSatisfy { $0.statementCount != nil })
    }

    @Test func leavesWhatStandsInFour() throws {
        for number in 0..<4 { try put(number) }
        #expect(try recurring(record()).isEmpty)
    }

    @Test func countsCopiesOfOneArticleOnce() throws {
        for number in 0..<8 { try put(number, core: number % 3) }
        #expect(try recurring(record()).isEmpty)
    }

    @Test func leavesWhatStandsBetweenAnArticlesOwnWords() throws {
        for number in 0..<5 { try put(number, after: Self.closing + "\n\nDay \(number) ended without wind.") }
        #expect(try recurring(record()).isEmpty)
    }

    @Test func marksAnUnbrokenRunFromEitherEdge() throws {
        let opening = "The desk gathers here what it heard on the piers in the course of the day."
        for number in 0..<5 {
            try put(number, before: opening, after: "The tide tables stand on page nine.\n\n" + Self.closing)
        }
        let marked = try recurring(record())
        #expect(marked.prefix(3) == [opening, "The tide tables stand on page nine.", Self.closing])
        #expect(marked.count == 15)
    }

    @Test func givesTheSameRecordInAnyOrderOfReading() throws {
        for number in 0..<6 { try put(number) }
        let paths = (0..<6).map { folder.path("The Courier-\($0).md") }
        let once = try record([paths])
        let later = try record([[paths[5]], paths.reversed().suffix(3), Array(paths)])
        #expect(try once.statements().map(\.statement) == later.statements().map(\.statement))
        #expect(try recurring(once) == recurring(later))
    }

    @Test func learnsWhatAKilledRunLeft() throws {
        for number in 0..<5 { try put(number) }
        let store = try RecordStore.inMemory()
        for input in Inputs.under([folder.url.path]) {
            try Reader.articles(in: input) { _ = try store.keep($0.get(), bytes: [], findings: nil) }
        }
        #expect(try recurring(store).isEmpty)
        let tally = try Reader(nil).read(Inputs.under([folder.url.path]), into: store)
        #expect((tally.unchanged, tally.furnitureLearned) == (5, 5))
    }

    @Test func leavesArticlesWithStatementsToARunWithAModel() throws {
        for number in 0..<4 { try put(number) }
        let store = try record()
        let before = try store.statements().count
        try put(4)
        let tally = try Reader(nil).read(Inputs.under([folder.url.path]), into: store)
        #expect(tally.furnitureLearned == 1)
        #expect(try store.statements().count == before)
        let again = try Reader(TestModel.small()).read(Inputs.under([folder.path("The Courier-4.md")]), into: store)
        #expect((again.readAnew, again.furnitureLearned) == (1, 5))
        #expect(try recurring(store).count == 5)
        #expect(try store.statements().map(\.statement) == record().statements().map(\.statement))
    }

    /// A date that only the name of a file gives is not the article's, and two names may stand for the same bytes.
    @Test func findsTheSameWhateverTheFilesAreCalled() throws {
        for number in 0..<5 { try put(number) }
        let plain = try statements(of: record())
        for number in 0..<5 {
            try FileManager.default.moveItem(
                atPath: folder.path("The Courier-\(number).md"),
                toPath: folder.path("2031-04-0\(number + 1)-courier.md"))
        }
        #expect(try statements(of: record()) == plain)
    }
}
