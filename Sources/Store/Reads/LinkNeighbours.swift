package import DemarcheRecords
internal import FoundationEssentials
internal import GRDB

/// Under what something of an article is found: a number, and the day as ``CalendarDay`` counts, nil for what is of no day.
package struct KeyOnDay: Hashable, Sendable {
    package let key: Int
    package let day: Int?
    /// For what is of no day, the days of what is looked for; nil for all.
    package let period: ClosedRange<Int>?

    package init(key: Int, day: Int?, period: ClosedRange<Int>?) {
        (self.key, self.day, self.period) = (key, day, period)
    }

    /// The days of what is looked for; nil for all.
    func days(within reach: Int) -> ClosedRange<Int>? { day.map { $0 - reach...$0 + reach } ?? period }

    /// What stands in the place of a day where there is none.
    static let noDay = -1_000_000
}

/// Reading what stands near some articles.
extension LinkTransaction {
    /// The articles of which something stands under one of these keys, no more than `days` from its day or without one; under a key
    /// without a day all.
    package func articles(under keys: Set<KeyOnDay>, within days: Int) throws(RecordError) -> Set<String> {
        try run { db in
            let all = try db.cachedStatement(sql: "SELECT articleRow FROM linkKey WHERE key = ?")
            let near = try db.cachedStatement(
                sql: "SELECT articleRow FROM linkKey WHERE key = ? AND day BETWEEN ? AND ?")
            var rows: Set<Int> = []
            for one in keys {
                guard let days = one.days(within: days) else {
                    rows.formUnion(try Int.fetchAll(all, arguments: [one.key]))
                    continue
                }
                rows.formUnion(try Int.fetchAll(near, arguments: [one.key, days.lowerBound, days.upperBound]))
                rows.formUnion(try Int.fetchAll(near, arguments: [one.key, KeyOnDay.noDay, KeyOnDay.noDay]))
            }
            let name = try db.cachedStatement(sql: "SELECT id FROM article WHERE row = ?")
            return Set(try rows.compactMap { try String.fetchOne(name, arguments: [$0]) })
        }
    }

    /// The articles that have these entries.
    package func articles(of entries: Set<String>) throws(RecordError) -> Set<String> {
        try run { db in try Self.articles(of: entries, db) }
    }

    static func articles(of entries: Set<String>, _ db: Database) throws -> Set<String> {
        let sql = """
            SELECT articleID FROM statement WHERE id IN (SELECT value FROM json_each(?1))
            UNION SELECT articleID FROM entry WHERE id IN (SELECT value FROM json_each(?1))
            """
        return try String.fetchSet(db, sql: sql, arguments: [RecordStore.array(entries.sorted())])
    }

    /// The statements that give these warnings, positions or events.
    package func statements(giving entries: Set<String>) throws(RecordError) -> Set<String> {
        try run { db in
            let sql = """
                SELECT statementID FROM entry WHERE statementID IS NOT NULL AND id IN (SELECT value FROM json_each(?))
                """
            return try String.fetchSet(db, sql: sql, arguments: [RecordStore.array(entries.sorted())])
        }
    }

    /// What is kept of articles for linking; nothing of those that are no current versions.
    package func inputs(of articles: Set<String>) throws(RecordError) -> [(article: String, bytes: [UInt8])] {
        try bytes("SELECT articleID, bytes FROM linkInput WHERE articleID = ?", of: articles.sorted())
    }

    /// Hands over what is kept for linking of every article, by name; that of one is in memory at a time.
    package func eachInput(
        _ take: (_ article: String, _ bytes: [UInt8]) throws(RecordError) -> Void
    ) throws(RecordError) {
        try run { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT articleID, bytes FROM linkInput ORDER BY articleID")
            while let row = try rows.next() {
                try take(row[0], try row.withUnsafeData(atIndex: 1) { $0.map { [UInt8]($0) } ?? [] })
            }
        }
    }

