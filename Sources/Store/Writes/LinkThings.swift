import DemarcheRecords
internal import FoundationEssentials
internal import GRDB

/// What linking remembers piece by piece: things of a kind by name, and under which keys names stand. What they are is the business of
/// who keeps them.
extension LinkTransaction {
    /// Nil where there is none of this name.
    package func thing(_ kind: Int, _ name: String) throws(RecordError) -> [UInt8]? {
        try run { db in
            try Data.fetchOne(
                db.cachedStatement(sql: "SELECT bytes FROM linkThing WHERE kind = ? AND name = ?"),
                arguments: [kind, name]
            ).map(Array.init)
        }
    }

    /// The names of all of a kind.
    package func things(_ kind: Int) throws(RecordError) -> [String] {
        try run { db in
            try String.fetchAll(
                db.cachedStatement(sql: "SELECT name FROM linkThing WHERE kind = ? ORDER BY name"), arguments: [kind])
        }
    }

    /// The name that comes last of a kind.
    package func lastThing(_ kind: Int) throws(RecordError) -> String? {
        try run { db in
            try String.fetchOne(db, sql: "SELECT max(name) FROM linkThing WHERE kind = ?", arguments: [kind])
        }
    }

    /// Keeps a thing in the place of the one with its name; nil removes that.
    package func put(_ bytes: [UInt8]?, _ kind: Int, _ name: String) throws(RecordError) {
        try run { db in
            if let bytes {
                try db.run("INSERT OR REPLACE INTO linkThing VALUES (?,?,?)", [kind, name, Data(bytes)])
            } else {
                try db.run("DELETE FROM linkThing WHERE kind = ? AND name = ?", [kind, name])
            }
        }
    }

    /// The names that stand under a key, in order.
    package func names(_ kind: Int, under key: String) throws(RecordError) -> [String] {
        try run { db in
            try String.fetchAll(
                db.cachedStatement(sql: "SELECT name FROM linkThingKey WHERE kind = ? AND key = ? ORDER BY name"),
                arguments: [kind, key])
        }
    }

    /// The names under a key that come before another, the nearest first.
    package func names(
        _ kind: Int, under key: String, before name: String, most: Int
    ) throws(RecordError) -> [String] {
        try run { db in
            let sql = "SELECT name FROM linkThingKey WHERE kind = ? AND key = ? AND name < ? ORDER BY name DESC LIMIT ?"
            return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [kind, key, name, most])
        }
    }

    /// The names under a key that come after another, the nearest first.
    package func names(
        _ kind: Int, under key: String, after name: String, most: Int
    ) throws(RecordError) -> [String] {
        try run { db in
            let sql = "SELECT name FROM linkThingKey WHERE kind = ? AND key = ? AND name > ? ORDER BY name LIMIT ?"
            return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [kind, key, name, most])
        }
    }

    package func put(_ name: String, _ kind: Int, under key: String) throws(RecordError) {
        try run { db in try db.run("INSERT OR IGNORE INTO linkThingKey VALUES (?,?,?)", [kind, key, name]) }
    }

    package func remove(_ name: String, _ kind: Int, under key: String) throws(RecordError) {
        try run { db in
            try db.run("DELETE FROM linkThingKey WHERE kind = ? AND key = ? AND name = ?", [kind, key, name])
        }
    }

    package func forgetThings() throws(RecordError) {
        try run { db in try db.execute(sql: "DELETE FROM linkThing; DELETE FROM linkThingKey") }
    }

    /// Forgets things and keys of some kinds.
    package func forgetThings(_ kinds: [Int]) throws(RecordError) {
        try run { db in
            for kind in kinds {
                try db.run("DELETE FROM linkThing WHERE kind = ?", [kind])
                try db.run("DELETE FROM linkThingKey WHERE kind = ?", [kind])
            }
        }
    }
}
