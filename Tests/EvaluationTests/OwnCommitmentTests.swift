import DemarcheEvaluation
import Foundation
import TestSupport
import Testing

/// The repository's own marked sentences: how they are read, and that the program reads them no worse than before.
@Suite struct OwnCommitmentTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let folder = root.appending(path: "Evaluation/commitments").path

    /// Some two points below what was measured when the floors were set; events that have not come about are a ceiling.
    @Test func readsTheMarkedSentencesNoWorseThanBefore() throws {
        let items = try CommitmentItem.read(gold: Self.folder)
        #expect(items.count > 140)
        let reader = CommitmentPredictions(try TestModel.small())
        var score = CommitmentScore()
        for item in items { score.add(item, reader.found(in: item)) }
        #expect(score.warnings.f1 > 0.88)
        #expect(score.positions.f1 > 0.79)
        #expect(Double(score.statusRight) > 0.91 * Double(score.events.right))
        #expect(Double(score.unreal.said) <= 0.03 * Double(score.unreal.found))
    }

    @Test func readsTheCasesOfTheSuites() throws {
        let folder = Self.root.appending(path: "Tests/ExtractTests/Cases").path
        let items = try ["Warnings", "Status", "Positions", "Events"].flatMap {
            try CommitmentItem.read(gold: folder + "/" + $0)
        }
        #expect(Set(items.map(\.id)).count == items.count)
        #expect(items.count { $0.warnings != nil } > 60)
    }

    @Test func readsARowOfEachKind() throws {
        let item = try #require(
            try items(
                "the fleet sails => Norland will close it | certain “will” | threat | editorial",
                "COERCE restrict 191 | close it | threatened", "sails | hypothetical",
                "Norland | supports-if | close it | if the fleet sails"
            ).first)
        #expect(item.text == "Norland will close it if the fleet sails.")
        #expect(item.warnings?.map(\.trigger) == [[25, 40]])
        #expect(item.events?.map(\.trigger) == [[13, 21], [35, 40]])
        #expect(item.events?.map(\.type) == ["COERCE", ""])
        #expect(item.positions?.map(\.condition) == [[25, 40]])
    }

    @Test func marksTheKindsOfWhichItHasRows() throws {
        let item = try #require(try items("sails | hypothetical").first)
        #expect(item.warnings == nil && item.positions == nil)
        let bare = try #require(try items().first)
        #expect(bare.warnings == [] && bare.events == [] && bare.positions == [])
    }

    @Test(arguments: ["sails", "sail | happened", "sails | perhaps", "a => b | certain | threat | Norland"])
    func refusesRowsThatMarkNothing(row: String) {
        #expect(throws: GoldError.self) { try items("sails | hypothetical", row) }
    }

    private func items(_ rows: String...) throws -> [CommitmentItem] {
        let file = FileManager.default.temporaryDirectory.appending(path: "cases-\(UUID().uuidString).md")
        let text = "# Cases\n\n## one\n\n```text\nNorland will close it if the fleet sails.\n```\n\n"
        try Data((text + rows.map { "- \($0)\n" }.joined()).utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try CommitmentItem.read(gold: file.path)
    }
}
