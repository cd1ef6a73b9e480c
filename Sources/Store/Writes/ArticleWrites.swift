package import DemarcheRecords
internal import DemarcheSourceText
internal import FoundationEssentials
internal import GRDB

/// What became of an article that was handed over.
package enum Keeping: Sendable, Hashable {
    /// Its bytes were new.
    case added
    /// The same document was there with other bytes; both are kept.
    case newVersion(Int)
    /// These bytes were read by this version of the program before; nothing changed.
    case unchanged
    /// These bytes were read by another version of the program; what it found was replaced.
    case readAnew
}

extension RecordStore {
    /// Whether bytes with this digest were read by this version of the program and its dictionary of actors, so that reading them again gives nothing;
    /// with `articlesOnly`, whether they are there at all. When they are, `path` is noted as one of the places where they
    /// stand.
    package func recognize(
        sha256: String, at path: String, offset: Int? = nil, by reader: ReaderVersion = ReaderVersion(),
        articlesOnly: Bool = false
    ) throws(RecordError) -> Bool {
        let article = Identifier.article(sha256: sha256)
        let isKnown = try readLatest { db in
            let known = try Row.cached(db, "SELECT sha256, readBy FROM article WHERE id = ?", [article])
            return known?["sha256"] == sha256 && (articlesOnly || reader.covers(known?["readBy"] ?? ""))
        }
        guard isKnown else { return false }
        return try write { db in
            try Self.notePath(path, offset, article: article, db)
            if offset == nil { try Self.dateByPath(article, db) }
            try Self.makeCurrent(article, db)
            return true
        }
    }

    /// Keeps an article with its bytes and all that was found in it, in one transaction. Its words can be searched after
    /// ``indexText()``.
    ///
    /// - Parameters:
    ///   - findings: nil when they were not looked for; the article is then read anew when it is kept with them.
    ///   - version: what found them.
    package func keep(
        _ article: Article, bytes: [UInt8], findings: Findings?, by version: ReaderVersion = ReaderVersion()
    ) throws(RecordError) -> Keeping {
        try write { db in
            let reader = findings == nil ? Self.readByNone : version.name
            let keeping = try Self.keep(article, bytes, readBy: reader, db)
            if keeping != .unchanged { try Self.replace(findings ?? Findings(), of: article, db) }
            try Self.notePath(article.source.path, article.source.offset, article: article.id, db)
            switch keeping {
            case .unchanged: if article.source.offset == nil { try Self.dateByPath(article.id, db) }
            case .readAnew: try Self.dateByPath(article.id, db)
            case .added, .newVersion: break
            }
            try Self.makeCurrent(article.id, db)
            return keeping
        }
    }

    /// Writes what is now known of an article's source over what was noted of it; its text, blocks and statements stay, and
    /// so does the document of which it is a version. False when nothing is new.
    package func describe(_ article: Article) throws(RecordError) -> Bool {
        try write { db in
            let row = try Row.cached(db, "SELECT row, metadata FROM article WHERE id = ?", [article.id])
            let metadata = StoredJSON.text(article.metadata)
            guard let row, row["metadata"] as String != metadata else { return false }
            try Self.unindex(row: row["row"], db)
            let outlet = article.metadata.outlet
            try db.run(
                "UPDATE article SET outlet = ?, published = ?, headline = ?, metadata = ? WHERE id = ?",
                [
                    outlet?.name ?? outlet?.domain, article.metadata.published?.common, article.metadata.headline,
                    metadata,
                    article.id,
                ])
            try Self.replaceEdges(of: article, row: row["row"], db)
            try Self.dateByPath(article.id, db)
            return true
        }
    }

    /// Notes that `path` was refused, in place of what was noted of it before. Articles read from it stay.
    package func refuse(_ refusal: Refusal) throws(RecordError) {
        try write { db in
            try db.run(
                "INSERT OR REPLACE INTO path (path, articleID, refusalCode, refusal) VALUES (?, NULL, ?, ?)",
                [refusal.path, refusal.code.rawValue, refusal.reason])
        }
    }

    /// Forgets that `path` was refused.
    package func withdrawRefusal(of path: String) throws(RecordError) {
        try write { db in try db.run("DELETE FROM path WHERE path = ? AND articleID IS NULL", [path]) }
    }

    /// Stands in `readBy` while the statements of an article have not been looked for.
    static let readByNone = ""

