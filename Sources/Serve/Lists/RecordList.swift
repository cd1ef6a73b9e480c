import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// A list of the record in its forms but for the page: a stretch of it as JSON, as comma-separated values, as a feed.
struct RecordList: Sendable {
    /// The stretch as JSON.
    let items: @Sendable (Asked) throws -> Items
    /// The stretch as comma-separated values with a header.
    var table: @Sendable (Asked) throws -> String
    /// The stretch as entries of a feed, and whether more follow; nil for a list that is not by time.
    let feed: (@Sendable (Asked) throws -> (entries: [FeedEntry], goesOn: Bool))?

    /// Lines of the exchange format, and in which articles the entries stand.
    struct Items {
        let lines: [OrderedJSON]
        let articles: [String]
        let goesOn: Bool
    }

    /// - Parameters:
    ///   - fields: the columns of the comma-separated form.
    ///   - rows: the stretch that is asked for.
    ///   - objects: the rows as lines of the exchange format.
    ///   - article: in which article a row stands, if in one.
    ///   - entries: the rows as entries of a feed.
    init<Row: Sendable>(
        fields: [Field<Row>], rows: @escaping @Sendable (Asked) throws -> Stretch<Row>,
        objects: @escaping @Sendable ([Row], RecordStore) throws -> [OrderedJSON],
        article: @escaping @Sendable (Row) -> String? = { _ in nil },
        entries: (@Sendable ([Row], RecordStore) throws -> [FeedEntry])? = nil
    ) {
        items = { asked in
            let found = try rows(asked)
            return Items(
                lines: try objects(found.items, asked.store), articles: found.items.compactMap(article),
                goesOn: found.goesOn)
        }
        table = { asked in CommaSeparated.text(fields, try rows(asked).items, formulas: .disarmed) }
        guard let entries else {
            feed = nil
            return
        }
        feed = { asked in
            let found = try rows(asked)
            return (entries: try entries(found.items, asked.store), goesOn: found.goesOn)
        }
    }

    /// The stretch with its place in the list: `items`, `page`, `limit`, the addresses of the neighbouring stretches, and the
    /// heads of the articles in which the items stand.
    func json(
        _ asked: Asked, reading filter: PageFilter? = nil, _ more: [(String, OrderedJSON?)] = []
    ) throws -> OrderedJSON {
        let found = try items(asked.reading(filter))
        let heads = OrderedJSON.unlessEmpty(try asked.store.heads(of: Set(found.articles).sorted()))
        let stretch: [(String, OrderedJSON?)] = [
            ("items", .array(found.lines)), ("page", .integer(asked.filter.page)),
            ("limit", .integer(asked.filter.limit)), ("previous", .optional(asked.address(-1))),
            ("next", .optional(asked.address(1, if: found.goesOn))),
            ("articles", heads),
        ]
        return .object(more + stretch)
    }
}

extension RecordStore {
    /// The lines of articles without text and blocks; those that are not there are left out.
    func heads(of articles: [String]) throws -> [OrderedJSON] {
        try articles.compactMap { try article(id: $0).map { ExchangeLines($0.article).articleHead() } }
    }
}
