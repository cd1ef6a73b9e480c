package import DemarcheRecords
internal import GRDB

/// In what order links are listed; names decide between equals.
package enum LinkOrder: Sendable {
    /// The latest first; a story by its last article. The undated last.
    case newest
    /// Series of warnings: those whose force changed most often in kind, then those with the most warnings.
    case moved
    /// By name, without regard to case.
    case title
    /// Those with the most members first.
    case largest
}

/// Who is meant at a place of an entry, by name.
package struct NamedMention: Sendable, Equatable {
    package let mention: PartyMention
    package let name: String
}

/// One position in the matrix of parties and proposals.
package struct PlacedPosition: Sendable, Equatable {
    package let id: String
    package let article: String
    package let proposal: String
    /// The party that holds it: the one on whose behalf it is taken, where there is one.
    package let party: String
    package let stance: Position.Stance
    /// Its day, or that of publication.
    package let day: String?
}

extension RecordStore {
    /// A stretch of the links of a type. Reads as many records as the stretch has, but for `moved`, which looks into all series.
    ///
    /// - Parameters:
    ///   - title: words of the title, in any case of ASCII letters.
    ///   - party: only series of this party.
    ///   - least: only those that connect so many entries or articles.
    package func links<Link: LinkRecord>(
        _ type: Link.Type, by order: LinkOrder, title: String? = nil, party: String? = nil, least: Int = 0, limit: Int,
        offset: Int = 0
    ) throws(RecordError) -> Stretch<Link> {
        var conditions = "type = ?"
        var arguments: StatementArguments = [type.linkType.rawValue]
        if let title {
            conditions += " AND instr(lower(title), lower(?))"
            arguments += [title]
        }
        if let party {
            conditions += " AND json_extract(record, '$.party') = ?"
            arguments += [party]
        }
        if least > 0 {
            conditions += " AND (SELECT count(*) FROM member WHERE linkID = link.id) >= ?"
            arguments += [least]
        }
        let sql = "SELECT record FROM link WHERE \(conditions) ORDER BY \(Self.text(order)) LIMIT ? OFFSET ?"
        return try read { db in
            let records = try String.fetchAll(db, sql: sql, arguments: arguments + [limit + 1, offset])
            return Stretch(try records.map { try StoredJSON.decode(Link.self, $0) }, limit: limit)
        }
    }

    private static func text(_ order: LinkOrder) -> String {
        switch order {
        case .newest: "coalesce(record ->> '$.to', date) DESC, id"
        case .title: "lower(title), id"
        case .largest: "(SELECT count(*) FROM member WHERE linkID = link.id) DESC, id"
        case .moved:
            """
            (SELECT count(DISTINCT point.value ->> 'force') FROM json_each(record, '$.points') AS point) DESC,
            json_array_length(record, '$.points') DESC, id
            """
        }
    }

    /// The links of a type with these names, by date and name.
    package func links<Link: LinkRecord>(_ type: Link.Type, ids: [String]) throws(RecordError) -> [Link] {
        try read { db in
            let sql = """
                SELECT record FROM link WHERE +type = ? AND id IN (SELECT value FROM json_each(?))
                ORDER BY date IS NULL, date, id
                """
            return try String.fetchAll(db, sql: sql, arguments: [type.linkType.rawValue, Self.array(ids)]).map {
                try StoredJSON.decode(Link.self, $0)
            }
        }
    }

    /// The links of a type that connect any of these entries or articles, by date and name.
    package func links<Link: LinkRecord>(
        _ type: Link.Type, holdingAny members: [String], limit: Int
    ) throws(RecordError) -> [Link] {
        try read { db in
            let sql = """
                SELECT record FROM link WHERE +type = ? AND id IN (
                    SELECT linkID FROM member WHERE memberID IN (SELECT value FROM json_each(?)))
                ORDER BY date IS NULL, date, id LIMIT ?
                """
            return try String.fetchAll(
                db, sql: sql, arguments: [type.linkType.rawValue, Self.array(members), limit]
            ).map { try StoredJSON.decode(Link.self, $0) }
        }
    }

