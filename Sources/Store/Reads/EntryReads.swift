package import DemarcheRecords
internal import GRDB

/// An entry with what one needs to know of its article, and the statement that carries it.
package struct StoredEntry<Entry: TypedEntry>: Sendable {
    package let entry: Entry
    /// Of the event itself, or else of the act of speech; nil where neither is known.
    package let date: String?
    /// The day of its report, where its date lies behind that, as of what is planned.
    package let reported: String?
    package let carrier: ReportedStatement?
    package let outlet: String?
    package let published: String?
    package let headline: String?
}

extension RecordStore {
    /// The entries of a type that pass `filter`, by date, article and place; the undated last. Dates are those of the entry,
    /// or else of publication; `by` looks for the party and for who says so, `about` at the words of the entry.
    ///
    /// - Parameter label: the force of a warning, the stance of a position, the status of an event.
    package func entries<Entry: TypedEntry>(
        _ type: Entry.Type, _ filter: StatementFilter = StatementFilter(), label: String? = nil
    ) throws(RecordError) -> [StoredEntry<Entry>] {
        try read { db in
            let (condition, arguments) = Self.condition(
                filter, date: "coalesce(entry.date, published)", "entry.articleID")
            var all: StatementArguments = [Entry.entryType.rawValue]
            all += arguments
            let rows = try Row.fetchCursor(db, sql: Self.entrySQL(where: condition), arguments: all)
            let named = try Self.entries(byPartyNamed: filter.by, db)
            var found: [StoredEntry<Entry>] = []
            while let row = try rows.next() {
                guard label == nil || row["label"] == label else { continue }
                let stored: StoredEntry<Entry> = try Self.entry(row)
                let isNamed = named.contains(stored.entry.id) || stored.carrier.map { named.contains($0.id) } ?? false
                let passes = Self.passes(stored, party: row["party"], words: row["words"], isNamed: isNamed, filter)
                if passes { found.append(stored) }
            }
            return found
        }
    }

    /// The entry of a type with this name; nil when there is none.
    package func entry<Entry: TypedEntry>(_ type: Entry.Type, id: String) throws(RecordError) -> StoredEntry<Entry>? {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: Self.entrySQL(where: "entry.id = ?"), arguments: [Entry.entryType.rawValue, id])
            return try rows.first.map { try Self.entry($0) }
        }
    }

    /// The names of articles, statements and entries that begin so, in order, no more than `limit`.
    package func names(beginning prefix: String, limit: Int) throws(RecordError) -> [String] {
        try read { db in
            let bounds = Self.beginning(with: prefix)
            return try ["article", "statement", "entry", "link"].flatMap { table in
                try String.fetchAll(
                    db, sql: "SELECT id FROM \(table) WHERE id >= ? AND id < ? ORDER BY id LIMIT \(limit)",
                    arguments: bounds)
            }.prefix(limit).map(\.self)
        }
    }

    /// How many entries of each type stand in an article.
    package func entryCounts(in article: String) throws(RecordError) -> [EntryType: Int] {
        try read { db in
            let sql = "SELECT type, count(*) AS number FROM entry WHERE articleID = ? GROUP BY type"
            return try Row.fetchAll(db, sql: sql, arguments: [article]).reduce(into: [:]) { counts, row in
                if let type = EntryType(rawValue: row["type"]) { counts[type] = row["number"] }
            }
        }
    }

    private static func entrySQL(where condition: String) -> String {
        """
        SELECT entry.record, entry.date, entry.reported, party, label, entry.words, article.outlet, article.published, article.headline,
        statement.record AS carrier
        FROM entry JOIN article ON article.id = entry.articleID LEFT JOIN statement ON statement.id = statementID
        WHERE type = ? AND \(condition)
        ORDER BY coalesce(entry.date, published) IS NULL, coalesce(entry.date, published), article.id, entry.position
        """
    }

    static func entry<Entry: TypedEntry>(_ row: Row) throws -> StoredEntry<Entry> {
        StoredEntry(
            entry: try StoredJSON.decode(Entry.self, row["record"]), date: row["date"], reported: row["reported"],
            carrier: try (row["carrier"] as String?).map { try StoredJSON.decode(ReportedStatement.self, $0) },
            outlet: row["outlet"], published: row["published"], headline: row["headline"])
    }

    private static func passes<Entry: TypedEntry>(
        _ stored: StoredEntry<Entry>, party: String?, words: String, isNamed: Bool, _ filter: StatementFilter
    ) -> Bool {
        let speaker = stored.carrier?.speaker
        let parties = [party, speaker?.name, speaker?.office?.text, speaker?.mention?.exact].compactMap(\.self)
        return stored.carrier?.confidence ?? 100 >= filter.confidence ?? 0 && (isNamed || holds(filter.by, parties))
            && holds(filter.about, [words]) && holds(filter.via, stored.carrier?.via.map(\.name) ?? [])
            && holds(filter.outlet, [stored.outlet].compactMap(\.self))
    }
}

/// The words that would set off a warning.
package struct WarningTrigger: Sendable {
    package let id: String
    package let trigger: String
}

extension RecordStore {
    /// The triggers of all warnings of current versions, in no order, without reading the records.
    package func warningTriggers() throws(RecordError) -> [WarningTrigger] {
        try read { db in
            let sql =
                "SELECT id, words FROM entry INDEXED BY warningWords WHERE type = 'warning' AND articleID NOT IN (\(Self.superseded))"
            return try Row.fetchAll(db, sql: sql).map { row in
                let words: String = row["words"]
                return WarningTrigger(id: row["id"], trigger: String(words.split(separator: " → ").first ?? ""))
            }
        }
    }
}
