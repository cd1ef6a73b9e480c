import DemarcheEvaluation
import Foundation
import Testing

/// The rules of the reference scorer, on a sentence whose words stand at known places.
@Suite struct CommitmentScoreTests {
    private static let text = "If Ruritania arms, war could follow, said Graustark."
    private static let gold = """
        {"id":"a","text":"\(text)","warnings":[{"trigger":[3,17],"consequence":[19,35],"force":"possible",\
        "issuer":"Graustark","kind":"threat"}],"events":[{"trigger":[19,22],"type":"ASSAULT","status":"hypothetical",\
        "actors":[],"recipients":[]}],"positions":[{"party":"the minister of Graustark","on_behalf_of":"",\
        "proposal":[3,17],"stance":"opposes","condition":null}]}
        """
    private func items(_ line: String, marked: Bool = true) throws -> [CommitmentItem] {
        let file = FileManager.default.temporaryDirectory.appending(path: "commitments-\(UUID().uuidString).jsonl")
        try Data((line + "\n").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try CommitmentItem.read(file.path, marked: marked)
    }

    private func score(_ predicted: String) throws -> CommitmentScore {
        var score = CommitmentScore()
        score.add(try items(Self.gold)[0], try items(predicted, marked: false)[0])
        return score
    }

    @Test func givesFullMarksToTheGoldItself() throws {
        let score = try score(Self.gold)
        #expect((score.warnings.f1, score.positions.f1, score.events.f1) == (1, 1, 1))
        #expect((score.statusRight, score.typeRight, score.unreal.said) == (1, 1, 0))
        #expect(score.errors.isEmpty)
    }

    @Test(arguments: [("probable", 1), ("certain", 0), ("precondition", 1)])
    func countsAForceWithinOneStep(force: String, right: Int) throws {
        let score = try score(Self.gold.replacing("\"possible\"", with: "\"\(force)\""))
        #expect((score.warningsFound, score.warnings.right) == (1, right))
    }

    @Test func countsWhatIsSaidToHaveHappened() throws {
        let score = try score(Self.gold.replacing("hypothetical", with: "happened"))
        #expect((score.events.right, score.statusRight) == (1, 0))
        #expect(score.unreal == (found: 1, said: 1))
    }

    @Test func pairsNothingThatOverlapsTooLittle() throws {
        let score = try score(Self.gold.replacing("[3,17]", with: "[13,52]").replacing("[19,22]", with: "[42,51]"))
        #expect((score.warningsFound, score.positionsFound, score.events.right) == (0, 0, 0))
        #expect(score.warnings.recall == 0)
    }

    @Test func leavesOffersOutOfTheCount() throws {
        var score = CommitmentScore()
        let offer = try items(Self.gold.replacing("\"threat\"", with: "\"offer\""))[0]
        score.add(offer, offer)
        #expect((score.warnings.gold, score.warnings.said) == (0, 0))
    }

    @Test(arguments: ["{}", "no JSON", "{\"id\":\"a\",\"text\":\"x\",\"events\":[{\"trigger\":[0,9]}]}"])
    func refusesWhatIsNoItem(line: String) {
        #expect(throws: GoldError.self) { try items(line) }
    }
}
