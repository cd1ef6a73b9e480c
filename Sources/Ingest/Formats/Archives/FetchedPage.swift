import DemarcheRecords

/// One answer of a server, taken from the archive in which `read --fetch` keeps what it gets, with its codings undone.
struct FetchedPage {
    let path: String
    let offset: Int
    let name: String
    let address: WebAddress?
    let format: FileFormat
    let bytes: ByteReader

    var place: String { Source.place(path, offset) }

    /// - Throws: ``Refusal`` under `name` when it is damaged, too large unpacked, or of a type that is not read.
    init(_ source: any ByteSource, path: String, offset: Int, name: String) throws(Refusal) {
        (self.path, self.offset, self.name) = (path, offset, name)
        let budget = UnpackingBudget()
        guard let (record, message) = Self.answer(source, budget) else {
            throw Refusal(
                path: name, code: .damaged, reason: "\(Source.place(path, offset)) holds no answer; fetch it again")
        }
        address = record.address.flatMap(WebAddress.init)
        let content = try message.content(path: name, budget)
        format = try Self.format(message.fields.mediaType, content.prefix(FileFormat.headLength), name)
        bytes = ByteReader(BytesInMemory(content))
    }

    private static func answer(_ source: any ByteSource, _ budget: UnpackingBudget) -> (ArchiveRecord, HTTPMessage)? {
        let bytes = ByteReader(GzipMember(ByteReader(source), budget))
        guard let line = bytes.line(limit: ArchiveRecord.lineLimit), ArchiveRecord.isWARC(line.bytes),
            let record = HeaderFields(head: bytes).flatMap(ArchiveRecord.init),
            record.type == "response", record.length <= Ingest.largestFile
        else { return nil }
        let block = bytes.take(record.length)
        guard block.count == record.length, let message = HTTPMessage(block) else { return nil }
        return (record, message)
    }

    /// By what the server says it is, and by its first bytes where that says little.
    private static func format(
        _ type: String?, _ head: ArraySlice<UInt8>, _ name: String
    ) throws(Refusal) -> FileFormat {
        switch type {
        case "text/html"?, "application/xhtml+xml"?: return .single(.html)
        case "message/rfc822"?, "multipart/related"?: return .single(.mail)
        case "application/rss+xml"?, "application/atom+xml"?, "application/rdf+xml"?, "application/xml"?, "text/xml"?:
            return .feed
        case "application/feed+json"?, "application/json"?: return .json
        case "text/plain"?, "text/markdown"?, "application/octet-stream"?, nil:
            let sniffed = try FileFormat(path: "", head: head)
            return [.single(.html), .feed].contains(sniffed) ? sniffed : .single(.plain)
        case let other?:
            throw Refusal(
                path: name, code: .unsupportedType, reason: "\(other) is not read; pages, plain text and feeds are")
        }
    }
}

/// The documents of a page, each with its place in the archive and the address it came from.
struct FetchedDocuments: DocumentReader {
    private let page: FetchedPage
    private var documents: any DocumentReader

    init(_ page: FetchedPage, _ documents: any DocumentReader) { (self.page, self.documents) = (page, documents) }

    mutating func next() -> DocumentEvent? {
        switch documents.next() {
        case .document(let document)?: .document(placed(document))
        case .refused(let refusal)?: .refused(renamed(refusal))
        case let other: other
        }
    }

    private func placed(_ document: Document) -> Document {
        var document = document
        document.name = Source.place(page.name, document.offset)
        guard document.offset == nil else { return document }
        (document.path, document.offset) = (page.path, page.offset)
        document.assumed.url = page.address?.text
        document.assumed.outlet = page.address.map { Outlet(name: nil, domain: $0.domain) }
        return document
    }

    private func renamed(_ refusal: Refusal) -> Refusal {
        var refusal = refusal
        if refusal.path.hasPrefix(page.place) { refusal.path = page.name + refusal.path.dropFirst(page.place.count) }
        return refusal
    }
}
