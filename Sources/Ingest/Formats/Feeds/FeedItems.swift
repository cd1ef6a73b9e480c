import DemarcheRecords

/// A feed as an input: each item becomes a record, a JSON object with what the feed holds of it.
struct FeedItems: DocumentReader {
    private var items: ArraySlice<FeedItem> = []
    private var head = FeedItem()
    private var refusal: Refusal?
    private let path: String
    private var number = 0

    init(_ bytes: ByteReader, path: String) {
        self.path = path
        do throws(Refusal) {
            guard let all = bytes.rest(limit: FeedReader.largestFeed) else {
                throw Refusal(path: path, code: .tooLarge, reason: "over 16 MiB; feeds up to that length are read")
            }
            if let failure = bytes.failure { throw failure }
            let feed = try FeedReader().feed(all, path: path)
            (head, items) = (feed.head, feed.items[...])
        } catch {
            refusal = error
        }
    }

    init(_ feed: Feed, path: String) {
        self.path = path
        (head, items) = (feed.head, feed.items[...])
    }

    mutating func next() -> DocumentEvent? {
        if let refusal {
            self.refusal = nil
            return .refused(refusal)
        }
        guard let item = items.popFirst() else { return nil }
        number += 1
        let bytes = Array(record(item).line.utf8)
        return .document(Document(path: path, offset: number, mediaType: .record, bytes: bytes))
    }

    private func record(_ item: FeedItem) -> OrderedJSON {
        let body = item.contents.max { $0.value.utf8.count < $1.value.utf8.count } ?? item.summary
        let url = item.link ?? item.id.flatMap { WebAddress($0)?.text }
        let names = (item.authors.isEmpty ? head.authors : item.authors).compactMap { $0.name }
        return .object([
            ("url", .optional(url.map { FeedAddress.resolved($0, head.link) })), ("id", .optional(item.id)),
            ("outlet", .optional(head.title.map(Self.plain))), ("title", .optional(item.title.map(Self.plain))),
            ("authors", .unlessEmpty(names.map(OrderedJSON.string))),
            ("published", .optional(item.published ?? item.created ?? item.updated)),
            ("modified", .optional(item.updated)), ("language", .optional(item.language ?? head.language)),
            ("description", .optional(item.contents.isEmpty ? nil : item.summary.map(Self.plain))),
            (body?.kind == .plain ? "text" : "html", .optional(body?.value)),
        ])
    }

    /// A text without its markup.
    private static func plain(_ text: FeedText) -> String {
        guard text.kind != .plain else { return text.value }
        return MarkedUpBody(html: text.value, title: nil).words ?? text.value
    }
}
