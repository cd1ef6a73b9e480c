import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Foundation

/// A format with what the fuzzer feeds to its readers, and what must hold whatever that is.
package enum FuzzedFormat: String, CaseIterable, Sendable {
    case html, plain, matter, feed, archive, mail, json, csv, packed

    /// What was wrong with the reading of an input.
    package struct Violation: Error, Equatable { package let what: String }

    /// The inputs in `Tests/Fuzz` that the fuzzer kept, a line of base64 each.
    package func kept() throws -> [[UInt8]] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let lines = try String(contentsOf: tests.appending(path: "Fuzz/\(rawValue).base64"), encoding: .utf8)
        return lines.split(separator: "\n").compactMap { Data(base64Encoded: String($0)).map { [UInt8]($0) } }
    }

    /// Reads an input whose first byte chooses the name and how many bytes come at a time, the rest being the file. Its documents
    /// come in order, blocks lie in the text, and the bytes of a document alone give the same text again.
    ///
    /// - Returns: how many articles there were.
    @discardableResult
    package func read(_ input: [UInt8]) throws(Violation) -> Int {
        let choice = Int(input.first ?? 0)
        var stream = stream(choice, Array(input.dropFirst()))
        var (last, articles) = (-1, 0)
        while let event = stream.next() {
            guard case .document(let document) = event else { continue }
            if let offset = document.offset, document.path == names[choice % names.count] {
                guard offset > last else { throw Violation(what: "a record begins before the one in front of it") }
                last = offset
            }
            if try Self.isArticle(document) { articles += 1 }
        }
        return articles
    }

    private static func isArticle(_ document: Document) throws(Violation) -> Bool {
        guard let article = try? Ingest().article(document) else { return false }
        guard article.blocks.allSatisfy({ article.text.holds($0.span) }) else {
            throw Violation(what: "a block lies outside the text")
        }
        let again = Document(path: "b", mediaType: document.mediaType, bytes: document.bytes)
        guard (try? Ingest().article(again))?.text == article.text else {
            throw Violation(what: "the bytes alone give another text")
        }
        return true
    }

    private func stream(_ choice: Int, _ bytes: [UInt8]) -> DocumentStream {
        let name = names[choice % names.count]
        var options = DocumentOptions()
        var content = bytes
        if self == .matter, name == "a.txt" {
            (options.sidecar, content) = (bytes, Array("The envoys met again on Tuesday in the old hall.".utf8))
        } else if self == .packed, name.hasSuffix(".warc") {
            content = Self.answer(bytes, coding: ["br", "deflate", "zstd", "gzip"][choice / names.count % 4])
        }
        return DocumentStream(BytesInMemory(content, piece: 1 + choice * 7), path: name, options: options)
    }

    /// The file's names, which choose the reader.
    private var names: [String] {
        switch self {
        case .html: ["a.html"]
        case .plain: ["a.txt", "a.md", "a"]
        case .matter: ["a.md", "a.txt"]
        case .feed: ["a.xml", "a.json"]
        case .archive: ["a.warc", "a.arc"]
        case .mail: ["a.eml", "a.mhtml"]
        case .json: ["a.jsonl", "a.json"]
        case .csv: ["a.csv", "a.tsv"]
        case .packed: ["a.txt.gz", "a.jsonl.zst", "a.warc", "a.warc.gz"]
        }
    }

    /// A record of an archive whose body has a coding of HTTP.
    private static func answer(_ body: [UInt8], coding: String) -> [UInt8] {
        let head = Array("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: \(coding)\r\n\r\n".utf8)
        let length = head.count + body.count
        let record = Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(length)\r\n\r\n".utf8)
        return record + head + body + Array("\r\n\r\n".utf8)
    }
}
