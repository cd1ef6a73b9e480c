import DemarcheRecords
internal import GRDB

/// The schema of a record, documented in `Docs/record-database.md`; one named migration a version.
enum Schema {
    /// "dmch": tells a record from other SQLite files.
    static let applicationID = 0x646D_6368

    /// The layouts of records before the first release, which are not carried over.
    static let unreleased: Set<String> = ["1 articles and statements", "1 record"]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 articles, statements, index") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try createArticles(db)
            try createStatements(db)
            try createReading(db)
            try createSearch(db)
        }
        migrator.registerMigration("2 records in files of many") { db in
            try db.alter(table: "path") { t in t.add(column: "offset", .integer) }
        }
        migrator.registerMigration("3 furniture that recurs") { db in try createEdges(db) }
        migrator.registerMigration("4 warnings, positions, events, claims") { db in try createEntries(db) }
        migrator.registerMigration("5 links between articles") { db in try createLinks(db) }
        migrator.registerMigration("6 days of entries, for lists by time") { db in try createDays(db) }
        migrator.registerMigration("7 indexes of what pages list") { db in try createListIndexes(db) }
        migrator.registerMigration("8 what linking keeps of articles") { db in try createLinkInputs(db) }
        migrator.registerMigration("9 days of reports, for what is only planned") { db in try createReports(db) }
        migrator.registerMigration("10 articles of entries, by index alone") { db in
            try db.execute(
                sql: """
                    CREATE INDEX statementArticle ON statement (id, articleID);
                    CREATE INDEX entryArticle ON entry (id, articleID);
                    """)
        }
        migrator.registerMigration("11 what of articles is linked, and where it is found") { db in
            try createNeighbours(db)
        }
        return migrator
    }

    /// One table for all that connects articles, with its members, and a view for each type; whom each entry mentions; what the
    /// user said of parties; and for which articles the links stand.
    private static func createLinks(_ db: Database) throws {
        try db.create(table: "link") { t in
            t.primaryKey("id", .text)
            t.column("type", .text).notNull().indexed()
            t.column("title", .text).notNull()
            t.column("date", .text)
            t.column("record", .jsonText).notNull()
        }
        try db.create(table: "member", options: .withoutRowID) { t in
            t.column("linkID", .text).notNull().references("link", column: "id", onDelete: .cascade)
            t.column("position", .integer).notNull()
            t.column("memberID", .text).notNull().indexed()
            t.primaryKey(["linkID", "position"])
        }
        try db.create(table: "mention", options: .withoutRowID) { t in
            t.column("entryID", .text).notNull()
            t.column("role", .text).notNull()
            t.column("position", .integer).notNull()
            t.column("partyID", .text).notNull().indexed().references("link", column: "id", onDelete: .cascade)
            t.primaryKey(["entryID", "role", "position"])
        }
        try db.create(table: "partyEdit") { t in
            t.autoIncrementedPrimaryKey("number")
            t.column("record", .jsonText).notNull()
        }
        try db.create(table: "linked") { t in t.column("articles", .integer).notNull() }
        for type in LinkType.allCases {
            try db.execute(
                sql:
                    "CREATE VIEW \(type.rawValue) AS SELECT id, title, date, record FROM link WHERE type = '\(type.rawValue)'"
            )
        }
    }

    /// The day of every statement and entry, its own or else that of publication, kept up by triggers, and the indexes by which
    /// a list of many is read a stretch at a time.
    private static func createDays(_ db: Database) throws {
        for (table, own) in [("statement", "said"), ("entry", "date")] {
            try db.alter(table: table) { t in t.add(column: "day", .text) }
            let day = "coalesce(\(own), (SELECT published FROM article WHERE article.id = articleID))"
            try db.execute(
                sql: """
                    UPDATE \(table) SET day = \(day);
                    CREATE TRIGGER \(table)Day AFTER INSERT ON \(table) BEGIN
                        UPDATE \(table) SET day = \(day) WHERE id = NEW.id;
                    END;
                    CREATE TRIGGER \(table)DayOfArticle AFTER UPDATE OF published ON article
                    WHEN OLD.published IS NOT NEW.published BEGIN
                        UPDATE \(table) SET day = \(day) WHERE articleID = NEW.id;
                    END
                    """)
        }
        try db.execute(
            sql: """
                ALTER TABLE entry ADD COLUMN mode TEXT AS (record ->> '$.plover.mode') VIRTUAL;
                CREATE INDEX statementByDay ON statement (day, articleID, position, speaker, id);
                CREATE INDEX statementBySpeaker ON statement (speaker);
                CREATE INDEX entryByDay ON entry (type, day, label, kind, mode, articleID, position, party, id);
                CREATE INDEX articleByOutlet ON article (outlet, published);
                CREATE INDEX linkByParty ON link (type, json_extract(record, '$.party'));
                """)
    }

    /// Where the date of an entry lies behind its report, the day of the report, and by which day it stands in lists. All other
    /// rows stay as they are, since a record has many.
    private static func createReports(_ db: Database) throws {
        for (table, own) in [("statement", "said"), ("entry", "date")] {
            let published = "(SELECT published FROM article WHERE article.id = articleID)"
            let late = "CASE WHEN substr(\(own), 1, length(\(published))) > \(published) THEN \(published) END"
            let both = "day = coalesce(\(own), \(published)), reported = \(late)"
            try db.execute(
                sql: """
                    ALTER TABLE \(table) ADD COLUMN reported TEXT;
                    ALTER TABLE \(table) ADD COLUMN told TEXT AS (coalesce(reported, day)) VIRTUAL;
                    UPDATE \(table) SET reported = \(late) WHERE \(late) IS NOT NULL;
                    DROP TRIGGER \(table)Day;
                    CREATE TRIGGER \(table)Day AFTER INSERT ON \(table) BEGIN
                        UPDATE \(table) SET \(both) WHERE id = NEW.id;
                    END;
                    DROP TRIGGER \(table)DayOfArticle;
                    CREATE TRIGGER \(table)DayOfArticle AFTER UPDATE OF published ON article
                    WHEN OLD.published IS NOT NEW.published BEGIN
                        UPDATE \(table) SET \(both) WHERE articleID = NEW.id;
                    END
                    """)
        }
        try db.execute(
            sql: """
                ALTER TABLE link ADD COLUMN reported TEXT;
                ALTER TABLE link ADD COLUMN told TEXT AS (coalesce(reported, date)) VIRTUAL;
                """)
        let occurrences = try String.fetchAll(db, sql: "SELECT id FROM link WHERE type = 'occurrence'")
        try LinkTransaction.noteReports(db, of: occurrences)
        try createIndexesOfReports(db)
    }

    private static func createIndexesOfReports(_ db: Database) throws {
        let place = "told DESC, articleID, position"
        for (name, column, condition) in [
            ("Speaker", "speaker", "speaker IS NULL"), ("Date", "said", "said IS NULL"),
        ] {
            try db.execute(
                sql: """
                    DROP INDEX statementWithout\(name);
                    CREATE INDEX statementWithout\(name) ON statement (\(column), \(place), id) WHERE \(condition)
                    """)
        }
        for (name, column) in [("Pointer", "pointsOpen"), ("Marks", "marksOpen")] {
            try db.execute(
                sql: """
                    DROP INDEX statementWith\(name);
                    CREATE INDEX statementWith\(name) ON statement (\(column), \(place), id) WHERE \(column) = 1
                    """)
        }
        try db.execute(
            sql: """
                DROP INDEX statementByDay;
                CREATE INDEX statementByTold ON statement (\(place), day, speaker, id);
                CREATE INDEX entryByTold ON entry (type, \(place), day, label, kind, party, id);
                CREATE INDEX occurrenceByTold ON link (told DESC, id) WHERE type = 'occurrence';
                """)
    }

    /// What linking compares of each article, as long as it holds; and the links hold as long as that and the choice of current
    /// versions do.
    private static func createLinkInputs(_ db: Database) throws {
        try db.create(table: "linkInput") { t in
            t.primaryKey("articleID", .text).references("article", column: "id", onDelete: .cascade)
            t.column("version", .text).notNull()
            t.column("bytes", .blob).notNull()
        }
        let changes = ["readBy", "metadata", "published", "text", "blocks", "recurring"]
        try db.execute(
            sql: """
                CREATE TRIGGER linkInputOfArticle AFTER UPDATE OF \(changes.joined(separator: ", ")) ON article
                WHEN \(changes.map { "OLD.\($0) IS NOT NEW.\($0)" }.joined(separator: " OR ")) BEGIN
                    DELETE FROM linkInput WHERE articleID = NEW.id;
                    DELETE FROM linked;
                END;
                CREATE TRIGGER linkInputOfPath BEFORE INSERT ON path
                WHEN NOT EXISTS (
                    SELECT 1 FROM path
                    WHERE path = NEW.path AND articleID IS NEW.articleID AND offset IS NEW.offset) BEGIN
                    DELETE FROM linkInput
                    WHERE articleID IN (NEW.articleID, (SELECT articleID FROM path WHERE path = NEW.path))
                        AND (SELECT metadata ->> 'published' FROM article WHERE id = articleID) IS NULL;
                END;
                CREATE TRIGGER linkedOfDocument AFTER UPDATE OF currentID ON document
                WHEN OLD.currentID IS NOT NEW.currentID BEGIN
                    DELETE FROM linked;
                END
                """)
    }

    /// Of which inputs the links do not yet tell, and on which they rest that have changed since; under which keys and days things of
    /// articles stand; and what was counted over all. So that only what stands near a change is linked again.
    private static func createNeighbours(_ db: Database) throws {
        try db.create(table: "linkFormer") { t in
            t.primaryKey("articleID", .text)
            t.column("bytes", .blob).notNull()
        }
        try db.create(table: "linkKey", options: .withoutRowID) { t in
            t.column("key", .integer).notNull()
            t.column("day", .integer).notNull()
            t.column("articleRow", .integer).notNull()
            t.primaryKey(["key", "day", "articleRow"])
        }
        try db.create(table: "linkMemory", options: .withoutRowID) { t in
            t.primaryKey("name", .text)
            t.column("bytes", .blob).notNull()
        }
        try db.create(table: "linkThing", options: .withoutRowID) { t in
            t.column("kind", .integer).notNull()
            t.column("name", .text).notNull()
            t.column("bytes", .blob).notNull()
            t.primaryKey(["kind", "name"])
        }
        try db.create(table: "linkThingKey", options: .withoutRowID) { t in
            t.column("kind", .integer).notNull()
            t.column("key", .text).notNull()
            t.column("name", .text).notNull()
            t.primaryKey(["kind", "key", "name"])
        }
        try db.create(table: "linkNew") { t in t.primaryKey("articleID", .text) }
        try db.execute(
            sql: """
                CREATE TRIGGER linkNewOfInput AFTER INSERT ON linkInput BEGIN
                    INSERT OR IGNORE INTO linkNew VALUES (NEW.articleID);
                END;
                CREATE TRIGGER linkFormerOfInput BEFORE DELETE ON linkInput BEGIN
                    INSERT OR IGNORE INTO linkFormer SELECT OLD.articleID, OLD.bytes
                    WHERE OLD.articleID NOT IN (SELECT articleID FROM linkNew);
                    DELETE FROM linkNew WHERE articleID = OLD.articleID;
                END;
                DROP TRIGGER linkedOfDocument;
                CREATE TRIGGER linkedOfDocument AFTER UPDATE OF currentID ON document
                WHEN OLD.currentID IS NOT NEW.currentID BEGIN
                    DELETE FROM linkInput WHERE articleID = OLD.currentID;
                    DELETE FROM linked;
                END
                """)
    }

    /// What pages list by time or by carriers, what could not be resolved, and the triggers of warnings without their records.
    private static func createListIndexes(_ db: Database) throws {
        let place = "day, articleID, position, id"
        try db.execute(
            sql: """
                ALTER TABLE statement ADD COLUMN pointsOpen INTEGER AS (instr(record ->> '$.notes', 'not resolved') > 0) VIRTUAL;
                ALTER TABLE statement ADD COLUMN marksOpen INTEGER AS (instr(record ->> '$.notes', 'unbalanced') > 0) VIRTUAL;
                CREATE INDEX linkByDate ON link (type, date DESC, id);
                CREATE INDEX utteranceByCarriers ON link (json_array_length(record, '$.carriers') DESC, date, id)
                    WHERE type = 'utterance';
                CREATE INDEX statementWithoutSpeaker ON statement (speaker, \(place)) WHERE speaker IS NULL;
                CREATE INDEX statementWithoutDate ON statement (said, \(place)) WHERE said IS NULL;
                CREATE INDEX statementWithPointer ON statement (pointsOpen, \(place)) WHERE pointsOpen = 1;
                CREATE INDEX statementWithMarks ON statement (marksOpen, \(place)) WHERE marksOpen = 1;
                CREATE INDEX warningWords ON entry (words, articleID, id) WHERE type = 'warning';
                """)
    }

    private static func createArticles(_ db: Database) throws {
        try db.create(table: "document") { t in
            t.autoIncrementedPrimaryKey("id")
            t.column("key", .text).notNull().unique()
            t.column("currentID", .text).references("article", column: "id", deferred: true)
        }
        try db.create(table: "article") { t in
            t.autoIncrementedPrimaryKey("row")
            t.column("id", .text).notNull().unique()
            t.column("documentID", .integer).notNull().references("document")
            t.column("version", .integer).notNull()
            t.column("sha256", .text).notNull()
            t.column("mediaType", .text).notNull()
            t.column("charset", .text).notNull()
            t.column("readBy", .text).notNull()
            t.column("outlet", .text)
            t.column("published", .text)
            t.column("headline", .text)
            t.column("metadata", .jsonText).notNull()
            t.column("text", .text).notNull()
            t.column("blocks", .jsonText).notNull()
            t.column("bytes", .blob)
            t.uniqueKey(["documentID", "version"])
        }
    }

    private static func createStatements(_ db: Database) throws {
        try db.create(table: "statement") { t in
            t.primaryKey("id", .text)
            t.column("articleID", .text).notNull().indexed().references("article", column: "id", onDelete: .cascade)
            t.column("position", .integer).notNull()
            t.column("speaker", .text)
            t.column("naming", .text).notNull()
            t.column("act", .text)
            t.column("directness", .text).notNull()
            t.column("said", .text)
            t.column("words", .text).notNull()
            t.column("record", .jsonText).notNull()
        }
    }

    private static func createReading(_ db: Database) throws {
        try db.create(table: "path", options: .withoutRowID) { t in
            t.primaryKey("path", .text)
            t.column("articleID", .text).indexed().references("article", column: "id")
            t.column("refusalCode", .text)
            t.column("refusal", .text)
            t.check(sql: "(articleID IS NULL) <> (refusal IS NULL)")
        }
    }

    private static func createEdges(_ db: Database) throws {
        try db.alter(table: "article") { t in t.add(column: "recurring", .jsonText) }
        try db.create(table: "edge", options: .withoutRowID) { t in
            t.column("articleRow", .integer).notNull().references("article", column: "row", onDelete: .cascade)
            t.column("block", .integer).notNull()
            t.column("before", .integer)
            t.column("behind", .integer)
            t.column("paragraph", .integer).notNull()
            t.column("core", .integer).notNull()
            t.primaryKey(["articleRow", "block"])
        }
        try db.create(index: "edgeByParagraph", on: "edge", columns: ["paragraph", "core"])
        let rows = try Row.fetchCursor(db, sql: RecordStore.articleSQL)
        while let row = try rows.next() {
            try RecordStore.insertEdges(of: RecordStore.article(row).article, row: row["row"], db)
        }
    }

    /// One table for all that is no statement, and a view for each type with its own names of columns. What an earlier version
    /// read is read again when it is met.
    private static func createEntries(_ db: Database) throws {
        try db.create(table: "entry") { t in
            t.primaryKey("id", .text)
            t.column("articleID", .text).notNull().indexed().references("article", column: "id", onDelete: .cascade)
            t.column("type", .text).notNull()
            t.column("position", .integer).notNull()
            t.column("party", .text)
            t.column("kind", .text)
            t.column("label", .text)
            t.column("date", .text)
            t.column("words", .text).notNull()
            t.column("statementID", .text)
            t.column("record", .jsonText).notNull()
        }
        for (type, party, kind, label, words) in [
            ("warning", "issuer", "kind", "force", "triggerAndConsequence"),
            ("position", "party", "proposalID", "stance", "proposal"), ("event", "actors", "plover", "status", "words"),
            ("claim", "speaker", "attribution", "hedging", "assertion"),
        ] {
            try db.execute(
                sql: """
                    CREATE VIEW \(type) AS SELECT id, articleID, party AS \(party), kind AS \(kind), label AS \(label), date,
                    words AS \(words), statementID, record FROM entry WHERE type = '\(type)'
                    """)
        }
        try db.execute(sql: "UPDATE article SET readBy = readBy || ' without commitments' WHERE readBy <> ''")
    }

    private static func createSearch(_ db: Database) throws {
        try db.create(virtualTable: "articleText", using: FTS5()) { t in
            t.content = "article"
            t.contentRowID = "row"
            t.tokenizer = .unicode61()
            t.column("headline")
            t.column("text")
        }
        try db.create(table: "unindexed") { t in
            t.primaryKey("row", .integer).references("article", onDelete: .cascade)
        }
    }
}
