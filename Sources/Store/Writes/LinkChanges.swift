import DemarcheRecords
internal import GRDB

/// What of the links of one type differs from those that the record has.
struct LinkChanges {
    /// A link as its row has it.
    struct Row {
        let link: any LinkRecord
        let record: String
    }

    private(set) var gone: [String] = []
    private(set) var added: [Row] = []
    private(set) var changed: [Row] = []

    /// Walks over both in the order of their names; linear in their number.
    ///
    /// - Parameter links: by name.
    init<Link: LinkRecord>(_ links: [Link], _ db: Database) throws {
        let sql = "SELECT id, record FROM link WHERE type = ? ORDER BY id"
        try self.init(links, try GRDB.Row.fetchCursor(db, sql: sql, arguments: [Link.linkType.rawValue]))
    }

    /// The same for some links that take the place of others.
    init<Link: LinkRecord>(_ links: [Link], inPlaceOf old: [String], _ db: Database) throws {
        let sql = "SELECT id, record FROM link WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        let names = RecordStore.array(old + links.map(\.id))
        try self.init(links, try GRDB.Row.fetchCursor(db, sql: sql, arguments: [names]))
    }

    /// - Parameter stored: what the record has, by name.
    private init<Link: LinkRecord>(_ links: [Link], _ stored: RowCursor) throws {
        var next = try stored.next()
        for link in links {
            while let id: String = next?["id"], id < link.id {
                gone.append(id)
                next = try stored.next()
            }
            let row = Row(link: link, record: try StoredJSON.text(link))
            guard let known = next, known["id"] == link.id else {
                added.append(row)
                continue
            }
            if known["record"] != row.record { changed.append(row) }
            next = try stored.next()
        }
        while let row = next {
            gone.append(row["id"])
            next = try stored.next()
        }
    }

    /// Writes what is new and what changed; what is gone stays until ``removeGone(_:)``, since mentions may point to it.
    func write(_ db: Database) throws {
        for row in added {
            let link = row.link
            try db.run(
                "INSERT INTO link (id, type, title, date, record) VALUES (?,?,?,?,?)",
                [link.id, type(of: link).linkType.rawValue, link.title, link.date, row.record])
            try Self.insertMembers(of: link, db)
        }
        for row in changed {
            let link = row.link
            try db.run(
                "UPDATE link SET title = ?, date = ?, record = ? WHERE id = ?",
                [link.title, link.date, row.record, link.id])
            try db.run("DELETE FROM member WHERE linkID = ?", [link.id])
            try Self.insertMembers(of: link, db)
        }
    }

    /// With the members.
    func removeGone(_ db: Database) throws {
        for id in gone { try db.run("DELETE FROM link WHERE id = ?", [id]) }
    }

    private static func insertMembers(of link: some LinkRecord, _ db: Database) throws {
        for (position, member) in link.members.enumerated() {
            try db.run("INSERT INTO member VALUES (?,?,?)", [link.id, position, member])
        }
    }
}

/// What of the mentions of parties differs from those that the record has.
struct MentionChanges {
    private(set) var gone: [PartyMention] = []
    private(set) var added: [PartyMention] = []

    /// Walks over both in the order of their places; linear in their number. A mention of another party is one that is gone and
    /// one that is added.
    ///
    /// - Parameter mentions: by entry, role and place.
    init(_ mentions: [PartyMention], _ db: Database) throws {
        let sql = "SELECT entryID, role, position, partyID FROM mention ORDER BY entryID, role, position"
        try self.init(mentions, try Row.fetchCursor(db, sql: sql))
    }

    /// The same for those of one article.
    init(_ mentions: [PartyMention], ofArticle article: String, _ db: Database) throws {
        let sql = """
            SELECT entryID, role, mention.position, partyID FROM mention WHERE entryID IN (
                SELECT id FROM statement WHERE articleID = ?1 UNION ALL SELECT id FROM entry WHERE articleID = ?1)
            ORDER BY entryID, role, mention.position
            """
        try self.init(mentions, try Row.fetchCursor(db, sql: sql, arguments: [article]))
    }

    /// - Parameter stored: those that the record has, by entry, role and place.
    private init(_ mentions: [PartyMention], _ stored: RowCursor) throws {
        var next = try stored.next().flatMap(PartyMention.init)
        for mention in mentions {
            while let known = next, Self.isBefore(known, mention) {
                gone.append(known)
                next = try stored.next().flatMap(PartyMention.init)
            }
            guard let known = next, !Self.isBefore(mention, known) else {
                added.append(mention)
                continue
            }
            if known.party != mention.party {
                gone.append(known)
                added.append(mention)
            }
            next = try stored.next().flatMap(PartyMention.init)
        }
        while let known = next {
            gone.append(known)
            next = try stored.next().flatMap(PartyMention.init)
        }
    }

    func write(_ db: Database) throws {
        for mention in gone {
            try db.run(
                "DELETE FROM mention WHERE entryID = ? AND role = ? AND position = ?",
                [mention.entry, mention.role.rawValue, mention.place])
        }
        for mention in added {
            try db.run(
                "INSERT INTO mention (entryID, role, position, partyID) VALUES (?,?,?,?)",
                [mention.entry, mention.role.rawValue, mention.place, mention.party])
        }
    }

    private static func isBefore(_ one: PartyMention, _ other: PartyMention) -> Bool {
        if one.entry != other.entry { return one.entry < other.entry }
        return (one.role.rawValue, one.place) < (other.role.rawValue, other.place)
    }
}
