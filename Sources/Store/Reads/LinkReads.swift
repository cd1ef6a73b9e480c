package import DemarcheRecords
internal import GRDB

extension RecordStore {
    /// Whether links stand in the record, and for all that it holds.
    package func isLinked() throws(RecordError) -> Bool {
        try read { db in try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM linked)") ?? false }
    }

    /// An article with all that was found in it; nil for a name that is not there.
    package func linkSource(of id: String) throws(RecordError) -> LinkSource? {
        guard let stored = try article(id: id) else { return nil }
        return LinkSource(stored.article, try findings(in: id))
    }

    /// The current versions of which nothing is kept for linking by this version of it, by name.
    package func articlesWithoutLinkInput(version: String) throws(RecordError) -> [String] {
        try read { db in
            let sql = """
                SELECT currentID FROM document WHERE currentID IS NOT NULL
                EXCEPT SELECT articleID FROM linkInput WHERE version = ? ORDER BY 1
                """
            return try String.fetchAll(db, sql: sql, arguments: [version])
        }
    }

    /// All that was found in an article, in the order of the text.
    package func findings(in article: String) throws(RecordError) -> Findings {
        try read { db in
            let statements = try String.fetchAll(
                db.cachedStatement(sql: "SELECT record FROM statement WHERE articleID = ? ORDER BY position"),
                arguments: [article])
            var findings = Findings(
                statements: try statements.map { try StoredJSON.decode(ReportedStatement.self, $0) })
            findings.warnings = try Self.records(Warning.self, in: article, db)
            findings.positions = try Self.records(Position.self, in: article, db)
            findings.events = try Self.records(PoliticalEvent.self, in: article, db)
            findings.claims = try Self.records(Claim.self, in: article, db)
            return findings
        }
    }

    private static func records<Entry: TypedEntry>(
        _ type: Entry.Type, in article: String, _ db: Database
    ) throws -> [Entry] {
        try String.fetchAll(
            db.cachedStatement(sql: "SELECT record FROM entry WHERE articleID = ? AND type = ? ORDER BY position"),
            arguments: [article, type.entryType.rawValue]
        ).map { try StoredJSON.decode(Entry.self, $0) }
    }

    /// All links of a type, by date and name; the undated last.
    package func links<Link: LinkRecord>(_ type: Link.Type) throws(RecordError) -> [Link] {
        try links(where: "type = ?", [type.linkType.rawValue])
    }

    /// The links of a type that connect an entry or article with others.
    package func links<Link: LinkRecord>(_ type: Link.Type, holding member: String) throws(RecordError) -> [Link] {
        try links(
            where: "+type = ? AND id IN (SELECT linkID FROM member WHERE memberID = ?)",
            [type.linkType.rawValue, member])
    }

    /// The link of this type with this name or whose name begins so; nil when there is none or more than one.
    package func link<Link: LinkRecord>(_ type: Link.Type, id: String) throws(RecordError) -> Link? {
        let found: [Link] = try links(
            where: "+type = ? AND id >= ? AND id < ?", [type.linkType.rawValue] + Self.beginning(with: id))
        return found.count == 1 ? found[0] : nil
    }

    /// The link that now holds the member after which one of this name was called: acts of speech, events over articles, episodes and
    /// stories get another name when something earlier joins them. Nil where none holds it.
    package func successor(ofLink id: String) throws(RecordError) -> String? {
        guard let (type, member) = Identifier.firstMember(ofLink: id) else { return nil }
        return try read { db in
            try String.fetchOne(
                db, sql: "SELECT linkID FROM member JOIN link ON link.id = linkID WHERE memberID = ? AND +type = ?",
                arguments: [member, type.rawValue])
        }
    }

    private func links<Link: LinkRecord>(
        where condition: String, _ arguments: StatementArguments
    ) throws(RecordError) -> [Link] {
        try read { db in
            let sql = "SELECT record FROM link WHERE \(condition) ORDER BY date IS NULL, date, id"
            return try String.fetchAll(db, sql: sql, arguments: arguments).map {
                try StoredJSON.decode(Link.self, $0)
            }
        }
    }

    /// The articles of the entries that a link connects, or in which a party is mentioned, by name.
    package func articles(of link: String) throws(RecordError) -> [String] {
        let entries = """
            (SELECT memberID FROM member WHERE linkID = ?1 UNION SELECT entryID FROM mention WHERE partyID = ?1)
            """
        return try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT articleID FROM statement WHERE id IN \(entries)
                    UNION SELECT articleID FROM entry WHERE id IN \(entries) ORDER BY articleID
                    """, arguments: [link])
        }
    }

    /// Where a party is mentioned, by entry.
    package func mentions(of party: String) throws(RecordError) -> [PartyMention] {
        try mentions(where: "partyID = ?", party)
    }

    /// Whom an entry mentions.
    package func mentions(in entry: String) throws(RecordError) -> [PartyMention] {
        try mentions(where: "entryID = ?", entry)
    }

    private func mentions(where condition: String, _ id: String) throws(RecordError) -> [PartyMention] {
        try read { db in
            let sql = "SELECT * FROM mention WHERE \(condition) ORDER BY entryID, role, position"
            return try Row.fetchAll(db, sql: sql, arguments: [id]).compactMap(PartyMention.init)
        }
    }

    /// What the user said of parties, the oldest first.
    package func partyEdits() throws(RecordError) -> [PartyEdit] {
        try read(Self.partyEdits)
    }

    static func partyEdits(_ db: Database) throws -> [PartyEdit] {
        try String.fetchAll(db, sql: "SELECT record FROM partyEdit ORDER BY number").map {
            try StoredJSON.decode(PartyEdit.self, $0)
        }
    }
}