    private static func keep(
        _ article: Article, _ bytes: [UInt8], readBy reader: String, _ db: Database
    ) throws -> Keeping {
        let arguments = arguments(article, bytes, readBy: reader)
        if let row = try Row.cached(db, "SELECT row, readBy FROM article WHERE id = ?", [article.id]) {
            guard row["readBy"] as String != reader else { return .unchanged }
            try unindex(row: row["row"], db)
            try db.run(updateSQL, arguments + [article.id])
            try replaceEdges(of: article, row: row["row"], db)
            return .readAnew
        }
        let (document, version) = try place(article, db)
        try db.run(insertSQL, arguments + [article.id, document, version, article.source.sha256])
        let row = db.lastInsertedRowID
        try db.run("INSERT INTO unindexed (row) VALUES (?)", [row])
        try insertEdges(of: article, row: row, db)
        return version == 1 ? .added : .newVersion(version)
    }

    /// The document that the article is a version of, and which.
    ///
    /// Documents are told apart by their canonical address, or by their path where they have none; what came through
    /// standard input or stood in a file of many, by its bytes.
    private static func place(_ article: Article, _ db: Database) throws -> (document: Int64, version: Int) {
        let isNoName = article.source.path == "-" || article.source.offset != nil
        let path = isNoName ? article.source.sha256 : article.source.path
        let key = article.metadata.url ?? path
        try db.run("INSERT OR IGNORE INTO document (key) VALUES (?)", [key])
        if db.changesCount > 0 { return (db.lastInsertedRowID, 1) }
        let sql = """
            SELECT document.id, coalesce(max(version), 0) + 1 AS version
            FROM document LEFT JOIN article ON documentID = document.id WHERE key = ?
            """
        let row = try Row.cached(db, sql, [key])
        return (row?["id"] ?? 0, row?["version"] ?? 1)
    }

    private static let columns =
        "mediaType, charset, readBy, outlet, published, headline, metadata, text, blocks, bytes"
    private static let insertSQL = """
        INSERT INTO article (\(columns), id, documentID, version, sha256) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        """
    private static let updateSQL = """
        UPDATE article SET (\(columns), recurring) = (?,?,?,?,?,?,?,?,?,?,NULL) WHERE id = ?
        """

    /// Bytes that are the text are kept only there.
    private static func arguments(
        _ article: Article, _ bytes: [UInt8], readBy reader: String
    ) -> StatementArguments {
        let metadata = article.metadata
        let source = article.source
        let published = metadata.published ?? (source.offset == nil ? RecordedDate(path: source.path) : nil)
        let isText = bytes == Array(article.text.string.utf8)
        return [
            article.source.mediaType.rawValue, article.source.charset, reader,
            metadata.outlet?.name ?? metadata.outlet?.domain, published?.common, metadata.headline,
            StoredJSON.text(metadata), article.text.string, StoredJSON.text(article.blocks),
            isText ? nil : Data(bytes),
        ]
    }

    /// The version that was read last is the current one of its document.
    private static func makeCurrent(_ article: String, _ db: Database) throws {
        try db.run(
            "UPDATE document SET currentID = ?1 WHERE id = (SELECT documentID FROM article WHERE id = ?1)", [article])
    }

    private static func notePath(_ path: String, _ offset: Int?, article: String, _ db: Database) throws {
        try db.run(
            "INSERT OR REPLACE INTO path (path, offset, articleID, refusalCode, refusal) VALUES (?, ?, ?, NULL, NULL)",
            [Source.place(path, offset), offset, article])
    }

    /// Where the source names no date, the first path in the order of letters does, whichever was read first. A place in a file
    /// of many dates nothing. Looks at all places of the article.
    private static func dateByPath(_ article: String, _ db: Database) throws {
        let undated =
            "SELECT min(path) FROM path WHERE articleID = ? AND offset IS NULL AND (SELECT metadata ->> 'published' FROM article WHERE id = ?) IS NULL"
        guard let path: String = try Row.cached(db, undated, [article, article])?[0] else { return }
        try db.run("UPDATE article SET published = ? WHERE id = ?", [RecordedDate(path: path)?.common, article])
    }
}

extension Database {
    /// Runs a statement that is compiled once for the whole run.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension Row {
    /// The first row of a query that is compiled once for the whole run.
    static func cached(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }
}
