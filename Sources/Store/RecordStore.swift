import DemarcheRecords
internal import FoundationEssentials
internal import GRDB

/// The gate to a record, one SQLite file: writes are named transactions that keep it whole, reads see one moment.
///
/// Opened for writing it uses a write-ahead log, so that a reader never waits and a killed program loses at most the
/// article in flight.
package struct RecordStore: Sendable {
    package let path: String
    let database: any DatabaseWriter

    /// Opens the record at `path`, creating it when `creating` is true.
    ///
    /// - Throws: ``RecordError`` that says what is wrong with the file, which is left as it was.
    package init(path: String, creating: Bool = false) throws(RecordError) {
        self.path = path
        guard creating || FileManager.default.fileExists(atPath: path) else {
            throw RecordError(
                .missing, path: path, message: "no such record; `demarche read FOLDER --into \(path)` makes one")
        }
        do {
            try Self.check(path: path)
            database = try DatabasePool(path: path, configuration: Self.configuration)
            if try !database.read(Schema.migrator.hasCompletedMigrations) { try Schema.migrator.migrate(database) }
        } catch {
            throw RecordError(error, path: path)
        }
    }

    /// A record in memory, for tests.
    package static func inMemory() throws -> RecordStore {
        let queue = try DatabaseQueue(configuration: configuration)
        try Schema.migrator.migrate(queue)
        return RecordStore(path: ":memory:", database: queue)
    }

    private init(path: String, database: any DatabaseWriter) {
        self.path = path
        self.database = database
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        // A group of writes stays open between two calls.
        configuration.allowsUnsafeTransactions = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA journal_size_limit = 67108864;
                    PRAGMA wal_autocheckpoint = 4096
                    """)
        }
        return configuration
    }

    /// Looks into a file that is there before anything of it is touched, but for what a killed program was about to write:
    /// that must be rolled back before anything can be read.
    private static func check(path: String) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let size = attributes?[.size] as? Int, size > 0 else { return }
        do { try check(path: path, readonly: true) } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
        {
            try check(path: path, readonly: false)
        }
    }

    private static func check(path: String, readonly: Bool) throws {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(5)
        try DatabaseQueue(path: path, configuration: configuration).read { db in
            if try isBlank(db) { return }
            guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
                throw RecordError(
                    .notARecord, path: path, message: "a SQLite file, but not a Demarche record; name another file")
            }
            if try !Schema.migrator.appliedIdentifiers(db).isDisjoint(with: Schema.unreleased) {
                throw RecordError(
                    .older, path: path,
                    message: "made before the first release of Demarche; read the articles into a new record")
            }
            if try Schema.migrator.hasBeenSuperseded(db) {
                throw RecordError(
                    .newer, path: path,
                    message: "written by a newer version of Demarche than \(ProgramVersion.number); use that one")
            }
        }
    }

    /// Whether nothing is in the file: a run that was killed while it made the record leaves one without tables, or only with
    /// that of the migrations to come.
    private static func isBlank(_ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT NOT EXISTS (SELECT 1 FROM sqlite_master WHERE tbl_name <> 'grdb_migrations')") ?? false
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(RecordError) -> Value {
        do { return try database.read(body) } catch { throw RecordError(error, path: path) }
    }

    /// Reads through the connection that writes: cheaper than ``read(_:)`` between two writes.
    func readLatest<Value>(_ body: (Database) throws -> Value) throws(RecordError) -> Value {
        do { return try database.writeWithoutTransaction(body) } catch { throw RecordError(error, path: path) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(RecordError) -> Value {
        do { return try database.writeWithoutTransaction { try Self.whole(body, $0) } } catch {
            throw RecordError(error, path: path)
        }
    }

    /// All of `body` or nothing, within the group of writes that is open if one is.
    private static func whole<Value>(_ body: (Database) throws -> Value, _ db: Database) throws -> Value {
        var value: Value?
        let transaction = { () throws -> Database.TransactionCompletion in
            value = try body(db)
            return .commit
        }
        try db.isInsideTransaction ? db.inSavepoint(transaction) : db.inTransaction(nil, transaction)
        guard let value else { throw RecordError(.other, path: "", message: "a write gave nothing") }
        return value
    }

    /// From here on writes are kept together, by the next ``endGroup()``: many small ones cost a third less so. Readers do
    /// not see them before, and a killed program loses them.
    package func beginGroup() throws(RecordError) {
        try readLatest { db in if !db.isInsideTransaction { try db.beginTransaction() } }
    }

    package func endGroup() throws(RecordError) {
        try readLatest { db in if db.isInsideTransaction { try db.commit() } }
    }
}
