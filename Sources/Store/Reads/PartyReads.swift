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
