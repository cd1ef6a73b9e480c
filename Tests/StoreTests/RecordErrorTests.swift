import DemarcheRecords
import DemarcheSourceText
import Foundation
import GRDB
import Testing

@testable import DemarcheStore

/// GRDB has a type of that name, too.
private typealias RecordError = DemarcheStore.RecordError

@Suite struct RecordErrorTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func error(_ path: String, creating: Bool = false) throws -> RecordError {
        try #require(throws: RecordError.self) { try RecordStore(path: path, creating: creating) }
    }

    @Test func saysThatAFileIsMissingAndMakesNone() throws {
        let path = folder.path("none.demarche")
        let found = try error(path)
        #expect(found.code == .missing)
        #expect(found.description == "\(path): no such record; `demarche read FOLDER --into \(path)` makes one")
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test(arguments: [false, true]) func leavesAFileThatIsNoDatabaseAlone(creating: Bool) throws {
        let path = folder.path("prose.demarche")
        let prose = Data(String(repeating: "The envoys met again. ", count: 300).utf8)
        try prose.write(to: URL(fileURLWithPath: path))
        let found = try error(path, creating: creating)
        #expect(found.code == .notARecord)
        #expect(found.message == "not a Demarche record; name another file")
        #expect(FileManager.default.contents(atPath: path) == prose)
    }

    @Test(arguments: [false, true]) func leavesAnotherDatabaseAlone(creating: Bool) throws {
        let path = folder.path("other.sqlite")
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE bird (name TEXT); INSERT INTO bird VALUES ('heron')") }
        try other.close()
        let before = FileManager.default.contents(atPath: path)
        let found = try error(path, creating: creating)
        #expect(found.code == .notARecord)
        #expect(found.message == "a SQLite file, but not a Demarche record; name another file")
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    /// What a run leaves that is killed while it makes the record, first with nothing in it and then with GRDB's own table.
    @Test(arguments: ["", "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"])
    func goesOnWithARecordThatWasJustBeingMade(sql: String) throws {
        let path = folder.path("crisis.demarche")
        let started = try DatabasePool(path: path)
        try started.write { try $0.execute(sql: sql) }
        try started.close()
        #expect((FileManager.default.contents(atPath: path)?.count ?? 0) >= 4096)
        #expect(try RecordStore(path: path, creating: true).articleIDs().isEmpty)
        #expect(try RecordStore(path: path).articleIDs().isEmpty)
    }

    /// What a run leaves that is killed in the middle of a write without the log: a journal that must be rolled back.
    @Test func rollsBackWhatAKilledRunWasAboutToWrite() throws {
        let path = folder.path("crisis.demarche")
        let started = try DatabaseQueue(path: folder.path("started.demarche"))
        try started.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = OFF; CREATE TABLE grdb_migrations (identifier TEXT)")
            try db.execute(sql: "PRAGMA cache_spill = 1; PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE half (a)")
            for ending in ["", "-journal"] {
                try FileManager.default.copyItem(
                    atPath: folder.path("started.demarche") + ending, toPath: path + ending)
            }
            try db.execute(sql: "ROLLBACK")
        }
        #expect(try RecordStore(path: path, creating: true).articleIDs().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: path + "-journal"))
    }

    @Test func refusesARecordFromBeforeTheFirstRelease() throws {
        let path = try record("older.demarche")
        let queue = try DatabaseQueue(path: path)
        try queue.write {
            try $0.execute(sql: "UPDATE grdb_migrations SET identifier = '1 record' WHERE identifier LIKE '1 %'")
        }
        try queue.close()
        #expect(try error(path).code == .older)
        #expect(try error(path, creating: true).message.hasSuffix("read the articles into a new record"))
    }

    @Test func refusesARecordOfANewerVersionAndLeavesIt() throws {
        let path = try record("newer.demarche")
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 what comes later')") }
        try queue.close()
        let found = try error(path)
        #expect(found.code == .newer)
        #expect(found.message == "written by a newer version of Demarche than \(ProgramVersion.number); use that one")
        #expect(try error(path, creating: true).code == .newer)
    }

    @Test func saysThatARecordIsDamaged() throws {
        let path = try record("damaged.demarche")
        try? FileManager.default.removeItem(atPath: path + "-wal")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes.replaceSubrange(100..<bytes.count, with: Data(repeating: 0xA5, count: bytes.count - 100))
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(try error(path).code == .damaged)
    }

    @Test func saysThatAFolderIsMissing() throws {
        #expect(try error(folder.path("none/a.demarche"), creating: true).code == .unreadable)
        #expect(try error(folder.url.path, creating: true).code == .unreadable)
    }

    @Test(.enabled(if: getuid() != 0, "root may write everywhere")) func saysThatAFolderIsReadOnly() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path) }
        #expect(try error(folder.path("a.demarche"), creating: true).code == .unreadable)
    }

    /// Waits once for as long as the store does, 5 seconds.
    @Test func readsWhileAnotherProgramWritesAndSaysThatItIsLocked() throws {
        let path = try record("locked.demarche")
        let other = try DatabaseQueue(path: path)
        try other.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            let store = try RecordStore(path: path)
            #expect(try store.articles().count == 1)
            let found = #expect(throws: RecordError.self) {
                try store.keep(Sample("Later\nIt went on.", path: "later.txt"))
            }
            #expect(found?.code == .locked)
            #expect(found?.message == "in use by another program; nothing was changed, try again when it is done")
            try db.execute(sql: "ROLLBACK")
            #expect(try store.keep(Sample("Later\nIt went on.", path: "later.txt")) == .added)
        }
    }

    @Test(arguments: [
        (
            ResultCode.SQLITE_FULL,
            "the disk is full; all articles before this one are kept, free some space and read again"
        ),
        (.SQLITE_CORRUPT, "damaged; restore a copy, or read the articles into a new record"),
        (.SQLITE_BUSY, "in use by another program; nothing was changed, try again when it is done"),
        (.SQLITE_LOCKED, "in use by another program; nothing was changed, try again when it is done"),
        (.SQLITE_NOTADB, "not a Demarche record; name another file"),
        (.SQLITE_READONLY, "cannot be opened or written; check the folder and its permissions (no detail)"),
    ])
    func saysWhatMendsWhatSQLiteReports(code: ResultCode, message: String) {
        let error = RecordError(DatabaseError(resultCode: code, message: "no detail"), path: "x.demarche")
        #expect(error.message == message)
        #expect(error.description.hasPrefix("x.demarche: "))
    }

    @Test func keepsARecordAcrossOpenings() throws {
        let path = try record("kept.demarche")
        let store = try RecordStore(path: path, creating: true)
        #expect(try store.articles().count == 1)
        #expect(try store.keep(Sample("Envoys part\nIt ended.")) == .unchanged)
        #expect(try RecordStore(path: path).articles().count == 1)
    }

    private func record(_ name: String) throws -> String {
        let path = folder.path(name)
        let store = try RecordStore(path: path, creating: true)
        try store.keep(Sample("Envoys part\nIt ended."))
        try store.database.close()
        return path
    }
}
