import DemarcheAnnotate
import Foundation
import TestSupport
import Testing

/// What the fuzzer kept, read again: each line of `Tests/Fuzz/*.base64` is an input.
@Suite struct FuzzedInputTests {
    private static func inputs(_ name: String) throws -> [[UInt8]] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let lines = try String(contentsOf: folder.appending(path: "Fuzz/\(name).base64"), encoding: .utf8)
        return lines.split(separator: "\n").compactMap { Data(base64Encoded: String($0)).map { [UInt8]($0) } }
    }

    @Test func annotatesTexts() throws {
        let worker = LanguageWorker(try TestModel.small())
        let inputs = try Self.inputs("text")
        #expect(inputs.count > 100)
        for bytes in inputs {
            let text = String(decoding: bytes, as: UTF8.self)
            let annotated = worker.annotate(text)
            let last = annotated.tokens.last.map { Int($0.end) + ($0.isFollowedByBlank ? 1 : 0) } ?? 0
            #expect(last == text.utf8.count, "\(text.debugDescription)")
        }
    }

    /// A section of a good model that says something else is refused by name.
    @Test(arguments: [
        ("tokenizer.exceptions", "don't\u{1F}xxxxxxxxxxxxxxxxxxxx\u{1F}"),
        ("tokenizer.exceptions", "don't\u{1F}\u{1F}"),
        ("tokenizer.patterns", "("), ("ner.moves", "9 PERSON"),
        ("rules", "0\u{1D}0\u{1D}POS=X\u{1D}TAG\u{1F}LIKE\u{1F}x"),
    ])
    func refusesASectionThatIsNotAsItShouldBe(name: String, text: String) throws {
        let good = [UInt8](try Data(contentsOf: URL(fileURLWithPath: TestModel.path)))
        let path = FileManager.default.temporaryDirectory.appending(path: "demarche-\(UUID().uuidString).model").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let number = try #require(ModelFileSeal.section(name, of: good))
        let bytes = withUnsafeBytes(of: (UInt32(1), UInt32(text.utf8.count))) { Array($0) } + Array(text.utf8)
        try Data(ModelFileSeal.altered(good, section: number, with: bytes[...], whole: true)).write(
            to: URL(fileURLWithPath: path))
        let error = #expect(throws: ModelError.self) { try LanguageModel(path: path) }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains("“\(name)”") == true, "\(String(describing: error))")
    }

    /// With a checksum that fits, as the fuzzer gives them one: refused, but never a trap.
    @Test func refusesModels() throws {
        let inputs = try Self.inputs("model")
        #expect(inputs.count > 100)
        let path = FileManager.default.temporaryDirectory.appending(path: "demarche-\(UUID().uuidString).model").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        for bytes in inputs {
            try Data(ModelFileSeal.sealed(bytes)).write(to: URL(fileURLWithPath: path))
            #expect(throws: ModelError.self) { try LanguageModel(path: path) }
        }
    }
}
