package import DemarcheRecords
internal import GRDB

extension RecordStore {
    /// Puts `links` in the place of all links of the record, and notes for which articles they stand.
    package func replaceLinks(_ links: Links) throws(RecordError) {
        try write { db in
            try db.execute(sql: "DELETE FROM link")
            try Self.insert(links.parties, db)
            try Self.insert(links.duplicates, db)
            try Self.insert(links.utterances, db)
            try Self.insert(links.proposals, db)
            try Self.insert(links.series, db)
            try Self.insert(links.contradictions, db)
            try Self.insert(links.occurrences, db)
            try Self.insert(links.stories, db)
            try Self.insert(links.episodes, db)
            try Self.insert(links.mentions, db)
            try db.execute(sql: "DELETE FROM linked")
            try db.execute(sql: "INSERT INTO linked SELECT count(*) FROM article")
        }
    }

    private static func insert<Link: LinkRecord>(_ links: [Link], _ db: Database) throws {
        for link in links {
            try db.run(
                "INSERT INTO link (id, type, title, date, record) VALUES (?,?,?,?,?)",
                [link.id, Link.linkType.rawValue, link.title, link.date, try StoredJSON.text(link)])
            for (position, member) in link.members.enumerated() {
                try db.run("INSERT INTO member VALUES (?,?,?)", [link.id, position, member])
            }
        }
    }

    private static func insert(_ mentions: [PartyMention], _ db: Database) throws {
        for mention in mentions {
            try db.run(
                "INSERT INTO mention (entryID, role, position, partyID) VALUES (?,?,?,?)",
                [mention.entry, mention.role.rawValue, mention.place, mention.party])
        }
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
