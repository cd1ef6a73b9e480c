import DemarcheRecords

/// Turns the block of one record into what can be read in it.
struct ArchivedPayload {
    let path: String
    let offset: Int
    /// Counts what bodies unpack to.
    let budget: UnpackingBudget

    enum Content {
        case document(Document)
        /// The items are documents of their own.
        case feed(FeedItems)
    }

    /// Types that are read, by name. What else an archive holds (pictures, scripts) is passed over.
    private static let types: [String: MediaType] = [
        "text/html": .html, "application/xhtml+xml": .html, "text/plain": .plain, "text/markdown": .markdown,
        "message/rfc822": .mail, "multipart/related": .mail,
    ]
    /// Types of feeds; whether the name says so or it may be anything in XML or JSON.
    private static let feedTypes: [String: Bool] = [
        "application/rss+xml": true, "application/atom+xml": true, "application/rdf+xml": true,
        "application/feed+json": true, "application/xml": false, "text/xml": false, "application/json": false,
    ]

    /// Whether a type, by its name, can be that of an article or a feed.
    static func isRead(_ name: String) -> Bool { types[name] != nil || feedTypes[name] != nil }

    /// Whether the block of this record says something about an article.
    static func isWanted(_ record: ArchiveRecord) -> Bool {
        switch record.type {
        case "response", "revisit": record.address?.hasPrefix("dns:") != true
        case "resource", "conversion": mediaType(record.mediaType, of: record.type) != nil
        default: false
        }
    }

    /// A record as JSON stands alone in a `resource`, as `export --as warc` writes it.
    private static func mediaType(_ name: String?, of type: String) -> MediaType? {
        if type == "resource", name == "application/json" { return .record }
        return name.flatMap { types[$0] }
    }

    /// What can be read in the block; nil for what is no article by its kind.
    ///
    /// - Throws: ``Refusal`` when it should be one and is damaged.
    func content(_ record: ArchiveRecord, _ block: [UInt8]) throws(Refusal) -> Content? {
        guard record.type == "response", let message = HTTPMessage(block) else {
            return Self.mediaType(record.mediaType, of: record.type).flatMap { document(record, $0, block) }
        }
        guard message.status.map({ (200..<300).contains($0) }) ?? true else { return nil }
        let named = message.fields.mediaType
        if let named, let isFeed = Self.feedTypes[named] { return try feed(record, message, isFeed: isFeed) }
        guard named.map(Self.isRead) ?? true else { return nil }
        let body = try message.content(path: Source.place(path, offset), budget)
        if let type = named.flatMap({ Self.types[$0] }) { return document(record, type, body) }
        switch try FileFormat(path: "", head: body.prefix(FileFormat.headLength)) {
        case .single(.html): return document(record, .html, body)
        case .feed: return try? items(record, body)
        default: return nil
        }
    }

    private func document(_ record: ArchiveRecord, _ type: MediaType, _ bytes: [UInt8]) -> Content? {
        guard !bytes.isEmpty else { return nil }
        var document = Document(path: path, offset: offset, mediaType: type, bytes: bytes)
        if let address = record.address.flatMap(WebAddress.init) {
            document.assumed.url = address.text
            document.assumed.outlet = Outlet(name: nil, domain: address.domain)
        }
        return .document(document)
    }

    /// Of what only may be a feed, damage is no news.
    private func feed(_ record: ArchiveRecord, _ message: HTTPMessage, isFeed: Bool) throws(Refusal) -> Content? {
        let place = Source.place(path, offset)
        if isFeed { return try items(record, try message.content(path: place, budget)) }
        guard let body = try? message.content(path: place, budget), Self.looksLikeFeed(body) else { return nil }
        return try? items(record, body)
    }

    /// The items have their places inside of the record: `crawl.warc#4711#1`.
    private func items(_ record: ArchiveRecord, _ bytes: [UInt8]) throws(Refusal) -> Content {
        let place = Source.place(path, offset)
        return .feed(FeedItems(try FeedReader().feed(bytes, path: place, base: record.address), path: place))
    }

    private static func looksLikeFeed(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(FileFormat.headLength), as: UTF8.self).lowercased()
        return ["<rss", "<feed", "<rdf:rdf", "jsonfeed.org/version/"].contains { head.contains($0) }
    }
}
