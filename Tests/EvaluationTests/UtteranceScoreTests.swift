import DemarcheEvaluation
import DemarcheRecords
import Foundation
import TestSupport
import Testing

/// Acts of speech in the repository's own marked articles: how these are read, and that they are found no worse than before.
@Suite struct UtteranceScoreTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Evaluation/utterances").path

    private static func score(_ folder: String) throws -> UtteranceScore {
        let sets = try UtteranceSet.read(folder: folder)
        return UtteranceScore(sets, try UtterancePredictions(sets, try TestModel.small()))
    }

    /// Some two points below what was measured when the floors were set.
    @Test(arguments: [("mending", 0.98, 0.57, 0.6), ("unseen", 0.7, 0.41, 0.52)])
    func findsTheMarkedActsNoWorseThanBefore(
        half: String, precision: Double, f1: Double, origins: Double
    ) throws {
        let score = try Self.score(Self.folder + "/" + half)
        #expect(score.mentions.count > 98)
        #expect(score.mentions.count { $0.statement == nil } < 4)
        #expect(score.pairs.precision > precision)
        #expect(score.pairs.f1 > f1)
        #expect(Double(score.origins.origins) > origins * Double(score.origins.of))
    }

    // MARK: Reading

    private static let report = """
        ## The Courier, 1931-05-04

        ```text
        Marshal: [No Bread|1 force omission]

        Marshal Sapt said on Monday that [there was no bread|1]. “[The mills stand still,|2]” Sapt said.
        ```

        """

    private static func sets(_ text: String) throws -> [UtteranceSet] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(("# Bread\n\n" + text).utf8).write(to: folder.appending(path: "bread.md"))
        return try UtteranceSet.read(folder: folder.path)
    }

    @Test func readsArticlesMarksAndActs() throws {
        let acts =
            "## Acts\n\n- 1 | Sapt: no bread | The Courier | The Courier, Boreal Press or The Courier\n- 2 | Sapt: mills\n"
        let set = try #require(try Self.sets(Self.report + acts).first)
        let report = try #require(set.reports.first)
        #expect([set.name, report.outlet, report.published] == ["bread", "The Courier", "1931-05-04"])
        #expect(report.title == "Marshal: No Bread")
        #expect(report.marks.map(\.act) == [1, 1, 2])
        #expect(report.marks.first?.differences == [.force, .omission])
        #expect(set.sources[1]?.origins == [["The Courier", "Boreal Press"], ["The Courier"]])
        #expect(set.sources[2] == nil)
    }

    @Test(arguments: ["[bread|x]", "[bread|1 taste]", "[bread|1", "bread]"])
    func refusesMarksThatAreNone(marked: String) {
        #expect(throws: GoldError.self) {
            try Self.sets("## The Courier, 1931-05-04\n\n```text\nSapt: \(marked)\n```\n")
        }
    }

    @Test(arguments: ["- one | Sapt", "- 1", "- 1 | Sapt | The Courier"])
    func refusesRowsThatAreNoActs(row: String) {
        #expect(throws: GoldError.self) { try Self.sets(Self.report + "## Acts\n\n\(row)\n") }
    }

    @Test func refusesAnArticleWithoutADay() {
        #expect(throws: GoldError.self) { try Self.sets("## The Courier\n\n```text\nBread\n```\n") }
    }

    // MARK: Counting

    @Test func countsPairs() {
        var counts = UtteranceScore.Counts()
        #expect(counts.f1 == 0)
        (counts.right, counts.found, counts.marked) = (2, 4, 8)
        #expect([counts.precision, counts.recall] == [0.5, 0.25])
    }
}
