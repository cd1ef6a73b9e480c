import DemarcheEvaluation
import Foundation
import Testing

@Suite struct GoldDocumentTests {
    private static let good = #"{"id": "1", "text": "Ann said so.", "attributions": []}"#

    private func read(_ lines: String, limit: Int? = nil) throws -> [GoldDocument] {
        let file = FileManager.default.temporaryDirectory.appending(path: "gold-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(lines.utf8).write(to: file)
        return try GoldDocument.read(file.path, limit: limit)
    }

    @Test func readsDocumentsInTheirOrder() throws {
        let second = #"{"id":"2","text":"“Ça,” Zoë said.","attributions":[{"source":[[6,9]],"content":[[0,5]],"x":1}]}"#
        let documents = try read(Self.good + "\r\n" + second + "\n")
        #expect(documents.map(\.id) == ["1", "2"])
        #expect(documents[1].attributions == [.init(source: [6..<9], cue: [], content: [0..<5])])
        #expect(try read(Self.good + "\n" + second, limit: 1).map(\.id) == ["1"])
        #expect(try read("").isEmpty)
    }

    @Test(arguments: [
        ("{", "this is not a JSON object"),
        ("", "this is not a JSON object"),
        (#"{"text": "", "attributions": []}"#, "the key “id” is missing"),
        (#"{"id": "2", "attributions": []}"#, "the key “text” is missing"),
        (#"{"id": "2", "text": ""}"#, "the key “attributions” is missing"),
        (#"{"id": 2, "text": "", "attributions": []}"#, "another kind of value is wanted at id"),
        (#"{"id": "1", "text": "", "attributions": []}"#, "the id “1” stands on line 1 already"),
        (
            #"{"id": "2", "text": "Ann", "attributions": [{"cue": [[2, 1]]}]}"#,
            "[2, 1] is no span at attributions 1 cue"
        ),
        (
            #"{"id": "2", "text": "Ann", "attributions": [{"cue": [["a", 1]]}]}"#,
            "another kind of value is wanted at attributions 1 cue 1 1"
        ),
        (
            #"{"id": "2", "text": "Zoë", "attributions": [{"cue": [[0, 4]]}]}"#,
            "attribution 1 marks 0 to 4, and the text has 3 characters"
        ),
    ])
    func namesFileAndLineOfAFault(line: String, message: String) {
        let error = #expect(throws: GoldError.self) { try read(Self.good + "\n" + line + "\n" + Self.good) }
        #expect(error?.message == message)
        #expect(error?.description.hasSuffix(".jsonl:2: \(message)") == true)
    }

    @Test func namesAFileThatIsNotThere() {
        let error = #expect(throws: GoldError.self) { try GoldDocument.read("none.jsonl") }
        #expect(error?.description.hasPrefix("none.jsonl: cannot be read") == true)
    }
}
