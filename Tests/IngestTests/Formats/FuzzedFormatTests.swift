import DemarcheIngest
import DemarcheRecords
import Foundation
import Testing

/// What the fuzzer kept, read again: each line of `Tests/Fuzz/formats.base64` is an input, whose first byte names its type.
@Suite struct FuzzedFormatTests {
    private static let names = [
        "a", "a.txt", "a.md", "a.html", "a.eml", "a.json", "a.jsonl", "a.csv", "a.xml", "a.warc", "a.mhtml",
        "a.jsonl.gz",
    ]

    @Test func readsThemWithoutATrapAndProvesEachText() throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let lines = try String(contentsOf: tests.appending(path: "Fuzz/formats.base64"), encoding: .utf8)
        let inputs = lines.split(separator: "\n").compactMap { Data(base64Encoded: String($0)).map { [UInt8]($0) } }
        #expect(inputs.count > 10)
        for bytes in inputs {
            let name = Self.names[Int(bytes.first ?? 0) % Self.names.count]
            for document in StreamedInput(Array(bytes.dropFirst()), path: name, piece: 1 + bytes.count % 97).documents {
                guard let article = try? Ingest().article(document) else { continue }
                let again = Document(path: "b", mediaType: document.mediaType, bytes: document.bytes)
                #expect(try Ingest().article(again).text == article.text)
            }
        }
    }
}
