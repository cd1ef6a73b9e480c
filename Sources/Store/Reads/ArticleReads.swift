package import DemarcheRecords
internal import DemarcheSourceText
internal import FoundationEssentials
internal import GRDB

/// An article of the record with its place among the versions of its document.
package struct StoredArticle: Sendable {
    package let article: Article
    package let version: Int
    /// Whether it is the version that was read last.
    package let isCurrent: Bool
    /// How many statements were found in it; nil while nobody has looked for them.
    package let statementCount: Int?
}

extension RecordStore {
    /// The articles by name. The path of each is the first, in the order of letters, at which its bytes were read.
    package func articles(currentOnly: Bool = false) throws(RecordError) -> [StoredArticle] {
        try read { db in
            let rows = try Row.fetchCursor(db, sql: Self.articleSQL + " ORDER BY id")
            var articles: [StoredArticle] = []
            while let row = try rows.next() { articles.append(try Self.article(row)) }
            return currentOnly ? articles.filter(\.isCurrent) : articles
        }
    }

    /// The names of all articles, in order, for walking a record that is larger than memory.
    package func articleIDs() throws(RecordError) -> [String] {
        try read { db in try String.fetchAll(db, sql: "SELECT id FROM article ORDER BY id") }
    }

    /// The article with this name or whose name begins so; nil when there is none or more than one.
    ///
    /// - Parameter recurring: the blocks that are taken to recur, in place of those that are marked.
    package func article(id: String, recurring: [Int]? = nil) throws(RecordError) -> StoredArticle? {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: Self.articleSQL + " WHERE id >= ? AND id < ? LIMIT 2", arguments: Self.beginning(with: id))
            return rows.count == 1 ? try Self.article(rows[0], recurring: recurring) : nil
        }
    }

    /// The versions of the document that an article is one of, the first one first; empty for a name that is not there.
    package func versions(of id: String) throws(RecordError) -> [StoredArticle] {
        try read { db in
            let sql =
                Self.articleSQL + " WHERE documentID = (SELECT documentID FROM article WHERE id = ?) ORDER BY version"
            return try Row.fetchAll(db, sql: sql, arguments: [id]).map { try Self.article($0) }
        }
    }

    /// The bytes that an article was read from. Where they are the article's text in UTF-8, they are kept only once, as text.
    package func bytes(sha256: String) throws(RecordError) -> [UInt8]? {
        try read { db in
            let sql = "SELECT coalesce(bytes, CAST(text AS BLOB)) FROM article WHERE id = ? AND sha256 = ?"
            let article = Identifier.article(sha256: sha256)
            return try Data.fetchOne(db, sql: sql, arguments: [article, sha256]).map { [UInt8]($0) }
        }
    }

    /// The inputs that were refused when they were last read, by path.
    package func refusals() throws(RecordError) -> [Refusal] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM path WHERE refusal IS NOT NULL ORDER BY path").map { row in
                Refusal(
                    path: row["path"], code: Refusal.Code(rawValue: row["refusalCode"]) ?? .unreadable,
                    reason: row["refusal"])
            }
        }
    }

    /// The bounds of the names that begin so; no name begins with nothing.
    static func beginning(with id: String) -> StatementArguments {
        let id = id.lowercased()
        return [id, id.isEmpty ? "" : id + "\u{10FFFF}"]
    }

    static let articleSQL = """
        SELECT article.row, article.id, version, sha256, mediaType, charset, metadata, text, blocks, recurring,
            (SELECT min(path) FROM path WHERE articleID = article.id) AS path,
            (SELECT offset FROM path WHERE articleID = article.id ORDER BY path LIMIT 1) AS offset,
            (SELECT key FROM document WHERE document.id = documentID) AS documentKey,
            CASE WHEN readBy <> '' THEN (SELECT count(*) FROM statement WHERE articleID = article.id) END
                AS statementCount,
            id = (SELECT currentID FROM document WHERE document.id = documentID) AS isCurrent
        FROM article
        """

    static func article(_ row: Row, recurring: [Int]? = nil) throws -> StoredArticle {
        let offset: Int? = row["offset"]
        let path = (row["path"] as String?).map { offset == nil ? $0 : $0.withoutOffset }
        let source = Source(
            path: path ?? row["documentKey"], offset: offset,
            mediaType: MediaType(rawValue: row["mediaType"]) ?? .plain,
            sha256: row["sha256"], charset: row["charset"])
        var metadata = try StoredJSON.decode(Metadata.self, row["metadata"])
        if offset == nil { metadata.published = metadata.published ?? path.flatMap { RecordedDate(path: $0) } }
        var blocks = try StoredJSON.decode([Block].self, row["blocks"])
        for place in try recurring ?? StoredJSON.blocks(row["recurring"]) where blocks.indices.contains(place) {
            blocks[place] = Block(.boilerplate, blocks[place].span, reason: .recurring)
        }
        let article = Article(
            id: row["id"], source: source, metadata: metadata, text: SourceText(row["text"]), blocks: blocks)
        return StoredArticle(
            article: article, version: row["version"], isCurrent: row["isCurrent"],
            statementCount: row["statementCount"])
    }
}

extension String {
    /// The path of a file in front of the offset of a record in it.
    fileprivate var withoutOffset: String { lastIndex(of: "#").map { String(self[..<$0]) } ?? self }
}
