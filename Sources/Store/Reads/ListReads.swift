package import DemarcheRecords
internal import GRDB

/// Which entries of a list are asked for and which stretch of it; what is nil does not narrow. Unlike ``StatementFilter``, all
/// of it is told by SQLite, in the order of an index, so that a stretch of a long list is read without the rest.
package struct ListFilter: Sendable, Equatable {
    /// Words of the name of who says it or does it, or of a name or office of the party that is meant.
    package var by: String?
    /// Words of the entry.
    package var about: String?
    package var outlet: String?
    /// Words of a carrier's name.
    package var via: String?
    /// Dates in ISO 8601, both included; compared with the date of the entry, or else of publication.
    package var since: String?
    package var until: String?
    /// The force of a warning, the stance of a position, the status of an event.
    package var label: String?
    /// The PLOVER type of an event.
    package var kind: String?
    /// The name of a linked party that the entry mentions.
    package var party: String?
    /// The name of a link, such as a story or a proposal, that holds the entry or its article.
    package var link: String?
    /// Only entries that want this.
    package var without: EntryWant?
    /// What the article must hold, in the syntax of FTS5, and words of which one must stand in the entry.
    package var expression: String?
    package var words: [String] = []
    /// From the first on; the undated are then left out. Otherwise the newest first and the undated last. Both by the day of the
    /// entry or of its report, whichever comes first, so that what is only planned stands where it was told.
    package var isOldestFirst = false
    package var offset = 0
    package var limit = 50

    package init() {}
}

/// What could not be resolved of an entry.
package enum EntryWant: String, Sendable, CaseIterable {
    /// Of statements. `pointer`: a pronoun or the like in the place of the speaker was left as it is. `marks`: quotation marks
    /// do not match.
    case speaker, date, pointer, marks
    /// Nobody who speaks, warns, takes the position or acts was resolved to a party that articles share.
    case party

    /// Those that can be asked of statements alone.
    package static let ofStatements: [EntryWant] = [.speaker, .date, .pointer, .marks]

    /// Of the row `e`, where `type` is nil of a statement; nil where what has this type cannot want it.
    func condition(of type: EntryType?) -> String? {
        switch (self, type) {
        case (.speaker, nil): "e.speaker IS NULL"
        case (.date, nil): "e.said IS NULL"
        case (.pointer, nil): "e.pointsOpen = 1"
        case (.marks, nil): "e.marksOpen = 1"
        case (.party, nil): Self.mentionsNone(.speaker)
        // An outlet that warns itself has no issuer to be resolved; only where none is shown does the record have to tell.
        case (.party, .warning):
            "\(Self.mentionsNone(.issuer)) AND (e.party IS NOT NULL OR e.record ->> '$.issuer' IS NOT NULL)"
        case (.party, .position): Self.mentionsNone(.party, .behalf)
        case (.party, .event): Self.mentionsNone(.actor)
        default: nil
        }
    }

    /// A look at the primary key of `mention` for each row.
    private static func mentionsNone(_ roles: PartyMention.Role...) -> String {
        let names = roles.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return "NOT EXISTS (SELECT 1 FROM mention WHERE entryID = e.id AND role IN (\(names)))"
    }
}

/// A part of a list that may be longer.
package struct Stretch<Item: Sendable>: Sendable {
    package let items: [Item]
    /// Whether more follow.
    package let goesOn: Bool

    package init(items: [Item], goesOn: Bool) {
        self.items = items
        self.goesOn = goesOn
    }

    init(_ items: [Item], limit: Int) {
        self.items = Array(items.prefix(limit))
        goesOn = items.count > limit
    }
}

extension RecordStore {
    /// Statements of current versions that pass `filter`. Reads the index up to the end of the stretch, and rows only where it
    /// cannot tell.
    package func statements(_ filter: ListFilter) throws(RecordError) -> Stretch<StoredStatement> {
        try read { db in
            let query = ListQuery(statements: filter)
            let sql = """
                SELECT e.record, e.reported, article.outlet, article.published, article.headline
                FROM statement AS e JOIN article ON article.id = e.articleID \(query.text)
                """
            return Stretch(
                try Row.fetchAll(db, sql: sql, arguments: query.arguments).map(Self.statement), limit: filter.limit)
        }
    }

