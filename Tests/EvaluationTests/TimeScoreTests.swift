import DemarcheEvaluation
import Testing

@Suite struct TimeScoreTests {
    private typealias Mark = TimeDocument.Mark

    @Test func countsAsTheReferenceScorerDoes() {
        var score = TimeScore()
        let gold = [
            Mark(s: 0, e: 4, value: "1962"), Mark(s: 10, e: 20, value: "1962-10"), Mark(s: 30, e: 33, value: "P2D"),
        ]
        let found = [
            Mark(s: 12, e: 20, value: "1962-10"), Mark(s: 0, e: 4, value: "1963"), Mark(s: 40, e: 44, value: "1964"),
            Mark(s: 14, e: 16, value: "1965"),
        ]
        score.add(gold: gold, predicted: found)
        #expect((score.strict, score.relaxed, score.value) == (1, 2, 1))
        #expect(score.summary == "time strict=28.57 relaxed=57.14 value=28.57 gold=3 predicted=4")
    }

    @Test func usesEachExpressionOnce() {
        let gold = [Mark(s: 0, e: 5, value: "a"), Mark(s: 5, e: 9, value: "b")]
        let pairs = TimeScore.pairs(gold, [Mark(s: 3, e: 7, value: "b")])
        #expect(pairs.map(\.gold.value) == ["a"])
    }

    @Test func givesZeroOfNothing() {
        #expect(TimeScore().summary == "time strict=0.00 relaxed=0.00 value=0.00 gold=0 predicted=0")
    }

    @Test func namesWhatDiffers() {
        let document = TimeDocument(
            id: "d", dct: "2022-03-16", text: "In May 1962 and 1963.",
            timex: [Mark(s: 3, e: 11, value: "1962-05"), Mark(s: 16, e: 20, value: "1963")])
        let errors = TimeErrors(document, [Mark(s: 3, e: 6, value: "2022-05"), Mark(s: 7, e: 11, value: "1962")])
        #expect(errors.lines.map { $0.prefix(9) } == ["d value  ", "d extra  ", "d missed "])
    }

    @Test func refusesFilesThatAreNone() {
        #expect(throws: GoldError.self) { try TimeDocument.read("/nowhere.jsonl") }
        #expect(throws: GoldError.self) { try TimeSpecification.read("/nowhere.json") }
    }
}
