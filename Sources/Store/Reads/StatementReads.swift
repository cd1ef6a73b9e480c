package import DemarcheRecords
internal import GRDB

/// Which statements are asked for; what is nil does not narrow.
package struct StatementFilter: Sendable {
    /// Words of the speaker's name or office, in any case.
    package var by: String?
    /// Words of the content, in any case.
    package var about: String?
    package var outlet: String?
    /// Dates in ISO 8601, both included; compared with the date of speech, or of publication where that is not known.
    package var since: String?
    package var until: String?
    /// Words of a carrier's name.
    package var via: String?
    /// The least confidence, in per cent.
    package var confidence: Int?
    package var article: String?
    /// Whether statements of superseded versions are left out.
    package var currentOnly = true

    package init() {}

    /// Whether `text` is a date that `since` and `until` take.
    package static func isDate(_ text: String) -> Bool { RecordedDate(iso: text, basis: .given)?.date == text }
}

/// A statement with what one needs to know of its article.
package struct StoredStatement: Sendable {
    package let statement: ReportedStatement
    /// The day of publication, where the date of speech lies behind that.
    package let reported: String?
    package let outlet: String?
    package let published: String?
    package let headline: String?
}

extension RecordStore {
    /// The statements that pass `filter`, by date, article and place; the undated last. Reads all statements once when a name is asked for.
    package func statements(_ filter: StatementFilter = StatementFilter()) throws(RecordError) -> [StoredStatement] {
        try read { db in
            let (condition, arguments) = Self.condition(filter, date: "coalesce(said, published)", "articleID")
            let rows = try Row.fetchCursor(
                db,
                sql: Self.statementSQL
                    + " WHERE \(condition) ORDER BY coalesce(said, published) IS NULL, coalesce(said, published), article.id, position",
                arguments: arguments)
            let named = try Self.entries(byPartyNamed: filter.by, db)
            var found: [StoredStatement] = []
            while let row = try rows.next() {
                let stored = try Self.statement(row)
                if Self.passes(stored, filter, named) { found.append(stored) }
            }
            return found
        }
    }

    /// The statement with this name or whose name begins so; nil when there is none or more than one.
    package func statement(id: String) throws(RecordError) -> StoredStatement? {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: Self.statementSQL + " WHERE statement.id >= ? AND statement.id < ? LIMIT 2",
                arguments: Self.beginning(with: id))
            return rows.count == 1 ? try Self.statement(rows[0]) : nil
        }
    }

    private static let statementSQL = """
        SELECT statement.record, statement.reported, article.outlet, article.published, article.headline
        FROM statement JOIN article ON article.id = statement.articleID
        """

    static func statement(_ row: Row) throws -> StoredStatement {
        StoredStatement(
            statement: try StoredJSON.decode(ReportedStatement.self, row["record"]), reported: row["reported"],
            outlet: row["outlet"],
            published: row["published"], headline: row["headline"])
    }

    /// What of the filter SQL can tell, for a date and a column of article names.
    static func condition(
        _ filter: StatementFilter, date: String, _ articleID: String
    ) -> (String, StatementArguments) {
        var conditions = ["1"]
        var arguments = StatementArguments()
        func add(_ condition: String, _ value: String?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += [value]
        }
        add("\(date) >= substr(?, 1, length(\(date)))", filter.since)
        if let until = filter.until {
            conditions.append("substr(\(date), 1, \(until.utf8.count)) <= ?")
            arguments += [until]
        }
        add("\(articleID) = ?", filter.article)
        if filter.currentOnly {
            conditions.append("article.id = (SELECT currentID FROM document WHERE document.id = documentID)")
        }
        return (conditions.joined(separator: " AND "), arguments)
    }

    /// - Parameter named: statements by parties that have the name asked for as an alias.
    private static func passes(_ stored: StoredStatement, _ filter: StatementFilter, _ named: Set<String>) -> Bool {
        let statement = stored.statement
        let speaker = [statement.speaker.name, statement.speaker.office?.text, statement.speaker.mention?.exact]
        return statement.confidence >= filter.confidence ?? 0
            && (holds(filter.by, speaker.compactMap(\.self)) || named.contains(statement.id))
            && holds(filter.about, statement.content.map(\.exact))
            && holds(filter.via, statement.via.map(\.name)) && holds(filter.outlet, [stored.outlet].compactMap(\.self))
    }

    static func holds(_ words: String?, _ texts: [String]) -> Bool {
        guard let words = words?.lowercased() else { return true }
        return texts.contains { $0.lowercased().contains(words) }
    }
}
