import DemarcheRecords

/// Turns the block of one record into what can be read in it.
struct ArchivedPayload {
    let path: String
    let offset: Int

    /// Types that are read, by name. What else an archive holds (pictures, scripts, feeds of its own) is passed over.
    private static let types: [String: MediaType] = [
        "text/html": .html, "application/xhtml+xml": .html, "text/plain": .plain, "text/markdown": .markdown,
        "message/rfc822": .mail, "multipart/related": .mail,
    ]

    /// Whether a block of this record can hold an article.
    static func isWanted(_ record: ArchiveRecord) -> Bool {
        switch record.type {
        case "response": record.address?.hasPrefix("dns:") != true
        case "resource", "conversion": mediaType(record.mediaType, of: record.type) != nil
        default: false
        }
    }

    /// A record as JSON stands alone in a `resource`, as `export --as warc` writes it.
    private static func mediaType(_ name: String?, of type: String) -> MediaType? {
        if type == "resource", name == "application/json" { return .record }
        return name.flatMap { types[$0] }
    }

    func event(_ record: ArchiveRecord, _ block: [UInt8]) -> DocumentEvent {
        do throws(Refusal) {
            guard let (type, bytes) = try content(record, block) else { return .passedOver }
            if bytes.isEmpty { return .passedOver }
            var document = Document(path: path, offset: offset, mediaType: type, bytes: bytes)
            if let address = record.address.flatMap(WebAddress.init) {
                document.assumed.url = address.text
                document.assumed.outlet = Outlet(name: nil, domain: address.domain)
            }
            return .document(document)
        } catch {
            return .refused(error)
        }
    }

    private func content(_ record: ArchiveRecord, _ block: [UInt8]) throws(Refusal) -> (MediaType, [UInt8])? {
        guard record.type == "response" else {
            return Self.mediaType(record.mediaType, of: record.type).map { ($0, block) }
        }
        guard let message = HTTPMessage(block) else {
            return Self.mediaType(record.mediaType, of: record.type).map { ($0, block) }
        }
        guard message.status.map({ (200..<300).contains($0) }) ?? true else { return nil }
        let named = message.fields.mediaType
        guard named == nil || Self.types[named ?? ""] != nil else { return nil }
        let content = try message.content(path: Source.place(path, offset))
        if let type = named.flatMap({ Self.types[$0] }) { return (type, content) }
        guard case .single(.html) = try FileFormat(path: "", head: content.prefix(FileFormat.headLength)) else {
            return nil
        }
        return (.html, content)
    }
}
