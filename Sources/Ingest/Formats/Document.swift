package import DemarcheRecords

/// One thing that may be an article, as an input holds it: its bytes, what type they are of, where they stood, and what
/// the input says about them besides.
package struct Document: Sendable, Equatable {
    package var path: String
    /// Where its record begins in the file, when the file holds many.
    package var offset: Int?
    package var mediaType: MediaType
    package var bytes: [UInt8]
    /// What the user says, which goes before what the bytes say.
    package var stated = Metadata()
    /// What the file around it says, for what the bytes do not.
    package var assumed = Metadata()
    /// What the user calls it, where that is not its place.
    package var name: String?

    package init(path: String, offset: Int? = nil, mediaType: MediaType, bytes: [UInt8]) {
        self.path = path
        self.offset = offset
        self.mediaType = mediaType
        self.bytes = bytes
    }

    /// The file, and behind `#` the offset of the record.
    package var place: String { Source.place(path, offset) }

    /// By which it is refused.
    package var shownName: String { name ?? place }
}

/// What the next record of an input turned out to be.
package enum DocumentEvent: Sendable, Equatable {
    case document(Document)
    case refused(Refusal)
    /// A record that says that a document which came before stands here too.
    case repeated(Repetition)
    /// A record that is no article by its kind: a picture, a request, a redirect.
    case passedOver
}

/// A place at which a document stands that was read before.
package struct Repetition: Sendable, Equatable {
    package var path: String
    package var offset: Int
    /// Of the document's bytes.
    package var sha256: String
}

/// How an input is to be read, beyond what it says itself.
package struct DocumentOptions: Sendable {
    /// The user's names for fields of JSON Lines and CSV.
    package var fieldMap = FieldMap()
    /// What the user says about the article.
    package var stated = Metadata()
    /// The JSON file beside a text or page, which says more about it.
    package var sidecar: [UInt8]?
    /// What the archives that were read before held; by default nothing.
    package var payloads: PayloadIndex?

    package init() {}
}

/// The documents of one input, one after another. Memory holds one of them and a piece of the file, however long that is.
protocol DocumentReader {
    /// Nil at the end.
    mutating func next() -> DocumentEvent?
}

/// Finds out what an input is and reads its documents.
package struct DocumentStream {
    private var reader: any DocumentReader
    private let stated: Metadata

    /// - Parameter path: names the input in messages; its ending says its type, or else its first bytes do.
    package init(_ source: any ByteSource, path: String, options: DocumentOptions = DocumentOptions()) {
        stated = options.stated
        reader = Self.reader(source, path, options)
    }

    /// The documents of one answer that `read --fetch` kept: an article, or the items of a feed.
    ///
    /// - Parameter source: the archive from where the answer's record begins.
    /// - Parameter name: the address that the user gave, by which what cannot be read is refused.
    package init(
        fetched source: any ByteSource, path: String, offset: Int, name: String, options: DocumentOptions
    ) {
        stated = options.stated
        do throws(Refusal) {
            let page = try FetchedPage(source, path: path, offset: offset, name: name)
            reader = FetchedDocuments(page, Self.reader(page.bytes, page.format, page.place, options))
        } catch {
            reader = OneEvent(.refused(error))
        }
    }

    /// An input of which nothing can be read.
    package init(refused: Refusal) {
        stated = Metadata()
        reader = OneEvent(.refused(refused))
    }

    /// The next record of the input; nil at the end. After a refusal the rest is read where it can be.
    package mutating func next() -> DocumentEvent? {
        guard let event = reader.next() else { return nil }
        guard case .document(var document) = event else { return event }
        document.stated = stated.completed(by: document.stated)
        return .document(document)
    }

    private static func reader(
        _ source: any ByteSource, _ path: String, _ options: DocumentOptions
    ) -> any DocumentReader {
        do throws(Refusal) {
            let bytes = ByteReader(source)
            let compression = Compression(head: bytes.peek(4))
            let head = Self.head(bytes, compression, path)
            if head.isEmpty, let failure = bytes.failure { throw failure }
            let format = try FileFormat(path: path, head: head)
            if format == .archive, compression != .zstd { return archive(bytes, path, options) }
            let plain = compression.map { ByteReader(DecompressedBytes(Rest(bytes), $0, path: path)) } ?? bytes
            return Self.reader(plain, format, path, options)
        } catch {
            return OneEvent(.refused(error))
        }
    }

    /// What a file begins with, unpacked as far as it can be; nothing is taken.
    private static func head(_ bytes: ByteReader, _ compression: Compression?, _ path: String) -> [UInt8] {
        guard let compression else { return Array(bytes.peek(FileFormat.headLength)) }
        let start = BytesInMemory(Array(bytes.peek(1 << 16)))
        let head = try? DecompressedBytes(start, compression, path: path).next()
        return Array((head ?? []).prefix(FileFormat.headLength))
    }

    private static func reader(
        _ bytes: ByteReader, _ format: FileFormat, _ path: String, _ options: DocumentOptions
    ) -> any DocumentReader {
        switch format {
        case .single(let type): WholeFile(bytes, type, path, sidecar: options.sidecar)
        case .jsonLines: JSONLines(bytes.behindMark(), path: path, map: options.fieldMap)
        case .json: JSONFile(bytes.behindMark(), path: path, map: options.fieldMap)
        case .csv: CSVRows(bytes.behindMark(), path: path, map: options.fieldMap)
        case .feed: FeedItems(bytes, path: path)
        case .archive: archive(bytes, path, options)
        }
    }

    private static func archive(_ bytes: ByteReader, _ path: String, _ options: DocumentOptions) -> ArchiveReader {
        ArchiveReader(bytes, path: path, payloads: options.payloads ?? PayloadIndex())
    }
}

/// What a reader has not taken yet, for a reader on top of it.
final class Rest: ByteSource {
    private let reader: ByteReader

    init(_ reader: ByteReader) { self.reader = reader }

    func next() throws(Refusal) -> [UInt8] {
        if reader.available.isEmpty, !reader.fill(), let failure = reader.failure { throw failure }
        return reader.take(reader.available.count)
    }
}

/// An input that comes to one event.
struct OneEvent: DocumentReader {
    private var event: DocumentEvent?

    init(_ event: DocumentEvent) { self.event = event }

    mutating func next() -> DocumentEvent? {
        defer { event = nil }
        return event
    }
}
