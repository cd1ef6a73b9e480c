internal import GRDB

/// Why a record could not be opened, read or written. Whatever was in the record before is still in it.
package struct RecordError: Error, Sendable, CustomStringConvertible {
    package enum Code: Sendable { case missing, notARecord, older, newer, locked, full, unreadable, damaged, other }

    package let code: Code
    package let path: String
    package let message: String

    package init(_ code: Code, path: String, message: String) {
        self.code = code
        self.path = path
        self.message = message
    }

    package var description: String { "\(path): \(message)" }

    /// What SQLite said, in words that name what mends it.
    init(_ error: any Error, path: String) {
        if let error = error as? RecordError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.other, path: path, message: "\(error)")
            return
        }
        switch error.resultCode {
        case .SQLITE_NOTADB: self.init(.notARecord, path: path, message: "not a Demarche record; name another file")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .locked, path: path,
                message: "in use by another program; nothing was changed, try again when it is done")
        case .SQLITE_FULL:
            self.init(
                .full, path: path,
                message: "the disk is full; all articles before this one are kept, free some space and read again")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_IOERR:
            self.init(
                .unreadable, path: path,
                message:
                    "cannot be opened or written; check the folder and its permissions (\(error.message ?? "no detail"))"
            )
        case .SQLITE_CORRUPT:
            self.init(.damaged, path: path, message: "damaged; restore a copy, or read the articles into a new record")
        default: self.init(.other, path: path, message: error.message ?? "\(error)")
        }
    }
}
