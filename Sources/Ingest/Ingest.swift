package import DemarcheRecords
import DemarcheSourceText

/// Turns bytes into an ``Article``: finds the charset, reads the format, and names the result after the bytes.
///
/// A pure function of the bytes and the file's name. Time and memory grow linearly with the bytes, of which there may
/// be ``largestFile`` at most.
package struct Ingest: Sendable {
    /// 50 MiB. A larger file is no article; dumps of many have readers of their own.
    package static let largestFile = 50 << 20

    private let outlets: Outlets

    /// - Parameter outlets: what outlets are called, by their domains.
    package init(outlets: Outlets = .known) { self.outlets = outlets }

    /// The article in `bytes`, of the type that the ending of `path` says, or else their beginning.
    ///
    /// - Throws: ``Refusal`` that says why the bytes are not read. Nothing is kept of a refused input.
    package func article(path: String, bytes: [UInt8]) throws(Refusal) -> Article {
        try refuseBySize(bytes.count, path)
        guard case .single(let type) = try FileFormat(path: path, head: bytes.prefix(FileFormat.headLength)) else {
            throw Refusal(path: path, code: .unsupportedType, reason: "a file of many articles, not of one")
        }
        return try article(Document(path: path, mediaType: type, bytes: bytes))
    }

    /// The article in a document. Its text follows from the bytes and their type alone.
    ///
    /// - Throws: ``Refusal`` that says why the bytes are not read. Nothing is kept of a refused input.
    package func article(_ document: Document) throws(Refusal) -> Article {
        let place = document.shownName
        try refuseBySize(document.bytes.count, place)
        var (reading, charset) = try read(document, place)
        let found = named(reading.metadata.completed(by: document.assumed))
        let isStated = document.stated.outlet?.name != nil
        reading.metadata = (isStated ? document.stated : named(document.stated)).completed(by: found)
        let source = Source(
            path: document.path, offset: document.offset, mediaType: document.mediaType,
            sha256: Identifier.sha256(document.bytes), charset: charset)
        return article(reading, source)
    }

    private func named(_ metadata: Metadata) -> Metadata {
        var metadata = metadata
        if let outlet = metadata.outlet { metadata.outlet = outlets.named(outlet) }
        return metadata
    }

    static func tooLarge(_ path: String) -> Refusal {
        Refusal(path: path, code: .tooLarge, reason: "over 50 MiB, which is no article; save the article's text alone")
    }

    private func refuseBySize(_ count: Int, _ path: String) throws(Refusal) {
        if count == 0 { throw Refusal(path: path, code: .empty, reason: "the file has no bytes") }
        if count > Self.largestFile {
            throw Refusal(path: path, code: .tooLarge, reason: "\(count) bytes; files up to 50 MiB are read")
        }
    }

    private func read(_ document: Document, _ place: String) throws(Refusal) -> (reading: Reading, charset: String) {
        if document.mediaType == .mail { return try MailReader().read(document.bytes, path: place) }
        let (utf8, charset) = try Charset.decode(document.bytes, path: place)
        guard utf8.contains(where: { $0 > 0x20 }) else {
            throw Refusal(path: place, code: .empty, reason: "only white space in it")
        }
        switch document.mediaType {
        case .plain, .markdown: return (try text(utf8, path: place), charset)
        case .html: return (try HTMLReader().read(utf8, path: place), charset)
        case .record, .mail: return (try RecordReader().read(utf8, path: place), charset)
        }
    }

    private func text(_ utf8: [UInt8], path: String) throws(Refusal) -> Reading {
        guard let matter = FrontMatter(utf8) else { return try TextReader().read(utf8, path: path) }
        var reading = try TextReader().read(matter.body, path: path)
        reading.metadata = matter.metadata.completed(by: reading.metadata)
        return reading
    }

    private func article(_ reading: Reading, _ source: Source) -> Article {
        let blocks = Sections(text: reading.text).marked(reading.blocks)
        var metadata = reading.metadata
        metadata.language = LanguageIdentifier.language(of: reading.text, blocks, declared: metadata.language)
        let credited = Credits.agencies(reading.text, blocks)
        metadata.agencies += credited.filter { !metadata.agencies.contains($0) }
        return Article(
            id: Identifier.article(sha256: source.sha256), source: source, metadata: metadata, text: reading.text,
            blocks: blocks)
    }
}
