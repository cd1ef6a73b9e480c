package import DemarcheRecords
internal import FoundationEssentials
internal import GRDB

extension RecordStore {
    /// Puts `links` in the place of all links of the record, and notes for which articles they stand. Only what differs is
    /// written, in one transaction.
    package func replaceLinks(_ links: Links) throws(RecordError) {
        try linking { transaction throws(RecordError) in try transaction.replaceAll(links) }
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
        try write { db in
            // As if none were linked, so that none is kept as it was.
            try db.execute(
                sql: """
                    DELETE FROM linkMemory;
                    INSERT OR IGNORE INTO linkNew SELECT articleID FROM linkInput;
                    DELETE FROM linkInput;
                    DELETE FROM linkFormer
                    """)
        }
    }

    /// Remembers what the user said of parties; the next linking heeds it.
    package func add(_ edit: PartyEdit) throws(RecordError) {
        try write { db in
            try db.run("INSERT INTO partyEdit (record) VALUES (?)", [try StoredJSON.text(edit)])
            try db.execute(sql: "DELETE FROM linked; DELETE FROM linkMemory")
        }
    }

    /// Forgets the last thing that the user said of parties; nil when there was nothing.
    package func removeLastEdit() throws(RecordError) -> PartyEdit? {
        try write { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM partyEdit ORDER BY number DESC LIMIT 1") else {
                return nil
            }
            try db.run("DELETE FROM partyEdit WHERE number = ?", [row["number"] as Int])
            try db.execute(sql: "DELETE FROM linked; DELETE FROM linkMemory")
            return try StoredJSON.decode(PartyEdit.self, row["record"])
        }
    }
}
