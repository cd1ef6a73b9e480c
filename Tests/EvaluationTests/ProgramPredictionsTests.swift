import Foundation
import TestSupport
import Testing

@testable import DemarcheEvaluation

@Suite struct ProgramPredictionsTests {
    private static let spoken = GoldDocument(
        id: "spoken", text: "Émigrés wait in Vaduz\n\n“Nothing is decided,” said Zoë Müller, the envoy of Ruritania.\n",
        attributions: [])
    private static let documents = [
        spoken, GoldDocument(id: "menu", text: "Home\nMenu\n", attributions: []),
        GoldDocument(id: "marked", text: "\u{FEFF}" + spoken.text, attributions: []),
        GoldDocument(id: "again", text: spoken.text, attributions: []),
    ]

    @Test func countScalarsAndTextsThatWereNotRead() throws {
        let predictions = ProgramPredictions(Self.documents, try TestModel.small())
        let found = try #require(predictions.byDocument["spoken"])
        let scalars = Array(Self.spoken.text.unicodeScalars)
        let words = found.map {
            [$0.source, $0.cue, $0.content].map { $0.map { String(String.UnicodeScalarView(scalars[$0])) } }
        }
        #expect(words.first?[0].first?.hasPrefix("Zoë Müller") == true)
        #expect(words.first?.dropFirst() == [["said"], ["Nothing is decided,"]])
        #expect(found.first?.naming == "named")
        #expect(predictions.byDocument["again"] == found)
        #expect(predictions.refused.map(\.id) == ["menu"])
        #expect(predictions.changed == ["marked"])
        #expect(predictions.lines(of: Self.documents).first == "texts 4  refused 1  changed 1")
    }

    @Test func comeBackFromAFileAsTheyWere() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "predictions-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        let marked = MarkedAttribution(
            source: [], cue: [0..<4], content: [5..<9, 12..<14], rule: "Rule", naming: "named", directness: "mixed",
            confidence: 0.25)
        try PredictionFile.write(["again": [marked]], of: Self.documents, to: file.path)
        let read = try PredictionFile.read(file.path)
        #expect(read == ["spoken": [], "menu": [], "marked": [], "again": [marked]])
    }
}
