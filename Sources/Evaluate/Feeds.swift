import ArgumentParser
import DemarcheIngest
import DemarcheRecords
import Foundation

struct Feeds: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "Prints what is read from feeds, an object a line, for Scripts/feeds.py to compare.",
        discussion:
            "Standard input names a file a line, and behind tabs the address from which it was got and its language.")

    func run() throws {
        while let line = readLine() {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: parts[0])))
            let (base, language) = (Self.field(1, of: parts), Self.field(2, of: parts))
            let feed = try? FeedReader().feed(bytes, path: parts[0], base: base, language: language)
            print(OrderedJSON.object([("path", .string(parts[0])), ("feed", feed.map(FeedJSON.json))]).line)
        }
    }

    private static func field(_ place: Int, of parts: [String]) -> String? {
        parts.count > place && !parts[place].isEmpty ? parts[place] : nil
    }
}

/// A feed with the names that feedparser gives its parts.
enum FeedJSON {
    static func json(_ feed: Feed) -> OrderedJSON {
        .object([("feed", json(feed.head)), ("entries", .array(feed.items.map(json)))])
    }

    private static func json(_ item: FeedItem) -> OrderedJSON {
        .object([
            ("id", .optional(item.id)), ("link", .optional(item.link)), ("links", .array(item.links.map(json))),
            ("title_detail", item.title.map(json)), ("summary_detail", item.summary.map(json)),
            ("content", .unlessEmpty(item.contents.map(json))), ("authors", .unlessEmpty(item.authors.map(json))),
            ("published", .optional(item.published)), ("published_parsed", parsed(item.published)),
            ("updated", .optional(item.updated)), ("updated_parsed", parsed(item.updated)),
            ("created", .optional(item.created)), ("created_parsed", parsed(item.created)),
            ("language", .optional(item.language)), ("guidislink", .boolean(item.isIDAddress && item.links.isEmpty)),
        ])
    }

    private static func json(_ link: FeedLink) -> OrderedJSON {
        .object([
            ("href", .string(link.address)), ("rel", .string(link.relation)), ("type", .optional(link.mediaType)),
            ("title", .optional(link.title)),
        ])
    }

    private static func json(_ text: FeedText) -> OrderedJSON {
        .object([
            ("value", .string(text.value)), ("type", .string(text.kind.rawValue)), ("base", .optional(text.base)),
            ("language", .optional(text.language)),
        ])
    }

    private static func json(_ author: FeedAuthor) -> OrderedJSON {
        .object([
            ("name", .optional(author.name)), ("email", .optional(author.email)), ("href", .optional(author.address)),
        ])
    }

    private static func parsed(_ text: String?) -> OrderedJSON? {
        guard let date = text.flatMap(DateText.init)?.inUTC else { return nil }
        let fields = [date.year, date.month ?? 1, date.day ?? 1, date.hour, date.minute, date.second]
        return .array(fields.map(OrderedJSON.integer))
    }
}
