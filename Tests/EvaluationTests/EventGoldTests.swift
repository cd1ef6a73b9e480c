import DemarcheEvaluation
import Foundation
import Testing

/// Gold files of events: what is read, and that broken ones end in a message or in nothing.
@Suite struct EventGoldTests {
    private func file(_ text: String, _ name: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).\(name)")
        try Data(text.utf8).write(to: file)
        return file.path
    }

    @Test func readsRecords() throws {
        let path = try file(
            """
            <Sentence date="18950704" id="A-1" category="A"><EventCoding sourcecode="RUR" targetcode="GRA" eventcode="122">
            </EventCoding><Text> Ruritania condemned
            Graustark. </Text></Sentence>
            <Sentence date="18950704" id="A-2"><EventCoding error="x"></EventCoding><Text>No.</Text></Sentence>
            """, "xml")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let records = try PetrarchRecord.read(path)
        #expect(records.map(\.id) == ["A-1"])
        #expect(records.first?.text == "Ruritania condemned Graustark.")
        #expect(records.first?.events == [PetrarchRecord.Triple(source: "RUR", target: "GRA", root: "12")])
    }

    @Test(arguments: [
        "", "<Sentence ", "<Sentence <Text>", "<Sentence ></Text><Text>", "\u{0}", "<EventCoding sourcecode=\"",
    ])
    func readsNothingInWhatIsBroken(text: String) throws {
        let path = try file(text, "xml")
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try PetrarchRecord.read(path).isEmpty)
    }

    @Test(arguments: ["{", "[]", "{\"sentence\":1}"])
    func refusesLinesThatAreNoSentences(text: String) throws {
        let path = try file(text, "jsonl")
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: GoldError.self) { try EventSentence.read(path) }
    }
}
