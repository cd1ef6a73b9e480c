internal import GRDB

/// Tells whether something was written into a record.
package final class RecordWatch: Sendable {
    private let connection: DatabaseQueue?

    fileprivate init(_ connection: DatabaseQueue?) { self.connection = connection }

    /// A number that is another one whenever something was written since, by this program or by another; nil where it cannot
    /// be told. It costs some microseconds.
    package func version() -> Int? {
        try? connection?.read { db in try Int.fetchOne(db, sql: "PRAGMA data_version") }
    }
}

extension RecordStore {
    /// Watches over a connection of its own, since SQLite counts what others write. Knows nothing of a record in memory.
    package func watch() -> RecordWatch {
        var configuration = Configuration()
        configuration.readonly = true
        return RecordWatch(path == ":memory:" ? nil : try? DatabaseQueue(path: path, configuration: configuration))
    }
}