    /// How many articles are linked.
    package func inputCount() throws(RecordError) -> Int {
        try run { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM linkInput") ?? 0 }
    }

    /// What was kept of articles that have changed since they were linked.
    package func formerInputs() throws(RecordError) -> [(article: String, bytes: [UInt8])] {
        let names = try run { db in try String.fetchAll(db, sql: "SELECT articleID FROM linkFormer ORDER BY 1") }
        return try bytes("SELECT articleID, bytes FROM linkFormer WHERE articleID = ?", of: names)
    }

    /// The articles of which the links do not tell yet, by name.
    package func unlinkedArticles() throws(RecordError) -> [String] {
        try run { db in try String.fetchAll(db, sql: "SELECT articleID FROM linkNew ORDER BY 1") }
    }

    private func bytes(
        _ sql: String, of articles: [String]
    ) throws(RecordError) -> [(article: String, bytes: [UInt8])] {
        try run { db in
            let statement = try db.cachedStatement(sql: sql)
            return try articles.compactMap { article in
                guard let row = try Row.fetchOne(statement, arguments: [article]) else { return nil }
                return (article, try row.withUnsafeData(atIndex: 1) { $0.map { [UInt8]($0) } ?? [] })
            }
        }
    }

    /// Who is mentioned in some entries, and the parties.
    package func mentions(
        in entries: Set<String>
    ) throws(RecordError) -> (mentions: [PartyMention], parties: [Party]) {
        try run { db in
            let statement = try db.cachedStatement(
                sql: "SELECT entryID, role, position, partyID FROM mention WHERE entryID = ? ORDER BY role, position")
            let mentions = try entries.sorted().flatMap { entry in
                try Row.fetchAll(statement, arguments: [entry]).compactMap(PartyMention.init)
            }
            let record = try db.cachedStatement(sql: "SELECT record FROM link WHERE id = ?")
            let parties = try Set(mentions.map(\.party)).compactMap { party in
                try String.fetchOne(record, arguments: [party]).map { try StoredJSON.decode(Party.self, $0) }
            }
            return (mentions, parties)
        }
    }

    /// All mentions, by entry, role and place.
    package func mentions() throws(RecordError) -> [PartyMention] {
        try run { db in
            let sql = "SELECT entryID, role, position, partyID FROM mention ORDER BY entryID, role, position"
            let rows = try Row.fetchCursor(db, sql: sql)
            var mentions: [PartyMention] = []
            while let row = try rows.next() { if let mention = PartyMention(row) { mentions.append(mention) } }
            return mentions
        }
    }

    /// The links of a type that connect any of these entries or articles, by name.
    package func links<Link: LinkRecord>(
        _ type: Link.Type, holdingAny members: Set<String>
    ) throws(RecordError) -> [Link] {
        try run { db in
            let ids = try db.cachedStatement(
                sql: "SELECT linkID FROM member JOIN link ON link.id = linkID WHERE memberID = ? AND +type = ?")
            let found = Set(
                try members.flatMap { try String.fetchAll(ids, arguments: [$0, type.linkType.rawValue]) })
            let record = try db.cachedStatement(sql: "SELECT record FROM link WHERE id = ?")
            return try found.sorted().compactMap { id in
                try String.fetchOne(record, arguments: [id]).map { try StoredJSON.decode(Link.self, $0) }
            }
        }
    }

    /// What the user said of parties, the oldest first.
    package func partyEdits() throws(RecordError) -> [PartyEdit] {
        try run(RecordStore.partyEdits)
    }

    /// All links of a type, by name.
    package func links<Link: LinkRecord>(_ type: Link.Type) throws(RecordError) -> [Link] {
        try run { db in
            try String.fetchAll(
                db, sql: "SELECT record FROM link WHERE type = ? ORDER BY id", arguments: [type.linkType.rawValue]
            ).map { try StoredJSON.decode(Link.self, $0) }
        }
    }

    /// How many links of each type there are.
    package func linkCounts() throws(RecordError) -> [LinkType: Int] {
        try run { db in
            let rows = try Row.fetchAll(db, sql: "SELECT type, count(*) FROM link GROUP BY type")
            return Dictionary(rows.compactMap { row in LinkType(rawValue: row[0]).map { ($0, row[1]) } }) { $1 }
        }
    }
}

extension PartyMention {
    init?(_ row: Row) {
        guard let role = Role(rawValue: row["role"]) else { return nil }
        self.init(entry: row["entryID"], role: role, place: row["position"], party: row["partyID"])
    }
}
