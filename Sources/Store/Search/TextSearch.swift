internal import GRDB

/// A place in an article where the words asked for stand.
package struct Passage: Sendable {
    package let articleID: String
    package let outlet: String?
    package let published: String?
    package let headline: String?
    /// Some words around the first hit; hits stand between ``open`` and ``close``.
    package let snippet: String

    package static let open = "\u{2}"
    package static let close = "\u{3}"
}

extension RecordStore {
    /// The articles that hold `words` one after another, in any case and with any accents, the closest first (BM25).
    ///
    /// Articles that a killed run kept but did not index are indexed first.
    package func search(_ words: String, limit: Int = 50) throws(RecordError) -> [Passage] {
        try indexText()
        return try read { db in
            guard let pattern = FTS5Pattern(matchingPhrase: words) else { return [] }
            return try Row.fetchAll(db, sql: Self.searchSQL, arguments: [Passage.open, Passage.close, pattern, limit])
                .map {
                    Passage(
                        articleID: $0["id"], outlet: $0["outlet"], published: $0["published"], headline: $0["headline"],
                        snippet: $0["snippet"])
                }
        }
    }

    private static let searchSQL = """
        SELECT article.id, outlet, published, article.headline, snippet(articleText, -1, ?, ?, '…', 32) AS snippet
        FROM articleText JOIN article ON article.row = articleText.rowid
        WHERE articleText MATCH ?
            AND article.id = (SELECT currentID FROM document WHERE document.id = documentID)
        ORDER BY bm25(articleText), article.id LIMIT ?
        """
}
