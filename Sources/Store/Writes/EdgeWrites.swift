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

    /// Marks these blocks of an article as furniture that recurs, and no others.
    ///
    /// - Parameter findings: what is found in it with these marks, in place of what was found without; nil where nobody
    ///   has looked.
    package func markRecurring(
        _ blocks: [Int], in article: Article, findings: Findings?
    ) throws(RecordError) {
        try write { db in
            try db.run(
                "UPDATE article SET recurring = ? WHERE id = ?",
                [blocks.isEmpty ? nil : StoredJSON.text(blocks), article.id])
            if let findings { try Self.replace(findings, of: article, db) }
        }
    }
}