    /// Entries of a type, of current versions, that pass `filter`; at the cost of ``statements(_:)-(ListFilter)``.
    package func entries<Entry: TypedEntry>(
        _ type: Entry.Type, _ filter: ListFilter
    ) throws(RecordError) -> Stretch<StoredEntry<Entry>> {
        try read { db in
            let query = ListQuery(type.entryType, filter)
            let sql = """
                SELECT e.record, e.date, e.reported, article.outlet, article.published, article.headline, said.record AS carrier
                FROM entry AS e JOIN article ON article.id = e.articleID LEFT JOIN statement AS said ON said.id = e.statementID
                \(query.text)
                """
            let found: [StoredEntry<Entry>] = try Row.fetchAll(db, sql: sql, arguments: query.arguments).map(Self.entry)
            return Stretch(found, limit: filter.limit)
        }
    }

    /// How many entries pass `filter`, counted no further than `most`; nil for statements.
    package func count(
        _ type: EntryType?, _ filter: ListFilter, upTo most: Int
    ) throws(RecordError) -> Int {
        var filter = filter
        (filter.limit, filter.offset) = (most - 1, 0)
        return try read { db in
            let query = type.map { ListQuery($0, filter) } ?? ListQuery(statements: filter)
            let table = type == nil ? "statement" : "entry"
            let sql = """
                SELECT count(*) FROM (SELECT 1 FROM \(table) AS e JOIN article ON article.id = e.articleID \(query.text))
                """
            return try Int.fetchOne(db, sql: sql, arguments: query.arguments) ?? 0
        }
    }

