internal import GRDB

/// What a list says of an article.
package struct ArticleHead: Sendable, Hashable {
    package let id: String
    package let outlet: String?
    /// In EDTF.
    package let published: String?
    package let headline: String?
}

extension RecordStore {
    /// The heads of all articles, by name; no text is read.
    package func articleHeads() throws(RecordError) -> [String: ArticleHead] {
        try read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT id, outlet, published, headline FROM article ORDER BY id")
            return rows.reduce(into: [:]) { heads, row in
                let id: String = row["id"]
                heads[id] = ArticleHead(
                    id: id, outlet: row["outlet"], published: row["published"], headline: row["headline"])
            }
        }
    }
}
