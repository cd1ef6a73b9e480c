package import DemarcheRecords
internal import FoundationEssentials
internal import GRDB

/// What linking reads and writes of a record, all in one transaction: it sees what it wrote, others see all of it or nothing.
package struct LinkTransaction {
    let db: Database
    let path: String

    func run<Value>(_ body: (Database) throws -> Value) throws(RecordError) -> Value {
        do { return try body(db) } catch { throw RecordError(error, path: path) }
    }
}

extension RecordStore {
    /// Calls `body` within one transaction; when it throws nothing is written.
    package func linking<Value>(
        _ body: (LinkTransaction) throws(RecordError) -> Value
    ) throws(RecordError) -> Value {
        try write { db in try body(LinkTransaction(db: db, path: path)) }
    }
}

// MARK: Writing

extension LinkTransaction {
    /// Puts `links` in the place of all links of the record, and notes for which articles they stand. Only what differs is
    /// written.
    package func replaceAll(_ links: Links) throws(RecordError) {
        try replaceParties(links.parties, links.mentions)
        try replaceAllButParties(links)
        try noteAll()
    }

    /// Puts parties and mentions in the place of all of the record.
    package func replaceParties(_ parties: [Party], _ mentions: [PartyMention]) throws(RecordError) {
        try run { db in
            let (parties, mentions) = (try LinkChanges(parties, db), try MentionChanges(mentions, db))
            try parties.write(db)
            try mentions.write(db)
            try parties.removeGone(db)
        }
    }

    /// Puts `links` in the place of all links of the record but parties.
    package func replaceAllButParties(_ links: Links) throws(RecordError) {
        try run { db in
            let changes = [
                try LinkChanges(links.duplicates, db), try LinkChanges(links.utterances, db),
                try LinkChanges(links.proposals, db), try LinkChanges(links.series, db),
                try LinkChanges(links.contradictions, db), try LinkChanges(links.occurrences, db),
                try LinkChanges(links.stories, db), try LinkChanges(links.episodes, db),
            ]
            for change in changes { try change.write(db) }
            for change in changes { try change.removeGone(db) }
            try Self.noteReports(db, of: links.occurrences.map(\.id))
        }
    }

    /// Puts some parties in the place of those of the same names, and of those that are gone, and mentions in the place of those of the same
    /// articles; gives the articles in which somebody is another now, or another's name, kind or country changed.
    ///
    /// - Parameter former: entries that are no longer there.
    package func replaceParties(
        _ parties: [Party], gone: [String], mentions: [String: [PartyMention]], former: [String]
    ) throws(RecordError) -> Set<String> {
        try run { db in
            let changes = try LinkChanges(parties, inPlaceOf: gone, db)
            var articles = Set(mentions.keys)
            for row in changes.changed where try Self.isOther(row.link as? Party, db) {
                let sql = "SELECT entryID FROM mention WHERE partyID = ?"
                let entries = try String.fetchSet(db, sql: sql, arguments: [row.link.id])
                articles.formUnion(try Self.articles(of: entries, db))
            }
            try changes.write(db)
            for entry in former { try db.run("DELETE FROM mention WHERE entryID = ?", [entry]) }
            for article in mentions.keys.sorted() {
                try MentionChanges(mentions[article] ?? [], ofArticle: article, db).write(db)
            }
            try changes.removeGone(db)
            return articles
        }
    }

    /// Whether what others links ask of a party is not as the record has it.
    private static func isOther(_ party: Party?, _ db: Database) throws -> Bool {
        let sql = "SELECT record FROM link WHERE id = ?"
        guard let party, let record = try String.fetchOne(db, sql: sql, arguments: [party.id]) else { return true }
        let known = try StoredJSON.decode(Party.self, record)
        return (known.name, known.kind, known.country) != (party.name, party.kind, party.country)
    }

    /// Puts some links in the place of others; only what differs is written.
    package func replace<Link: LinkRecord>(_ old: [Link], with new: [Link]) throws(RecordError) {
        try replace(named: Set(old.map(\.id)), with: new)
    }

    /// The same for links by name.
    package func replace<Link: LinkRecord>(named old: Set<String>, with new: [Link]) throws(RecordError) {
        let new = new.sorted { $0.id < $1.id }
        try run { db in
            let changes = try LinkChanges(new, inPlaceOf: old.sorted(), db)
            try changes.write(db)
            try changes.removeGone(db)
            if Link.linkType == .occurrence { try Self.noteReports(db, of: new.map(\.id)) }
        }
    }

    /// Notes that the links are those of all that the record holds now.
    package func noteAll() throws(RecordError) {
        try run { db in
            try db.execute(
                sql: """
                    DELETE FROM linked;
                    INSERT INTO linked SELECT count(*) FROM article;
                    DELETE FROM linkNew;
                    DELETE FROM linkFormer
                    """)
        }
    }

    /// Notes of events over articles whose date lies behind all their reports the day of the last of these.
    static func noteReports(_ db: Database, of occurrences: [String]) throws {
        try db.execute(
            sql: """
                UPDATE link SET reported = found.late FROM (
                    SELECT one.id,
                        CASE WHEN substr(one.date, 1, length(max(published))) > max(published) THEN max(published) END AS late
                    FROM link AS one JOIN member ON linkID = one.id JOIN entry ON entry.id = memberID
                    JOIN article ON article.id = articleID
                    WHERE one.id IN (SELECT value FROM json_each(?)) GROUP BY one.id) AS found
                WHERE found.id = link.id AND reported IS NOT found.late
                """, arguments: [RecordStore.array(occurrences)])
    }
}

// MARK: What linking remembers

extension LinkTransaction {
    /// Keeps under what things of an article are found, beside what was kept before.
    package func keep(_ keys: Set<KeyOnDay>, of article: String) throws(RecordError) {
        try run { db in
            let row = try Int.fetchOne(
                db.cachedStatement(sql: "SELECT row FROM article WHERE id = ?"), arguments: [article])
            guard let row else { return }
            let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO linkKey VALUES (?,?,?)")
            for one in keys { try statement.execute(arguments: [one.key, one.day ?? KeyOnDay.noDay, row]) }
        }
    }

    /// Puts the keys of all articles in the place of those that are kept; in the order of keys, so that they are written fast.
    package func replaceKeys(_ keys: [(key: KeyOnDay, article: String)]) throws(RecordError) {
        try run { db in
            try db.execute(sql: "DELETE FROM linkKey")
            let rows = Dictionary(
                uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT id, row FROM article").map {
                    ($0[0] as String, $0[1] as Int)
                })
            let sorted = keys.compactMap { one in
                rows[one.article].map { (key: one.key.key, day: one.key.day ?? KeyOnDay.noDay, row: $0) }
            }.sorted { $0 < $1 }
            let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO linkKey VALUES (?,?,?)")
            for one in sorted { try statement.execute(arguments: [one.key, one.day, one.row]) }
        }
    }

    /// Remembers something that was counted over all articles under a name, or forgets it.
    package func remember(_ bytes: [UInt8]?, as name: String) throws(RecordError) {
        try run { db in
            try db.run("DELETE FROM linkMemory WHERE name = ?", [name])
            if let bytes { try db.run("INSERT INTO linkMemory VALUES (?,?)", [name, Data(bytes)]) }
        }
    }

    /// What is remembered under a name.
    package func remembered(_ name: String) throws(RecordError) -> [UInt8]? {
        try run { db in
            try Data.fetchOne(db, sql: "SELECT bytes FROM linkMemory WHERE name = ?", arguments: [name]).map(Array.init)
        }
    }
}
