import DemarcheIngest
import DemarcheRecords
import Testing

@Suite struct TextRefusalTests {
    private static let prose = Array("The envoys met again on Tuesday, and they left in the evening.\n".utf8)

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var path: String = "a.txt"
        var bytes: [UInt8]
        var code: Refusal.Code
    }

    private static let cases = [
        Case(testDescription: "no bytes", bytes: [], code: .empty),
        Case(testDescription: "white space", bytes: Array(" \r\n\t \n".utf8), code: .empty),
        Case(
            testDescription: "white space behind a byte-order mark", bytes: [0xEF, 0xBB, 0xBF, 0x20, 0x0A], code: .empty
        ),
        Case(testDescription: "a zero byte in prose", bytes: prose + [0] + prose, code: .binary),
        Case(
            testDescription: "a zero byte far down",
            bytes: Array(repeating: prose, count: 3000).flatMap(\.self) + [0] + prose, code: .binary),
        Case(
            testDescription: "a NUL in UTF-16", bytes: [0xFF, 0xFE] + (prose + [0]).flatMap { [$0, 0] }, code: .binary),
        Case(testDescription: "zero bytes", bytes: [UInt8](repeating: 0, count: 4096), code: .binary),
        Case(testDescription: "a PDF", bytes: Array("%PDF-1.7\n".utf8) + prose, code: .binary),
        Case(
            testDescription: "a PNG", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + prose,
            code: .binary),
        Case(testDescription: "a zip file", bytes: Array("PK\u{3}\u{4}".utf8) + prose, code: .binary),
        Case(testDescription: "rich text", bytes: Array("{\\rtf1 ".utf8) + prose, code: .binary),
        Case(testDescription: "a PDF by name", path: "a.pdf", bytes: prose, code: .unsupportedType),
        Case(testDescription: "a picture by name", path: "x/a.PNG", bytes: prose, code: .unsupportedType),
        Case(
            testDescription: "one line of 2 MiB",
            bytes: Array(repeating: Array("word ".utf8), count: 420_000).flatMap(\.self), code: .tooComplex),
        Case(testDescription: "no sentence", bytes: Array("Home\nMenu\nPrint\nNext page\n".utf8), code: .notAnArticle),
    ]

    @Test(arguments: cases) func refuses(_ bad: Case) throws {
        let refusal = try #require(throws: Refusal.self) { try Ingest().article(path: bad.path, bytes: bad.bytes) }
        #expect(refusal.code == bad.code)
        #expect(refusal.path == bad.path)
        #expect(!refusal.reason.isEmpty)
    }

    @Test func refusesMoreThan50MiBByItsCount() throws {
        let bytes = [UInt8](repeating: 0x61, count: 50 << 20 + 1)
        let refusal = try #require(throws: Refusal.self) { try Ingest().article(path: "a.txt", bytes: bytes) }
        #expect(refusal.code == .tooLarge)
        #expect(refusal.reason == "52428801 bytes; files up to 50 MiB are read")
    }

    @Test(arguments: ["a.txt", "b.TXT", "c.text", "d.md", "e.markdown", "-", "folder.d/f"])
    func reads(path: String) throws {
        let article = try Ingest().article(path: path, bytes: Self.prose)
        #expect(article.source.path == path)
        #expect(article.source.mediaType == (path.hasSuffix("d.md") || path.hasSuffix("markdown") ? .markdown : .plain))
    }

    @Test func refusesATextOfTooManyLines() {
        let text = String(repeating: "One line of it reads as a sentence.\n\n", count: 200_001)
        let refusal = #expect(throws: Refusal.self) { try Ingest().article(path: "a.txt", bytes: Array(text.utf8)) }
        #expect(refusal?.code == .tooComplex)
    }
}
