import DemarcheLink
import Foundation
import Testing

@testable import DemarcheEvaluation

@Suite struct StoryScoreTests {
    @Test func countsByArticle() {
        let gold = ["a": "1", "b": "1", "c": "2", "d": "2"]
        let figures = BCubed(gold: gold, found: ["a": "x", "b": "x", "c": "x"])
        // a and b: 2/3 and 1; c: 1/3 and 1/2; d, of which nothing was said, alone: 1 and 1/2.
        #expect(abs(figures.precision - (2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 4) < 1e-9)
        #expect(abs(figures.recall - 0.75) < 1e-9)
        #expect(BCubed(gold: [:], found: [:]).f1 == 0)
    }

    @Test func readsGroupsAndWritesPredictions() throws {
        let text = "The gunboats of Graustark closed the Strait of Zenda to the tankers of Ruritania on Monday."
        let lines = [("1", "Strait of Zenda closed", text), ("2", "Zenda closed to tankers", text), ("3", "Snow", "")]
            .map { #"{"id":"\#($0.0)","title":"\#($0.1)","text":"\#($0.2)","date":"1911-03-02","cluster":"z"}"# }
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".jsonl")
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let gold = try StoryGold.read(file.path)
        let score = StoryScore(gold, StoryPredictions(gold, .episode))
        #expect(score.summary == "stories precision=1.0000 recall=0.5556 f1=0.7143")
        #expect(score.predictionLines.split(separator: "\n").count == 3)
        #expect(score.errors.first == "split z")
    }
}
