package import DemarcheRecords
internal import GRDB

/// The act of speech that a statement renders, in short.
package struct CarriedStatement: Sendable, Equatable {
    package let utterance: String
    /// How many articles carry it.
    package let carriers: Int
}

/// A position that a statement carries, and the proposal that it is on.
package struct CarriedPosition: Sendable, Equatable {
    package let id: String
    package let article: String
    package let stance: Position.Stance
    package let proposal: String
    package let title: String
}

extension RecordStore {
    /// The acts of speech that more than one article carries and that these statements render, by statement.
    package func carried(_ statements: [String]) throws(RecordError) -> [String: CarriedStatement] {
        let sql = """
            SELECT memberID, link.id, json_array_length(record, '$.carriers') AS n FROM member JOIN link ON link.id = linkID
            WHERE memberID IN (SELECT value FROM json_each(?)) AND +type = 'utterance' ORDER BY memberID, link.id
            """
        return try read { db in
            let rows = try Row.fetchAll(db, sql: sql, arguments: [Self.array(statements)])
            let found = rows.compactMap { row -> (String, CarriedStatement)? in
                let count: Int = row["n"]
                return count > 1 ? (row["memberID"], CarriedStatement(utterance: row["id"], carriers: count)) : nil
            }
            return Dictionary(found) { first, _ in first }
        }
    }

    /// A stretch of the acts of speech, those with the most carriers first, or the latest.
    ///
    /// - Parameters:
    ///   - words: words of the fullest rendering, in any case of ASCII letters.
    ///   - party: only those of this party.
    package func utterances(
        words: String? = nil, party: String? = nil, isNewestFirst: Bool = false, limit: Int, offset: Int = 0
    ) throws(RecordError) -> Stretch<Utterance> {
        var conditions = ["type = 'utterance'"]
        var arguments: StatementArguments = []
        if let words {
            conditions.append("instr(lower(title), lower(?))")
            arguments += [words]
        }
        if let party {
            conditions.append("json_extract(record, '$.party') = ?")
            arguments += [party]
        }
        // Without statistics of the tables, SQLite would sort all of them.
        let index = party != nil ? "" : "INDEXED BY \(isNewestFirst ? "linkByDate" : "utteranceByCarriers")"
        let order = isNewestFirst ? "date DESC, id" : "json_array_length(record, '$.carriers') DESC, date, id"
        let sql = """
            SELECT record FROM link \(index) WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(order) LIMIT ? OFFSET ?
            """
        return try read { db in
            let records = try String.fetchAll(db, sql: sql, arguments: arguments + [limit + 1, offset])
            return Stretch(try records.map { try StoredJSON.decode(Utterance.self, $0) }, limit: limit)
        }
    }

    /// The positions that these statements of these articles carry, with the proposals that they are on, by article and place.
    package func carriedPositions(
        by statements: [String], in articles: [String], limit: Int
    ) throws(RecordError) -> [CarriedPosition] {
        let sql = """
            SELECT e.id, e.articleID, e.label, link.id AS proposal, link.title FROM entry AS e
            JOIN member ON member.memberID = e.id JOIN link ON link.id = member.linkID
            WHERE e.articleID IN (SELECT value FROM json_each(?1)) AND +e.type = 'position'
            AND e.statementID IN (SELECT value FROM json_each(?2)) AND +link.type = 'proposal'
            ORDER BY e.articleID, e.position, link.id LIMIT ?3
            """
        return try read { db in
            try Row.fetchAll(db, sql: sql, arguments: [Self.array(articles), Self.array(statements), limit]).compactMap
            {
                row in
                Position.Stance(rawValue: row["label"] ?? "").map {
                    CarriedPosition(
                        id: row["id"], article: row["articleID"], stance: $0, proposal: row["proposal"],
                        title: row["title"])
                }
            }
        }
    }

    /// The type of the link with this name; nil where there is none.
    package func linkType(of id: String) throws(RecordError) -> LinkType? {
        try read { db in
            try String.fetchOne(db, sql: "SELECT type FROM link WHERE id = ?", arguments: [id]).flatMap(LinkType.init)
        }
    }
}
