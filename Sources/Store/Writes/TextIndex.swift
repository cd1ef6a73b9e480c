internal import GRDB

/// The full-text index follows behind the articles: adding many at once costs less than half of adding each by itself.
/// The table `unindexed` says which are still to come, so that nothing is lost when a run is killed in between.
extension RecordStore {
    /// How many articles may wait for ``indexText()`` without much memory in use.
    package static let indexBatch = 256

    /// Brings the full-text index up to the last article that was kept. Without one that waits, nothing is written.
    package func indexText() throws(RecordError) {
        while try read({ db in try Bool.fetchOne(db, sql: "SELECT 1 FROM unindexed LIMIT 1") }) == true {
            try write(Self.indexOldest)
        }
    }

    private static func indexOldest(_ db: Database) throws {
        let oldest = "SELECT row FROM unindexed ORDER BY row LIMIT \(indexBatch)"
        try db.run(
            """
            INSERT INTO articleText (rowid, headline, text)
            SELECT row, headline, text FROM article WHERE row IN (\(oldest))
            """, [])
        try db.run("DELETE FROM unindexed WHERE row IN (\(oldest))", [])
    }

    /// Takes an article out of the index before its words change, and lets it wait to be indexed anew.
    static func unindex(row: Int64, _ db: Database) throws {
        if try Row.cached(db, "SELECT 1 FROM unindexed WHERE row = ?", [row]) != nil { return }
        try db.run(
            """
            INSERT INTO articleText (articleText, rowid, headline, text)
            SELECT 'delete', row, headline, text FROM article WHERE row = ?
            """, [row])
        try db.run("INSERT INTO unindexed (row) VALUES (?)", [row])
    }
}
