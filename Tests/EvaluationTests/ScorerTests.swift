import DemarcheEvaluation
import Foundation
import Testing

/// The scorer against what the reference scorer, which is written in Python, gave for texts of our own: `Data` holds
/// gold, predictions, and the reference's output.
@Suite struct ScorerTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Data")

    static func alignments(
        threshold: Double = 0.5, pieces: Bool = false, speech: Bool = false
    ) throws -> [DocumentAlignment] {
        let gold = try GoldDocument.read(folder.appending(path: "gold.jsonl").path)
        let predictions = try PredictionFile.read(folder.appending(path: "predictions.jsonl").path)
        return AttributionScorer(threshold: threshold, pieces: pieces, speech: speech).alignments(gold, predictions)
    }

    @Test(arguments: ["plain", "pieces", "speech"])
    func printsWhatTheReferencePrints(name: String) throws {
        let expected = try String(contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8)
        let alignments = try Self.alignments(pieces: name == "pieces", speech: name == "speech")
        let lines = AttributionTable.lines(AttributionCounts(alignments))
        #expect(lines.joined(separator: "\n") + "\n" == expected)
    }

    @Test func endsWithALineForScripts() throws {
        let plain = AttributionCounts(try Self.alignments())
        let speech = AttributionCounts(try Self.alignments(speech: true))
        #expect(
            AttributionTable.summary(plain, speech: speech)
                == "attributions attr_f1=46.15 speech_f1=45.45 direct_f1=44.44 mixed_f1=66.67 indirect_f1=42.86 documents=4"
        )
    }

    @Test func countsNothingWhereNothingIs() {
        let counts = AttributionCounts([])
        #expect(AttributionTable.lines(counts)[3] == "content@T                         0       0       0")
        #expect(
            AttributionTable.summary(counts, speech: counts)
                == "attributions attr_f1=0.00 speech_f1=0.00 direct_f1=0.00 mixed_f1=0.00 indirect_f1=0.00 documents=0")
    }

    @Test func countsByTypeCauseAndRule() throws {
        let alignments = try Self.alignments()
        #expect(
            AttributionTable.kinds(AttributionCounts(alignments)) == [
                "type      gold  predicted       P      R     F1",
                "direct       4          5   40.00  50.00  44.44",
                "mixed        2          1  100.00  50.00  66.67",
                "indirect     6          8   37.50  50.00  42.86",
            ])
        #expect(
            ErrorTable.causes(alignments) == [
                "gold not found      gold      %",
                "missed cue             1   8.33",
                "wrong span             2  16.67",
                "prediction taken       0   0.00",
                "wrong source           3  25.00",
                "- no source at all     0   0.00",
            ])
        #expect(
            ErrorTable.rules(alignments) == [
                "rule         predictions  aligned  right  precision",
                "Before                 8        5      4      50.00",
                "None                   3        1      0       0.00",
                "Behind                 2        2      1      50.00",
                "AccordingTo            1        1      1     100.00",
            ])
        #expect(ErrorTable.named(alignments) == ["named speakers  aligned 8  right 5  precision 62.50"])
    }

    @Test func comparesConfidenceWithWhatIsRight() throws {
        let lines = Reliability.lines(try Self.alignments())
        #expect(lines.first == "confidence from  predictions   mean   right")
        #expect(lines.last == "0.9                        4  93.75   75.00")
        let gold = try GoldDocument.read(Self.folder.appending(path: "gold.jsonl").path)
        let itself = Dictionary(uniqueKeysWithValues: gold.map { ($0.id, $0.attributions) })
        #expect(Reliability.lines(AttributionScorer().alignments(gold, itself)).isEmpty)
    }

    @Test func namesThePredictionThatOtherGoldTook() {
        let text = "Ann Example said the pass was open and the road was shut."
        func marked(_ content: Range<Int>) -> MarkedAttribution {
            .init(source: [0..<11], cue: [12..<16], content: [content])
        }
        let gold = GoldDocument(id: "1", text: text, attributions: [marked(17..<56), marked(17..<42)])
        let alignment = AttributionScorer().alignment(gold, [marked(17..<56)])
        #expect(alignment.pairs.map(\.gold) == [0])
        #expect(alignment.errors.map(\.cause) == [.taken])
        #expect(
            AttributionScorer(threshold: 0.9).alignment(gold, [marked(17..<56)]).errors.map(\.cause) == [.wrongSpan])
    }

    @Test(arguments: [
        ("a_b  c1", [0..<1, 2..<3, 5..<7]), ("e\u{301}a", [0..<1, 2..<3]), ("½ ٣Ⅷ二", [0..<1, 2..<5]), ("🕊—_", []),
        ("\u{11F04}", []),
    ])
    func findsTheWordsThatPythonFinds(text: String, expected: [Range<Int>]) {
        #expect(PythonWords.ranges(in: Array(text.unicodeScalars)) == expected)
    }
}
