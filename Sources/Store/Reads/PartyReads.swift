package import DemarcheRecords
internal import GRDB

/// How often a party is mentioned.
package struct PartyCount: Hashable, Sendable {
    package let party: Party
    /// In how many places of entries.
    package let mentions: Int
    package let articles: Int
}

extension RecordStore {
    /// The parties that are mentioned in entries which pass the outlet and dates of `filter`, the most mentioned first; `by` looks
    /// at names and aliases. States are not counted where somebody speaks for them.
    package func partyCounts(_ filter: StatementFilter = StatementFilter()) throws(RecordError) -> [PartyCount] {
        let parties = try links(Party.self)
        let counts = try mentionCounts(filter)
        let found = parties.compactMap { party -> PartyCount? in
            guard Self.holds(filter.by, [party.name] + party.aliases), let count = counts[party.id] else { return nil }
            return PartyCount(party: party, mentions: count.mentions, articles: count.articles)
        }
        return found.sorted {
            ($1.mentions, $1.articles, $0.party.name, $0.party.id)
                < ($0.mentions, $0.articles, $1.party.name, $1.party.id)
        }
    }

    /// A stretch of the parties that are mentioned, the most mentioned first. Counts mentions by an index.
    ///
    /// - Parameter words: of the name or an alias, in any case of ASCII letters.
    package func parties(named words: String?, limit: Int, offset: Int = 0) throws(RecordError) -> Stretch<Party> {
        let sql = """
            SELECT record FROM (SELECT partyID, count(*) AS n FROM mention WHERE role <> 'state' GROUP BY partyID)
            JOIN link ON link.id = partyID
            WHERE ?1 IS NULL OR instr(lower(title), lower(?1)) OR instr(lower(record ->> '$.aliases'), lower(?1))
            ORDER BY n DESC, title, partyID LIMIT ?2 OFFSET ?3
            """
        return try read { db in
            let records = try String.fetchAll(db, sql: sql, arguments: [words, limit + 1, offset])
            return Stretch(try records.map { try StoredJSON.decode(Party.self, $0) }, limit: limit)
        }
    }

    /// How often these parties are mentioned, in their order. Looks up the article of every mention of theirs, in indexes alone:
    /// SQLite would take those of the names, and read from the table where each entry stands.
    package func counts(of parties: [Party]) throws(RecordError) -> [PartyCount] {
        let sql = """
            SELECT partyID, count(*) AS n, count(DISTINCT coalesce(statement.articleID, entry.articleID)) AS articles
            FROM mention LEFT JOIN statement INDEXED BY statementArticle ON statement.id = entryID
            LEFT JOIN entry INDEXED BY entryArticle ON entry.id = entryID
            WHERE partyID IN (SELECT value FROM json_each(?)) AND role <> 'state' GROUP BY partyID
            """
        return try read { db in
            let rows = try Row.fetchAll(db, sql: sql, arguments: [Self.array(parties.map(\.id))])
            let counts = Dictionary(rows.map { ($0["partyID"] as String, $0) }) { first, _ in first }
            return parties.map { party in
                let row = counts[party.id]
                return PartyCount(party: party, mentions: row?["n"] ?? 0, articles: row?["articles"] ?? 0)
            }
        }
    }

    private func mentionCounts(
        _ filter: StatementFilter
    ) throws(RecordError) -> [String: (mentions: Int, articles: Int)] {
        try read { db in
            let (condition, arguments) = Self.condition(filter, date: "published", "article.id")
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT partyID, outlet, count(*) AS mentions, count(DISTINCT article.id) AS articles FROM mention
                    LEFT JOIN statement ON statement.id = entryID LEFT JOIN entry ON entry.id = entryID
                    JOIN article ON article.id = coalesce(statement.articleID, entry.articleID)
                    WHERE role <> 'state' AND \(condition) GROUP BY partyID, outlet
                    """, arguments: arguments)
            var counts: [String: (mentions: Int, articles: Int)] = [:]
            while let row = try rows.next() {
                guard Self.holds(filter.outlet, [row["outlet"] as String?].compactMap(\.self)) else { continue }
                let sum = counts[row["partyID"]] ?? (0, 0)
                counts[row["partyID"]] = (sum.mentions + row["mentions"], sum.articles + row["articles"])
            }
            return counts
        }
    }

    /// What a party says in its own name, by date; the undated last.
    package func statements(of party: Party) throws(RecordError) -> [StoredStatement] {
        let said = Set(try mentions(of: party.id).filter { $0.role == .speaker }.map(\.entry))
        return try statements().filter { said.contains($0.statement.id) }
    }

    /// Entries said, issued, held or done by parties that have these words in a name or alias; none where nothing is linked.
    static func entries(byPartyNamed words: String?, _ db: Database) throws -> Set<String> {
        guard let words else { return [] }
        let records = try String.fetchAll(
            db, sql: "SELECT record FROM link WHERE type = 'party' AND record LIKE ? ESCAPE '\\'",
            arguments: ["%\(escaped(words))%"])
        let parties = try records.map { try StoredJSON.decode(Party.self, $0) }.filter {
            holds(words, [$0.name] + $0.aliases)
        }
        var entries: Set<String> = []
        for party in parties {
            entries.formUnion(
                try String.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT entryID FROM mention
                            WHERE partyID = ? AND role IN ('speaker', 'issuer', 'party', 'actor')
                            """),
                    arguments: [party.id]))
        }
        return entries
    }

    /// For `LIKE`, which is blind to case in ASCII alone: other letters may be any.
    private static func escaped(_ words: String) -> String {
        words.map { letter in
            guard letter.isASCII else { return "%" }
            return "%_\\".contains(letter) ? "\\\(letter)" : "\(letter)"
        }.joined()
    }
}
