package import DemarcheRecords
internal import GRDB

extension RecordStore {
    /// A stretch of the contradictions, the latest first and the undated last.
    ///
    /// - Parameters:
    ///   - words: words of the reason, in any case of ASCII letters.
    ///   - party: only those of which one side is an entry that mentions this party as the one who speaks or holds it.
    ///   - story: only those of which one side stands in an article of this story.
    package func contradictions(
        words: String? = nil, party: String? = nil, story: String? = nil, limit: Int, offset: Int = 0
    ) throws(RecordError) -> Stretch<Contradiction> {
        // With a plus, the type is no reason to go through all contradictions where few are asked for by name.
        var conditions = [party == nil && story == nil ? "type = 'contradiction'" : "+type = 'contradiction'"]
        var arguments: StatementArguments = []
        if let words {
            conditions.append("instr(lower(title), lower(?))")
            arguments += [words]
        }
        if let party {
            conditions.append(
                "id IN (SELECT linkID FROM mention JOIN member ON memberID = entryID WHERE \(Self.holds))")
            arguments += [party]
        }
        if let story {
            conditions.append("id IN (\(Self.sidesInStory))")
            arguments += [story, story]
        }
        let sql = """
            SELECT record FROM link WHERE \(conditions.joined(separator: " AND ")) ORDER BY date DESC, id LIMIT ? OFFSET ?
            """
        return try read { db in
            let records = try String.fetchAll(db, sql: sql, arguments: arguments + [limit + 1, offset])
            return Stretch(try records.map { try StoredJSON.decode(Contradiction.self, $0) }, limit: limit)
        }
    }

    private static let holds = "partyID = ? AND role IN ('speaker', 'state', 'issuer', 'party', 'behalf')"

    private static let sidesInStory = """
        SELECT side.linkID FROM member AS own JOIN entry ON entry.articleID = own.memberID
        JOIN member AS side ON side.memberID = entry.id WHERE own.linkID = ? AND +entry.type = 'position'
        UNION SELECT side.linkID FROM member AS own JOIN statement ON statement.articleID = own.memberID
        JOIN member AS side ON side.memberID = statement.id WHERE own.linkID = ?
        """

    /// The contradictions of which one side is one of these statements, or a position that one of them carries; the latest
    /// first, no more than `limit`. Looks at the entries of the articles of the statements alone.
    package func contradictions(
        touching statements: [String], in articles: [String], limit: Int
    ) throws(RecordError) -> [Contradiction] {
        let sql = """
            SELECT record FROM link WHERE +type = 'contradiction' AND id IN (
                SELECT linkID FROM member WHERE memberID IN (SELECT value FROM json_each(?1)) OR memberID IN (
                    SELECT id FROM entry WHERE articleID IN (SELECT value FROM json_each(?2)) AND +type = 'position'
                    AND statementID IN (SELECT value FROM json_each(?1))))
            ORDER BY date DESC, id LIMIT ?3
            """
        return try read { db in
            try String.fetchAll(db, sql: sql, arguments: [Self.array(statements), Self.array(articles), limit]).map {
                try StoredJSON.decode(Contradiction.self, $0)
            }
        }
    }
}
