package import DemarcheRecords
internal import FoundationEssentials
internal import GRDB

extension RecordStore {
    /// Puts `links` in the place of all links of the record, and notes for which articles they stand. Only what differs is
    /// written, in one transaction.
    package func replaceLinks(_ links: Links) throws(RecordError) {
        try write { db in
            let changes = [
                try LinkChanges(links.parties, db), try LinkChanges(links.duplicates, db),
                try LinkChanges(links.utterances, db), try LinkChanges(links.proposals, db),
                try LinkChanges(links.series, db), try LinkChanges(links.contradictions, db),
                try LinkChanges(links.occurrences, db), try LinkChanges(links.stories, db),
                try LinkChanges(links.episodes, db),
            ]
            let mentions = try MentionChanges(links.mentions, db)
            for change in changes { try change.write(db) }
            try mentions.write(db)
            for change in changes { try change.removeGone(db) }
            try Self.noteReports(db)
            try db.execute(sql: "DELETE FROM linked")
            try db.execute(sql: "INSERT INTO linked SELECT count(*) FROM article")
        }
    }

    /// Notes of events over articles whose date lies behind all their reports the day of the last of these.
    static func noteReports(_ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE link SET reported = found.late FROM (
                    SELECT one.id,
                        CASE WHEN substr(one.date, 1, length(max(published))) > max(published) THEN max(published) END AS late
                    FROM link AS one JOIN member ON linkID = one.id JOIN entry ON entry.id = memberID
                    JOIN article ON article.id = articleID WHERE one.type = 'occurrence' GROUP BY one.id) AS found
                WHERE found.id = link.id AND reported IS NOT found.late
                """)
    }

    /// Keeps what linking compares of some articles, so that linking again need not read them. It is forgotten when the article,
    /// its date or what is found in it changes.
    package func keepLinkInputs(_ inputs: [(article: String, bytes: [UInt8])], version: String) throws(RecordError) {
        try write { db in
            for (article, bytes) in inputs {
                try db.run(
                    "INSERT OR REPLACE INTO linkInput (articleID, version, bytes) VALUES (?,?,?)",
                    [article, version, Data(bytes)])
            }
        }
    }

    /// Forgets all that is kept of articles for linking.
    package func forgetLinkInputs() throws(RecordError) {
        try write { db in try db.execute(sql: "DELETE FROM linkInput") }
    }

    /// Remembers what the user said of parties; the next linking heeds it.
    package func add(_ edit: PartyEdit) throws(RecordError) {
        try write { db in
            try db.run("INSERT INTO partyEdit (record) VALUES (?)", [try StoredJSON.text(edit)])
            try db.execute(sql: "DELETE FROM linked")
        }
    }

    /// Forgets the last thing that the user said of parties; nil when there was nothing.
    package func removeLastEdit() throws(RecordError) -> PartyEdit? {
        try write { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM partyEdit ORDER BY number DESC LIMIT 1") else {
                return nil
            }
            try db.run("DELETE FROM partyEdit WHERE number = ?", [row["number"] as Int])
            try db.execute(sql: "DELETE FROM linked")
            return try StoredJSON.decode(PartyEdit.self, row["record"])
        }
    }
}
