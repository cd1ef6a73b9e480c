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

extension RecordStore {
    /// The current articles that hold ``ListFilter/expression`` and fit its outlet and dates, the closest first; without an
    /// expression the newest first, with the first words of each. Articles that wait for ``indexText()`` are not found.
    ///
    /// Ranks all that hold the words, and cuts words from those of the stretch alone.
    package func passages(_ filter: ListFilter) throws(RecordError) -> Stretch<Passage> {
        try read { db in
            var conditions = ["article.id NOT IN (\(Self.superseded))"]
            var arguments: StatementArguments = []
            func add(_ condition: String, _ value: String?) {
                guard let value else { return }
                conditions.append(condition)
                arguments += [value]
            }
            add("articleText MATCH ?", filter.expression)
            add("instr(lower(outlet), lower(?))", filter.outlet)
            add("published >= substr(?, 1, length(published))", filter.since)
            add("substr(published, 1, \(filter.until?.utf8.count ?? 0)) <= ?", filter.until)
            let isSought = filter.expression != nil
            let sql = """
                SELECT article.row, article.id, outlet, published, article.headline
                FROM \(isSought ? "articleText JOIN article ON article.row = articleText.rowid" : "article")
                WHERE \(conditions.joined(separator: " AND "))
                ORDER BY \(isSought ? "rank" : "published DESC"), article.id LIMIT ? OFFSET ?
                """
            let rows = try Row.fetchAll(db, sql: sql, arguments: arguments + [filter.limit + 1, filter.offset])
            return Stretch(try rows.map { try Self.passage($0, filter.expression, db) }, limit: filter.limit)
        }
    }

    private static func passage(_ row: Row, _ expression: String?, _ db: Database) throws -> Passage {
        let place: Int64 = row["row"]
        let snippet: String?
        if let expression {
            snippet = try String.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT snippet(articleText, -1, ?, ?, '…', 40) FROM articleText
                        WHERE rowid = ? AND articleText MATCH ?
                        """), arguments: [Passage.open, Passage.close, place, expression])
        } else {
            snippet = try String.fetchOne(
                db.cachedStatement(sql: "SELECT substr(text, 1, 240) FROM article WHERE row = ?"), arguments: [place])
        }
        return Passage(
            articleID: row["id"], outlet: row["outlet"], published: row["published"], headline: row["headline"],
            snippet: snippet ?? "")
    }
}
