package import DemarcheRecords
internal import Foundation

/// Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF and JSON Feed.
package struct FeedReader {
    /// The longest feed that is read: a tree of it takes some ten times as much memory.
    package static let largestFeed = 16 << 20
    /// How many items of a feed are read.
    static let mostItems = 100_000

    package init() {}

    /// - Parameters:
    ///   - base: the address of the feed, from which relative ones in it are seen.
    ///   - language: the language that a server named for it.
    /// - Throws: ``Refusal`` with `tooLarge` and `tooComplex` past the limits, and with `notAnArticle` when there is no feed in the bytes.
    package func feed(
        _ bytes: [UInt8], path: String, base: String? = nil, language: String? = nil
    ) throws(Refusal) -> Feed {
        guard bytes.count <= Self.largestFeed else {
            throw Refusal(path: path, code: .tooLarge, reason: "\(bytes.count) bytes; feeds up to 16 MiB are read")
        }
        if bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "{") {
            try JSONBudget.check(bytes, path: path)
            if let feed = JSONFeed(bytes, base: base)?.feed { return feed }
        } else if let root = try FeedXML.root(try FeedCharset.decode(bytes, path: path), path: path),
            let feed = Self.feed(root, FeedScope(base: base, language: language))
        {
            return feed
        }
        throw Refusal(
            path: path, code: .notAnArticle, reason: "no feed: neither RSS, Atom nor JSON Feed was found in it")
    }

    private static func feed(_ root: FeedElement, _ outside: FeedScope) -> Feed? {
        let names = ["rss", "rdf:rdf", "rdf", "feed", "channel"]
        guard let root = names.contains(root.name) ? root : root.children.first(where: { names.contains($0.name) })
        else {
            return nil
        }
        var scope = outside.inside(root)
        scope.isAtom = root.name == "feed"
        scope.isAtom1 = scope.isAtom && root.attributes["version"] == nil
        let channel = root.name == "feed" || root.name == "channel" ? root : root.first("channel") ?? root
        let inside = channel == root ? scope : scope.inside(channel)
        var feed = Feed(head: FeedItemReader(channel, inside, isHead: true).item)
        let entries = (channel == root ? [] : root.children) + channel.children
        feed.items = entries.filter { $0.name == "item" || $0.name == "entry" }.prefix(mostItems).map {
            FeedItemReader($0, inside.inside($0), isHead: false).item
        }
        return feed
    }
}

/// The charset of XML: a byte-order mark, its own declaration where the bytes are no UTF-8, else as for all text.
enum FeedCharset {
    static func decode(_ bytes: [UInt8], path: String) throws(Refusal) -> [UInt8] {
        var bytes = bytes
        if bytes.starts(with: [0x3C, 0x00, 0x3F, 0x00]) { bytes = [0xFF, 0xFE] + bytes }
        if bytes.starts(with: [0x00, 0x3C, 0x00, 0x3F]) { bytes = [0xFE, 0xFF] + bytes }
        let head = String(decoding: bytes.prefix(256), as: UTF8.self)
        return withoutDeclaration(try Charset.decode(bytes, declared: declared(in: head), path: path).utf8)
    }

    private static func declared(in head: String) -> String? {
        guard head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>"),
            let name = head[..<end.lowerBound].firstRange(of: "encoding")
        else { return nil }
        let value = head[name.upperBound..<end.lowerBound].drop { $0 == "=" || $0.isWhitespace }
        guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
        return String(value.dropFirst().prefix { $0 != quote })
    }

    /// The bytes are UTF-8 now, whatever the declaration says.
    private static func withoutDeclaration(_ utf8: [UInt8]) -> [UInt8] {
        let start = utf8.drop { $0 <= 0x20 }
        guard start.starts(with: "<?xml".utf8), let end = start.prefix(512).firstIndex(of: 0x3E) else {
            return Array(start)
        }
        return Array(start[(end + 1)...])
    }
}

/// JSON Feed 1.0 and 1.1.
struct JSONFeed {
    let feed: Feed

    init?(_ bytes: [UInt8], base: String?) {
        guard let object = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any],
            (object["version"] as? String)?.contains("jsonfeed.org/version/") == true
        else { return nil }
        var feed = Feed(head: Self.item(object, base, nil))
        feed.head.links = Self.links(object["home_page_url"], base)
        feed.head.summary = Self.text(object["description"], .plain, base)
        let items = (object["items"] as? [Any] ?? []).prefix(FeedReader.mostItems).compactMap { $0 as? [String: Any] }
        feed.items = items.map { Self.item($0, base, feed.head.language) }
        self.feed = feed
    }

    private static func item(_ object: [String: Any], _ base: String?, _ language: String?) -> FeedItem {
        var item = FeedItem()
        item.id = string(object["id"])
        item.links = links(object["url"], base)
        item.title = text(object["title"], .plain, base)
        item.summary = text(object["summary"], .plain, base)
        item.contents = [text(object["content_html"], .html, base), text(object["content_text"], .plain, base)]
            .compactMap(\.self)
        let authors = (object["authors"] as? [Any] ?? []) + [object["author"]].compactMap(\.self)
        item.authors = authors.compactMap { $0 as? [String: Any] }.map {
            FeedAuthor(name: string($0["name"]), email: nil, address: string($0["url"]))
        }
        item.published = string(object["date_published"])
        item.updated = string(object["date_modified"])
        item.language = string(object["language"]) ?? language
        return item
    }

    private static func string(_ value: Any?) -> String? {
        if let text = value as? String { return PlainText.collapsed(text) }
        return (value as? NSNumber)?.stringValue
    }

    private static func links(_ value: Any?, _ base: String?) -> [FeedLink] {
        string(value).map { [FeedLink(address: FeedAddress.resolved($0, base), mediaType: "text/html")] } ?? []
    }

    private static func text(_ value: Any?, _ kind: FeedText.Kind, _ base: String?) -> FeedText? {
        guard let text = value as? String else { return nil }
        let value = kind == .plain ? text : FeedAddress.resolvedMarkup(text, base)
        return FeedText(value: value.trimmingSpace, kind: kind, base: base, language: nil)
    }
}
