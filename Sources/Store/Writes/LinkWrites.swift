package import DemarcheRecords
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
            try db.execute(sql: "DELETE FROM linked")
            try db.execute(sql: "INSERT INTO linked SELECT count(*) FROM article")
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
