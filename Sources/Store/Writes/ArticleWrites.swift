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
    /// Whether bytes with this digest were read by this version of the program, so that reading them again gives nothing.
    /// When they were, `path` is noted as one of the places where they stand.
    package func recognize(sha256: String, at path: String) throws(RecordError) -> Bool {
        let isKnown = try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT 1 FROM article WHERE sha256 = ? AND readBy = ?",
                arguments: [sha256, ProgramVersion.name])
        }
        guard isKnown == true else { return false }
        try write { db in
            let article = Identifier.article(sha256: sha256)
            try Self.notePath(path, article: article, db)
            try Self.makeCurrent(article, db)
        }
        return true
    }

    /// Keeps an article with its bytes and all that was found in it, in one transaction.
    package func keep(
        _ article: Article, bytes: [UInt8], statements: [ReportedStatement]
    ) throws(RecordError) -> Keeping {
        try write { db in
            let keeping = try Self.keep(article, bytes, db)
            if keeping != .unchanged { try Self.replaceStatements(of: article, with: statements, db) }
            try Self.notePath(article.source.path, article: article.id, db)
            try Self.makeCurrent(article.id, db)
            return keeping
        }
    }

    /// Notes that `path` was refused, in place of what was noted of it before. Articles read from it stay.
    package func refuse(_ refusal: Refusal) throws(RecordError) {
        try write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO path (path, articleID, refusalCode, refusal) VALUES (?, NULL, ?, ?)",
                arguments: [refusal.path, refusal.code.rawValue, refusal.reason])
        }
    }

    private static func keep(_ article: Article, _ bytes: [UInt8], _ db: Database) throws -> Keeping {
        if let row = try Row.fetchOne(db, sql: "SELECT row, readBy FROM article WHERE id = ?", arguments: [article.id])
        {
            guard row["readBy"] as String != ProgramVersion.name else { return .unchanged }
            try db.execute(sql: updateSQL, arguments: try arguments(article) + [article.id])
            return .readAnew
        }
        try db.execute(
            sql: "INSERT OR IGNORE INTO source (sha256, bytes) VALUES (?, ?)",
            arguments: [article.source.sha256, Data(bytes)])
        let document = try documentID(article, db)
        let version =
            1
            + (try Int.fetchOne(
                db, sql: "SELECT max(version) FROM article WHERE documentID = ?", arguments: [document]) ?? 0)
        try db.execute(
            sql: insertSQL,
            arguments: try arguments(article) + [article.id, document, version, article.source.sha256])
        return version == 1 ? .added : .newVersion(version)
    }

    /// Documents are told apart by their canonical address, or by their path where they have none; what came through
    /// standard input, by its bytes.
    private static func documentID(_ article: Article, _ db: Database) throws -> Int64 {
        let path = article.source.path == "-" ? article.source.sha256 : article.source.path
        let key = article.metadata.url ?? path
        try db.execute(sql: "INSERT OR IGNORE INTO document (key) VALUES (?)", arguments: [key])
        return try Int64.fetchOne(db, sql: "SELECT id FROM document WHERE key = ?", arguments: [key]) ?? 0
    }

    private static let columns = "mediaType, charset, readBy, outlet, published, headline, metadata, text, blocks"
    private static let insertSQL = """
        INSERT INTO article (\(columns), id, documentID, version, sha256) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)
        """
    private static let updateSQL = """
        UPDATE article SET (\(columns)) = (?,?,?,?,?,?,?,?,?) WHERE id = ?
        """

    private static func arguments(_ article: Article) throws -> StatementArguments {
        let metadata = article.metadata
        return [
            article.source.mediaType.rawValue, article.source.charset, ProgramVersion.name,
            metadata.outlet?.name ?? metadata.outlet?.domain, metadata.published?.date, metadata.headline,
            try JSONText.encode(metadata), article.text.string, try JSONText.encode(article.blocks),
        ]
    }

    private static func replaceStatements(
        of article: Article, with statements: [ReportedStatement], _ db: Database
    ) throws {
        try db.execute(sql: "DELETE FROM statement WHERE articleID = ?", arguments: [article.id])
        for (position, statement) in statements.enumerated() {
            let insert = try db.cachedStatement(
                sql: """
                    INSERT INTO statement (id, articleID, position, speaker, naming, act, directness, said, words, record)
                    VALUES (?,?,?,?,?,?,?,?,?,?)
                    """)
            try insert.execute(arguments: [
                statement.id, article.id, position, statement.speaker.name, statement.speaker.naming.rawValue,
                statement.cue?.act.rawValue, statement.directness.rawValue, statement.said?.date,
                statement.content.map(\.exact).joined(separator: " […] "), try JSONText.encode(statement),
            ])
        }
    }

    /// The version that was read last is the current one of its document.
    private static func makeCurrent(_ article: String, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE document SET currentID = ?1 WHERE id = (SELECT documentID FROM article WHERE id = ?1)",
            arguments: [article])
    }

    private static func notePath(_ path: String, article: String, _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO path (path, articleID, refusalCode, refusal) VALUES (?, ?, NULL, NULL)",
            arguments: [path, article])
        try dateByPath(article, db)
    }

    /// Where the source names no date, the first path in the order of letters does, whichever was read first.
    private static func dateByPath(_ article: String, _ db: Database) throws {
        let undated =
            "SELECT min(path) FROM path WHERE articleID = ? AND (SELECT metadata ->> 'published' FROM article WHERE id = ?) IS NULL"
        guard let path = try String.fetchOne(db, sql: undated, arguments: [article, article]) else { return }
        try db.execute(
            sql: "UPDATE article SET published = ? WHERE id = ?", arguments: [RecordedDate(path: path)?.date, article])
    }
}

/// JSON in a column: keys in alphabetical order, so that the same value is the same text.
enum JSONText {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
