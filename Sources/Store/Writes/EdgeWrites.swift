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
    /// - Parameters:
    ///   - findings: what is found in it with these marks, in place of what was found without; nil where nobody has looked.
    ///   - version: what found them.
    package func markRecurring(
        _ blocks: [Int], in article: Article, findings: Findings?, by version: ReaderVersion = ReaderVersion()
    ) throws(RecordError) {
        try write { db in
            try db.run(
                "UPDATE article SET recurring = ? WHERE id = ?",
                [blocks.isEmpty ? nil : StoredJSON.text(blocks), article.id])
            guard let findings else { return }
            try db.run("UPDATE article SET readBy = ? WHERE id = ?", [version.name, article.id])
            try Self.replace(findings, of: article, db)
        }
    }
}