    /// The acts of speech in the articles of a story that more than one article carries: those that the most of its articles carry
    /// first, so that what other coverage carries, too, does not stand in front.
    ///
    /// - Parameter headlined: only those that a headline renders, and an article below another.
    package func utterances(
        inStory story: String, headlined: Bool = false, limit: Int
    ) throws(RecordError) -> [Utterance] {
        let inHeadline = """
            AND (SELECT count(DISTINCT one.value ->> 'directness' = 'headline')
                FROM json_each(record, '$.renderings') AS one) = 2
            """
        let sql = """
            SELECT record FROM (
                SELECT said.linkID AS utterance, count(DISTINCT statement.articleID) AS carriers
                FROM member JOIN statement ON articleID = member.memberID
                JOIN member AS said ON said.memberID = statement.id WHERE member.linkID = ? GROUP BY said.linkID)
            JOIN link ON link.id = utterance
            WHERE +type = 'utterance' AND json_array_length(record, '$.carriers') > 1 \(headlined ? inHeadline : "")
            ORDER BY carriers DESC, json_array_length(record, '$.carriers') DESC, date, id LIMIT ?
            """
        return try read { db in
            try String.fetchAll(db, sql: sql, arguments: [story, limit]).map {
                try StoredJSON.decode(Utterance.self, $0)
            }
        }
    }

    /// The titles of links of any type, by name.
    package func titles(of links: [String]) throws(RecordError) -> [String: String] {
        try read { db in
            let sql = "SELECT id, title FROM link WHERE id IN (SELECT value FROM json_each(?))"
            let rows = try Row.fetchAll(db, sql: sql, arguments: [Self.array(links)])
            return Dictionary(rows.map { ($0["id"], $0["title"]) }) { first, _ in first }
        }
    }

    /// The day of the last report of those links whose date lies behind it, by name.
    package func reports(of links: [String]) throws(RecordError) -> [String: String] {
        try read { db in
            let sql =
                "SELECT id, reported FROM link WHERE id IN (SELECT value FROM json_each(?)) AND reported IS NOT NULL"
            let rows = try Row.fetchAll(db, sql: sql, arguments: [Self.array(links)])
            return Dictionary(rows.map { ($0["id"], $0["reported"]) }) { first, _ in first }
        }
    }

    /// Whom each of these entries mentions, by entry.
    package func namedMentions(inEntries entries: [String]) throws(RecordError) -> [String: [NamedMention]] {
        try read { db in
            let sql = """
                SELECT entryID, role, position, partyID, title FROM mention JOIN link ON link.id = partyID
                WHERE entryID IN (SELECT value FROM json_each(?)) ORDER BY entryID, role, position
                """
            let found = try Row.fetchAll(db, sql: sql, arguments: [Self.array(entries)]).compactMap { row in
                PartyMention.Role(rawValue: row["role"]).map { role in
                    NamedMention(
                        mention: PartyMention(
                            entry: row["entryID"], role: role, place: row["position"], party: row["partyID"]),
                        name: row["title"])
                }
            }
            return Dictionary(grouping: found, by: \.mention.entry)
        }
    }

    /// How often a party is mentioned in each role.
    package func roles(of party: String) throws(RecordError) -> [(role: PartyMention.Role, count: Int)] {
        try read { db in
            let sql = "SELECT role, count(*) AS n FROM mention WHERE partyID = ? GROUP BY role ORDER BY role"
            return try Row.fetchAll(db, sql: sql, arguments: [party]).compactMap { row in
                PartyMention.Role(rawValue: row["role"]).map { ($0, row["n"]) }
            }
        }
    }

    /// The proposals with positions, those on which the most parties take one first.
    package func proposals(limit: Int, offset: Int, party: String? = nil) throws(RecordError) -> Stretch<LinkedProposal>
    {
        let sql = """
            SELECT link.record FROM link JOIN member ON linkID = link.id
            JOIN mention ON entryID = memberID AND mention.role = 'party'
            WHERE type = 'proposal' AND (?1 IS NULL OR linkID IN (
                SELECT linkID FROM member JOIN mention ON entryID = memberID WHERE partyID = ?1))
            GROUP BY link.id ORDER BY count(DISTINCT partyID) DESC, count(*) DESC, link.id LIMIT ?2 OFFSET ?3
            """
        return try read { db in
            let records = try String.fetchAll(db, sql: sql, arguments: [party, limit + 1, offset])
            return Stretch(try records.map { try StoredJSON.decode(LinkedProposal.self, $0) }, limit: limit)
        }
    }

