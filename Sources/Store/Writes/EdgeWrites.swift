package import DemarcheRecords
internal import GRDB

/// What articles begin and end with, kept so that furniture that no rule knows is learned without reading texts again.
extension RecordStore {
    static func insertEdges(of article: Article, row: Int64, _ db: Database) throws {
        let edges = ArticleEdges(article)
        for paragraph in edges.paragraphs {
            try db.run(
                "INSERT INTO edge (articleRow, block, before, behind, paragraph, core) VALUES (?,?,?,?,?,?)",
                [row, paragraph.block, paragraph.before, paragraph.behind, paragraph.digest, edges.core])
        }
    }

    static func replaceEdges(of article: Article, row: Int64, _ db: Database) throws {
        try db.run("DELETE FROM edge WHERE articleRow = ?", [row])
        try insertEdges(of: article, row: row, db)
    }

    /// Marks these blocks of an article as furniture that recurs, and no others; its statements are dropped, since they were
    /// found without that mark. The number of those, nil when nobody had looked for any.
    package func markRecurring(_ blocks: [Int], in article: String) throws(RecordError) -> Int? {
        try write { db in
            let count = try Row.cached(
                db, "SELECT count(*), (SELECT readBy FROM article WHERE id = ?1) FROM statement WHERE articleID = ?1",
                [article])
            try db.run("DELETE FROM statement WHERE articleID = ?", [article])
            try db.run(
                "UPDATE article SET recurring = ?, readBy = ? WHERE id = ?",
                [blocks.isEmpty ? nil : StoredJSON.text(blocks), Self.readByNone, article])
            return count?[1] == Self.readByNone ? nil : count?[0]
        }
    }

    /// Keeps what was found in an article that is there already.
    package func keep(_ statements: [ReportedStatement], of article: Article) throws(RecordError) {
        try write { db in
            try db.run("DELETE FROM statement WHERE articleID = ?", [article.id])
            try Self.insert(statements, of: article, db)
            try db.run("UPDATE article SET readBy = ? WHERE id = ?", [ProgramVersion.name, article.id])
        }
    }
}
