package import DemarcheRecords
internal import GRDB

/// An article of a story as coverage counts it.
package struct CoveredArticle: Sendable, Equatable {
    package let id: String
    package let outlet: String?
    package let published: String?
    package let headline: String?
    /// Whom it credits.
    package let agencies: [String]
}

/// One event as told by articles, with how many reports it has.
package struct ReportedOccurrence: Sendable, Equatable {
    package let occurrence: Occurrence
    /// How many of its reports stand in the articles asked for.
    package let reports: Int

    package init(occurrence: Occurrence, reports: Int) {
        self.occurrence = occurrence
        self.reports = reports
    }
}

extension RecordStore {
    /// The articles of a story without their texts, by day and name.
    package func coverage(of story: String) throws(RecordError) -> [CoveredArticle] {
        try read { db in
            let sql = """
                SELECT id, outlet, published, headline, metadata ->> '$.agencies' AS agencies FROM article
                WHERE id IN (SELECT memberID FROM member WHERE linkID = ?) ORDER BY published IS NULL, published, id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [story]).map { row in
                CoveredArticle(
                    id: row["id"], outlet: row["outlet"], published: row["published"], headline: row["headline"],
                    agencies: try (row["agencies"] as String?).map { try StoredJSON.decode([String].self, $0) } ?? [])
            }
        }
    }

    /// The dated events that articles of a story report, those with the most reports in it first. Looks up the events of its
    /// articles one by one.
    ///
    /// - Parameters:
    ///   - since: the first day, in ISO 8601; a month or year that holds it passes.
    ///   - until: the last.
    package func occurrences(
        inStory story: String, since: String? = nil, until: String? = nil, limit: Int
    ) throws(RecordError) -> Stretch<ReportedOccurrence> {
        let sql = """
            SELECT link.record, count(*) AS n FROM member AS own CROSS JOIN entry ON entry.articleID = own.memberID
            CROSS JOIN member AS part ON part.memberID = entry.id CROSS JOIN link ON link.id = part.linkID
            WHERE own.linkID = ?1 AND +entry.type = 'event' AND +link.type = 'occurrence' AND +link.date IS NOT NULL
            AND (?2 IS NULL OR +link.date >= substr(?2, 1, length(link.date)))
            AND (?3 IS NULL OR substr(link.date, 1, length(?3)) <= ?3)
            GROUP BY link.id ORDER BY n DESC, link.date, link.id LIMIT ?4
            """
        return try read { db in
            let rows = try Row.fetchAll(db, sql: sql, arguments: [story, since, until, limit + 1])
            return Stretch(
                try rows.map {
                    ReportedOccurrence(
                        occurrence: try StoredJSON.decode(Occurrence.self, $0["record"]), reports: $0["n"])
                }, limit: limit)
        }
    }

    /// A stretch of the occurrences by date, or by the last report where that comes before it, the latest first unless
    /// `isOldestFirst`; the undated last, or not at all from the oldest on.
    ///
    /// - Parameters:
    ///   - title: words of the title, in any case of ASCII letters.
    ///   - since: the first day, month or year, in ISO 8601.
    ///   - until: the last.
    ///   - party: only those in which this party takes part.
    package func occurrences(
        title: String? = nil, status: PoliticalEvent.Status? = nil, since: String? = nil, until: String? = nil,
        party: String? = nil, isOldestFirst: Bool = false, limit: Int, offset: Int = 0
    ) throws(RecordError) -> Stretch<Occurrence> {
        var conditions = [party == nil ? "type = 'occurrence'" : "+type = 'occurrence'"]
        var arguments: StatementArguments = []
        func add(_ condition: String, _ value: String?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += [value]
        }
        add("instr(lower(title), lower(?))", title)
        add("record ->> '$.status' = ?", status?.rawValue)
        add("date >= substr(?, 1, length(date))", since)
        add("substr(date, 1, \(until?.utf8.count ?? 0)) <= ?", until)
        add("id IN (SELECT linkID FROM mention JOIN member ON memberID = entryID WHERE partyID = ?)", party)
        if isOldestFirst { conditions.append("date IS NOT NULL") }
        // Without statistics of the tables, SQLite would sort all of them.
        let index = party == nil ? "INDEXED BY occurrenceByTold" : ""
        let sql = """
            SELECT record FROM link \(index) WHERE \(conditions.joined(separator: " AND "))
            ORDER BY told \(isOldestFirst ? "ASC" : "DESC"), id LIMIT ? OFFSET ?
            """
        return try read { db in
            let records = try String.fetchAll(db, sql: sql, arguments: arguments + [limit + 1, offset])
            return Stretch(try records.map { try StoredJSON.decode(Occurrence.self, $0) }, limit: limit)
        }
    }

    /// How many acts of speech in the articles of a story were first carried by each origin, of those that more than one
    /// article carries; the most first.
    package func origins(inStory story: String) throws(RecordError) -> [NamedCount] {
        let sql = """
            SELECT record ->> '$.origin.outlet' AS name, count(*) AS n FROM link WHERE +type = 'utterance' AND id IN (
                SELECT said.linkID FROM member AS own JOIN statement ON articleID = own.memberID
                JOIN member AS said ON said.memberID = statement.id WHERE own.linkID = ?)
            AND json_array_length(record, '$.carriers') > 1 AND name IS NOT NULL GROUP BY name ORDER BY n DESC, name
            """
        return try read { db in
            try Row.fetchAll(db, sql: sql, arguments: [story]).map {
                NamedCount(name: $0["name"], id: nil, count: $0["n"])
            }
        }
    }
}
