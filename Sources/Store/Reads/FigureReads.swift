package import DemarcheRecords
internal import GRDB

/// What a record holds, in numbers.
package struct RecordFigures: Sendable, Equatable {
    package var articles = 0
    package var statements = 0
    package var entries: [EntryType: Int] = [:]
    package var links: [LinkType: Int] = [:]
    /// The outlets with how many articles each has, the most first.
    package var outlets: [NamedCount] = []
    /// The days of the first and of the last article; nil where none is dated.
    package var first: String?
    package var last: String?
    /// What could not be resolved of statements.
    package var wants: [EntryWant: Int] = [:]
    /// Of how many entries of each type no party was resolved; empty while the record is not linked.
    package var withoutParty: [EntryType: Int] = [:]
    package var withoutDate = 0
    package var withoutOutlet = 0
    package var refused = 0
}

/// Something with how often it stands in the record.
package struct NamedCount: Sendable, Equatable {
    package let name: String
    /// The name of the link that it is, where it is one.
    package let id: String?
    package let count: Int
}

/// How many events of one kind the articles report for one day of a month; several may stand for one month.
package struct EventCount: Sendable, Equatable {
    /// `1962-10`, or only the year where that is all that is known; nil for the undated.
    package let month: String?
    package let status: PoliticalEvent.Status
    package let plover: PLOVER
    package let count: Int
}

extension RecordStore {
    /// Counts by indexes alone: linear in the number of entries, without reading one.
    package func figures() throws(RecordError) -> RecordFigures {
        try read { db in
            var figures = RecordFigures()
            try Self.countArticles(&figures, db)
            figures.statements = try Int.fetchOne(db, sql: "SELECT count(*) FROM statement") ?? 0
            try Self.countWants(&figures, db)
            figures.refused = try Int.fetchOne(db, sql: "SELECT count(*) FROM path WHERE refusal IS NOT NULL") ?? 0
            for row in try Row.fetchAll(db, sql: "SELECT type, count(*) AS n FROM entry GROUP BY type") {
                if let type = EntryType(rawValue: row["type"]) { figures.entries[type] = row["n"] }
            }
            for row in try Row.fetchAll(db, sql: "SELECT type, count(*) AS n FROM link GROUP BY type") {
                if let type = LinkType(rawValue: row["type"]) { figures.links[type] = row["n"] }
            }
            return figures
        }
    }

    private static func countWants(_ figures: inout RecordFigures, _ db: Database) throws {
        for want in EntryWant.ofStatements {
            guard let condition = want.condition(of: nil) else { continue }
            figures.wants[want] =
                try Int.fetchOne(db, sql: "SELECT count(*) FROM statement AS e WHERE \(condition)") ?? 0
        }
        guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM linked)") == true else { return }
        for type in EntryType.allCases {
            guard let condition = EntryWant.party.condition(of: type) else { continue }
            let sql = "SELECT count(*) FROM entry AS e WHERE e.type = ? AND \(condition)"
            figures.withoutParty[type] = try Int.fetchOne(db, sql: sql, arguments: [type.rawValue]) ?? 0
        }
    }

    private static func countArticles(_ figures: inout RecordFigures, _ db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT outlet, count(*) AS n, min(published) AS first, max(published) AS last, sum(published IS NULL) AS undated
                FROM article GROUP BY outlet ORDER BY n DESC, outlet
                """)
        for row in rows {
            figures.articles += row["n"]
            figures.withoutDate += row["undated"]
            if let name = row["outlet"] as String? {
                figures.outlets.append(NamedCount(name: name, id: nil, count: row["n"]))
            } else {
                figures.withoutOutlet = row["n"]
            }
            let (first, last) = (row["first"] as String?, row["last"] as String?)
            figures.first = [figures.first, first].compactMap(\.self).min()
            figures.last = [figures.last, last].compactMap(\.self).max()
        }
    }

    /// The days of the first and of the last article; nil where none is dated.
    package func period() throws(RecordError) -> (first: String?, last: String?) {
        try read { db in
            let row = try Row.fetchOne(db, sql: "SELECT min(published) AS first, max(published) AS last FROM article")
            return (row?["first"], row?["last"])
        }
    }

    /// The outlets by name.
    package func outlets() throws(RecordError) -> [String] {
        try read { db in
            try String.fetchAll(db, sql: "SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL ORDER BY outlet")
        }
    }

    /// Who speaks most: linked parties, or names as the articles give them while the record is not linked.
    package func speakers(linked: Bool, limit: Int, offset: Int = 0) throws(RecordError) -> Stretch<NamedCount> {
        let sql =
            linked
            ? """
            SELECT link.title AS name, partyID AS id, n FROM (
                SELECT partyID, count(*) AS n FROM mention WHERE role = 'speaker' GROUP BY partyID
                ORDER BY n DESC, partyID LIMIT ? OFFSET ?)
            JOIN link ON link.id = partyID ORDER BY n DESC, partyID
            """
            : """
            SELECT speaker AS name, NULL AS id, count(*) AS n FROM statement WHERE speaker IS NOT NULL
            GROUP BY speaker ORDER BY n DESC, speaker LIMIT ? OFFSET ?
            """
        return try read { db in
            let rows = try Row.fetchAll(db, sql: sql, arguments: [limit + 1, offset])
            return Stretch(rows.map { NamedCount(name: $0["name"], id: $0["id"], count: $0["n"]) }, limit: limit)
        }
    }

    /// The events by month, status and type, by time, the undated first. Reads the index of events that pass, no record.
    package func eventCounts(_ filter: ListFilter) throws(RecordError) -> [EventCount] {
        try read { db in
            let (condition, arguments) = Self.listCondition(.event, filter)
            let article = filter.outlet == nil ? "" : "JOIN article ON article.id = e.articleID"
            // In the order of the index, so that nothing has to be sorted; days become months afterwards.
            let sql = """
                SELECT substr(e.day, 1, 7) AS month, e.label, e.kind, e.mode, count(*) AS n
                FROM entry AS e \(article) WHERE \(condition) GROUP BY e.type, e.day, e.label, e.kind, e.mode
                """
            return try Row.fetchAll(db, sql: sql, arguments: arguments).compactMap { row in
                guard let status = PoliticalEvent.Status(rawValue: row["label"] ?? ""),
                    let type = PLOVER.EventType(rawValue: row["kind"] ?? "")
                else { return nil }
                return EventCount(
                    month: row["month"], status: status, plover: PLOVER(type, mode: row["mode"], contexts: []),
                    count: row["n"])
            }
        }
    }
}