    /// The proposals on which parties take positions in articles of a story, those with the most parties first. Looks up the entries
    /// of its articles one by one.
    package func proposals(inStory story: String, limit: Int) throws(RecordError) -> Stretch<LinkedProposal> {
        let sql = """
            SELECT link.record FROM member AS own CROSS JOIN entry ON entry.articleID = own.memberID
            CROSS JOIN member AS part ON part.memberID = entry.id CROSS JOIN link ON link.id = part.linkID
            CROSS JOIN mention ON mention.entryID = entry.id AND mention.role IN ('party', 'behalf')
            WHERE own.linkID = ? AND +entry.type = 'position' AND +link.type = 'proposal'
            GROUP BY link.id ORDER BY count(DISTINCT partyID) DESC, count(*) DESC, link.id LIMIT ?
            """
        return try read { db in
            let records = try String.fetchAll(db, sql: sql, arguments: [story, limit + 1])
            return Stretch(try records.map { try StoredJSON.decode(LinkedProposal.self, $0) }, limit: limit)
        }
    }

    /// The positions on these proposals by whom, in the order of time; the undated last. Looks up their members one by one.
    package func positions(on proposals: [String]) throws(RecordError) -> [PlacedPosition] {
        let sql = """
            SELECT e.id, e.articleID, member.linkID, e.label, e.day, coalesce(
                (SELECT partyID FROM mention WHERE entryID = e.id AND role = 'behalf' ORDER BY position LIMIT 1),
                (SELECT partyID FROM mention WHERE entryID = e.id AND role = 'party' ORDER BY position LIMIT 1)) AS holder
            FROM member JOIN entry AS e ON e.id = memberID AND +e.type = 'position'
            WHERE linkID IN (SELECT value FROM json_each(?)) AND holder IS NOT NULL
            ORDER BY e.day IS NULL, e.day, e.articleID, e.position
            """
        return try read { db in
            try Row.fetchAll(db, sql: sql, arguments: [Self.array(proposals)]).compactMap { row in
                Position.Stance(rawValue: row["label"] ?? "").map {
                    PlacedPosition(
                        id: row["id"], article: row["articleID"], proposal: row["linkID"], party: row["holder"],
                        stance: $0, day: row["day"])
                }
            }
        }
    }

    /// The articles with these names, without their texts, by day and name.
    package func articleLines(ids: [String]) throws(RecordError) -> [ArticleLine] {
        try read { db in
            let sql = """
                SELECT id, outlet, published, headline FROM article WHERE id IN (SELECT value FROM json_each(?))
                ORDER BY published IS NULL, published, id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [Self.array(ids)]).map(Self.line)
        }
    }

    /// A stretch of all current articles, the newest first, without their texts.
    package func articleLines(outlet: String?, limit: Int, offset: Int) throws(RecordError) -> Stretch<ArticleLine> {
        try read { db in
            let sql = """
                SELECT id, outlet, published, headline FROM article
                WHERE id NOT IN (\(Self.superseded)) AND (?1 IS NULL OR outlet = ?1)
                ORDER BY published DESC, id LIMIT ?2 OFFSET ?3
                """
            let rows = try Row.fetchAll(db, sql: sql, arguments: [outlet, limit + 1, offset])
            return Stretch(rows.map(Self.line), limit: limit)
        }
    }

    private static func line(_ row: Row) -> ArticleLine {
        ArticleLine(id: row["id"], outlet: row["outlet"], published: row["published"], headline: row["headline"])
    }
}

/// An article as it stands in a list.
package struct ArticleLine: Sendable, Equatable {
    package let id: String
    package let outlet: String?
    package let published: String?
    package let headline: String?
}
