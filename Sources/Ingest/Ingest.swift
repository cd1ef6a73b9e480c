package import DemarcheRecords
import DemarcheSourceText

/// Turns bytes into an ``Article``: finds the charset, reads the format, and names the result after the bytes.
///
/// A pure function of the bytes and the file's name. Time and memory grow linearly with the bytes, of which there may
/// be ``largestFile`` at most.
package struct Ingest: Sendable {
    /// 50 MiB. A larger file is no article; dumps of many have readers of their own.
    package static let largestFile = 50 << 20

    package init() {}

    /// The article in `bytes`, of the type that the ending of `path` says.
    ///
    /// - Throws: ``Refusal`` that says why the bytes are not read. Nothing is kept of a refused input.
    package func article(path: String, bytes: [UInt8]) throws(Refusal) -> Article {
        try refuseBySize(bytes.count, path)
        let type = try Self.mediaType(path: path, head: bytes.prefix(512))
        let (utf8, charset) = try Charset.decode(bytes, path: path)
        guard utf8.contains(where: { $0 > 0x20 }) else {
            throw Refusal(path: path, code: .empty, reason: "only white space in it")
        }
        let reading = try read(utf8, as: type, path: path)
        let sha256 = Identifier.sha256(bytes)
        let source = Source(path: path, mediaType: type, sha256: sha256, charset: charset)
        return article(reading, source)
    }

    /// The type of a file by its ending; standard input and files without one by their first bytes.
    ///
    /// - Throws: ``Refusal`` with `unsupportedType` for an ending that no reader takes.
    package static func mediaType(path: String, head: some Collection<UInt8>) throws(Refusal) -> MediaType {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.lastIndex(of: ".").map { name[$0...].dropFirst().lowercased() } ?? ""
        switch ending {
        case "txt", "text": return .plain
        case "md", "markdown": return .markdown
        case "html", "htm", "xhtml": return .html
        case "": return sniff(head)
        default:
            throw Refusal(
                path: path, code: .unsupportedType, reason: ".\(ending) is not read; .txt, .md, .html and .htm are")
        }
    }

    private static func sniff(_ head: some Collection<UInt8>) -> MediaType {
        let start = String(decoding: head, as: UTF8.self).lowercased().drop { $0.isWhitespace }
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html") ? .html : .plain
    }

    private func refuseBySize(_ count: Int, _ path: String) throws(Refusal) {
        if count == 0 { throw Refusal(path: path, code: .empty, reason: "the file has no bytes") }
        if count > Self.largestFile {
            throw Refusal(path: path, code: .tooLarge, reason: "\(count) bytes; files up to 50 MiB are read")
        }
    }

    private func read(_ utf8: [UInt8], as type: MediaType, path: String) throws(Refusal) -> Reading {
        switch type {
        case .plain, .markdown: try TextReader().read(utf8, path: path)
        case .html: try HTMLReader().read(utf8, path: path)
        }
    }

    private func article(_ reading: Reading, _ source: Source) -> Article {
        let blocks = Sections(text: reading.text).marked(reading.blocks)
        var metadata = reading.metadata
        let credited = Credits.agencies(reading.text, blocks)
        metadata.agencies += credited.filter { !metadata.agencies.contains($0) }
        return Article(
            id: Identifier.article(sha256: source.sha256), source: source, metadata: metadata, text: reading.text,
            blocks: blocks)
    }
}
