import DemarcheRecords

/// What a file is: by its ending, behind that of a compression, or by its first bytes where there is none.
enum FileFormat: Equatable {
    /// One document.
    case single(MediaType)
    case jsonLines
    /// One JSON value: a list of records, a record, or a feed.
    case json
    case csv
    case feed
    /// WARC or ARC.
    case archive

    /// How many bytes of a file ``init(path:head:)`` wants to see.
    static let headLength = 4096

    /// - Throws: ``Refusal`` with `unsupportedType` for an ending that no reader takes.
    init(path: String, head: some Collection<UInt8>) throws(Refusal) {
        let ending = Self.ending(of: path)
        if let known = Self.endings[ending] {
            self = known
        } else if ending == "" {
            self = Self.sniffed(head)
        } else {
            throw Refusal(path: path, code: .unsupportedType, reason: ".\(ending) is not read; \(Self.read)")
        }
    }

    static let read =
        ".txt, .md, .html, .mhtml, .eml, .json, .jsonl, .csv, .xml (feeds) and .warc are, plain or as .gz or .zst"

    private static let endings: [String: FileFormat] = [
        "txt": .single(.plain), "text": .single(.plain), "md": .single(.markdown), "markdown": .single(.markdown),
        "html": .single(.html), "htm": .single(.html), "xhtml": .single(.html), "jsonl": .jsonLines,
        "ndjson": .jsonLines, "jsonlines": .jsonLines, "json": .json, "csv": .csv, "rss": .feed, "atom": .feed,
        "rdf": .feed, "xml": .feed, "warc": .archive, "arc": .archive,
        "wet": .archive, "tsv": .csv, "eml": .single(.mail),
        "mht": .single(.mail), "mhtml": .single(.mail),
    ]

    /// The ending in lower case, empty where there is none.
    static func ending(of path: String) -> String {
        let parts = (path.split(separator: "/").last ?? "").split(separator: ".", omittingEmptySubsequences: false)
            .dropFirst().map { $0.lowercased() }
        guard let last = parts.last else { return "" }
        let isPacked = ["gz", "gzip", "zst", "zstd"].contains(last)
        return isPacked ? parts.dropLast().last ?? "" : last
    }

    private static func sniffed(_ head: some Collection<UInt8>) -> FileFormat {
        let start = String(decoding: head, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        let lower = start.prefix(64).lowercased()
        if lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html") { return .single(.html) }
        let feeds = ["<rss", "<feed", "<rdf:rdf", "<?xml"]
        if feeds.contains(where: lower.hasPrefix), !lower.contains("<!doctype html") { return .feed }
        if start.hasPrefix("WARC/") || start.hasPrefix("filedesc://") { return .archive }
        if start.hasPrefix("{\"") { return .jsonLines }
        if start.hasPrefix("[{") { return .json }
        if isMail(start.prefix(FileFormat.headLength)) { return .single(.mail) }
        return .single(.plain)
    }

    /// A message begins with a header's name, and says that it is one.
    private static func isMail(_ start: Substring) -> Bool {
        let heads = ["From:", "Received:", "Return-Path:", "MIME-Version:", "Delivered-To:", "Message-ID:", "Subject:"]
        return heads.contains(where: start.hasPrefix)
            && (start.hasPrefix("MIME-Version:") || start.contains("\nMIME-Version:")
                || start.contains("\r\nMIME-Version:"))
    }
}