    /// The statements with these names, in no order but that of the names; those that are not there are left out.
    package func statements(ids: [String]) throws(RecordError) -> [StoredStatement] {
        try read { db in
            let sql = """
                SELECT e.record, e.reported, article.outlet, article.published, article.headline
                FROM statement AS e JOIN article ON article.id = e.articleID
                WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [Self.array(ids)]).map(Self.statement)
        }
    }

    /// The entries of a type with these names, by name; those that are not there are left out. Looks up the names one by one.
    package func entries<Entry: TypedEntry>(
        _ type: Entry.Type, ids: [String]
    ) throws(RecordError) -> [StoredEntry<Entry>] {
        try read { db in
            let sql = """
                SELECT e.record, e.date, e.reported, article.outlet, article.published, article.headline, said.record AS carrier
                FROM entry AS e JOIN article ON article.id = e.articleID LEFT JOIN statement AS said ON said.id = e.statementID
                WHERE +e.type = ? AND e.id IN (SELECT value FROM json_each(?)) ORDER BY e.id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [type.entryType.rawValue, Self.array(ids)]).map(Self.entry)
        }
    }

    /// The article in which a statement or an entry stands; nil for a name that is not there.
    package func article(ofEntry id: String) throws(RecordError) -> String? {
        try read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT articleID FROM statement WHERE id = ?1 UNION ALL SELECT articleID FROM entry WHERE id = ?1 LIMIT 1
                    """, arguments: [id])
        }
    }

    /// `names` as a JSON array, which SQLite takes as one argument.
    static func array(_ names: [String]) -> String { OrderedJSON.array(names.map(OrderedJSON.string)).line }
}

/// The conditions, order and bounds of a list, with what stands for the question marks.
private struct ListQuery {
    private(set) var conditions: [String] = []
    private(set) var arguments: StatementArguments = []
    private var order = ""
    private let name: String

    init(statements filter: ListFilter) {
        name = "e.speaker"
        add(common: filter)
        via(filter.via, "e.record")
        without(filter.without, nil)
        bound(filter)
    }

    init(_ type: EntryType, _ filter: ListFilter) {
        self.init(unbounded: type, filter)
        bound(filter)
    }

    /// Without order and bounds.
    init(unbounded type: EntryType, _ filter: ListFilter) {
        name = "e.party"
        add("e.type = ?", type.rawValue)
        add(common: filter)
        add("e.label = ?", filter.label)
        add("e.kind = ?", filter.kind)
        without(filter.without, type)
        via(filter.via, "(SELECT record FROM statement WHERE id = e.statementID)")
    }

    var condition: String { conditions.joined(separator: " AND ") }
    var text: String { "WHERE \(condition) \(order)" }

    fileprivate mutating func add(_ condition: String, _ values: (any DatabaseValueConvertible)?...) {
        guard values.allSatisfy({ $0 != nil }) else { return }
        conditions.append(condition)
        arguments += StatementArguments(values)
    }

    private mutating func add(common filter: ListFilter) {
        add("e.articleID NOT IN (\(RecordStore.superseded))")
        if filter.isOldestFirst { add("e.told IS NOT NULL") }
        // A date that is only known by month or year passes when it may lie within.
        add("e.day >= substr(?, 1, length(e.day))", filter.since)
        add("substr(e.day, 1, \(filter.until?.utf8.count ?? 0)) <= ?", filter.until)
        by(filter.by)
        add("e.words LIKE ? ESCAPE '\\'", filter.about.map(Self.containing))
        add("article.outlet LIKE ? ESCAPE '\\'", filter.outlet.map(Self.containing))
        add("e.id IN (SELECT entryID FROM mention WHERE partyID = ?)", filter.party)
        if let link = filter.link {
            let members = "(SELECT memberID FROM member WHERE linkID = ?)"
            add("(e.id IN \(members) OR e.articleID IN \(members))", link, link)
        }
        add("e.articleID IN (\(Self.holding))", filter.expression)
        if !filter.words.isEmpty {
            let one = filter.words.map { _ in "e.words LIKE ? ESCAPE '\\'" }.joined(separator: " OR ")
            conditions.append("(\(one))")
            arguments += StatementArguments(filter.words.map(Self.containing))
        }
    }

    /// By the name that the article gives, or by a name or office of a linked party.
    private mutating func by(_ words: String?) {
        guard let pattern = words.map(Self.containing) else { return }
        add(
            """
            (\(name) LIKE ? ESCAPE '\\' OR e.id IN (
                SELECT entryID FROM mention WHERE role <> 'recipient' AND partyID IN (
                    SELECT id FROM link WHERE type = 'party' AND record LIKE ? ESCAPE '\\')))
            """, pattern, pattern)
    }

    private mutating func via(_ words: String?, _ record: String) {
        add(
            "EXISTS (SELECT 1 FROM json_each(\(record), '$.via') AS one WHERE one.value ->> 'name' LIKE ? ESCAPE '\\')",
            words.map(Self.containing))
    }

    private mutating func without(_ want: EntryWant?, _ type: EntryType?) {
        if let condition = want?.condition(of: type) { conditions.append(condition) }
    }

    private mutating func bound(_ filter: ListFilter) {
        // Nothing is told behind its day.
        add("e.told < ?", filter.until.map { $0 + "~" })
        order = "ORDER BY e.told \(filter.isOldestFirst ? "ASC" : "DESC"), e.articleID, e.position LIMIT ? OFFSET ?"
        arguments += [filter.limit + 1, filter.offset]
    }

    private static let holding = """
        SELECT article.id FROM articleText JOIN article ON article.row = articleText.rowid WHERE articleText MATCH ?
        """

    /// A pattern of `LIKE` for texts that contain `words`, as they are, in any case of ASCII letters.
    private static func containing(_ words: String) -> String {
        let escaped = words.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
        return "%\(escaped)%"
    }
}

extension RecordStore {
    /// The condition alone, for counting.
    static func listCondition(_ type: EntryType, _ filter: ListFilter) -> (String, StatementArguments) {
        var query = ListQuery(unbounded: type, filter)
        query.add("e.day >= ?", filter.since.map { String($0.prefix(4)) })
        return (query.condition, query.arguments)
    }

    /// The articles that a later version has replaced: none in most records, so that asking costs little.
    static let superseded = """
        SELECT old.id FROM article AS old JOIN document ON document.id = old.documentID
        WHERE old.documentID IN (SELECT documentID FROM article WHERE version > 1) AND old.id <> document.currentID
        """
}
