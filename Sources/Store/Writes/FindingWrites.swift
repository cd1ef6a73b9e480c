import DemarcheRecords
internal import GRDB

extension RecordStore {
    /// Writes what was found in an article in place of what was found in it before.
    static func replace(_ findings: Findings, of article: Article, _ db: Database) throws {
        try db.run("DELETE FROM statement WHERE articleID = ?", [article.id])
        try db.run("DELETE FROM entry WHERE articleID = ?", [article.id])
        try db.run("DELETE FROM linkInput WHERE articleID = ?", [article.id])
        try db.run("DELETE FROM linked", [])
        try insert(findings.statements, of: article, db)
        let said = Dictionary(findings.statements.map { ($0.id, $0.said?.common) }) { first, _ in first }
        try insert(findings.warnings.map { EntryRow($0, said) }, of: article, db)
        try insert(findings.positions.map { EntryRow($0, said) }, of: article, db)
        try insert(findings.events.map(EntryRow.init), of: article, db)
        try insert(findings.claims.map { EntryRow($0, said) }, of: article, db)
    }

    private static func insert(_ statements: [ReportedStatement], of article: Article, _ db: Database) throws {
        let sql = """
            INSERT INTO statement (id, articleID, position, speaker, naming, act, directness, said, words, record)
            VALUES (?,?,?,?,?,?,?,?,?,?)
            """
        for (position, statement) in statements.enumerated() {
            try db.run(
                sql,
                [
                    statement.id, article.id, position, statement.speaker.name, statement.speaker.naming.rawValue,
                    statement.cue?.act.rawValue, statement.directness.rawValue, statement.said?.common,
                    statement.content.map(\.exact).joined(separator: " […] "), StoredJSON.text(statement),
                ])
        }
    }

    private static func insert(_ rows: [EntryRow], of article: Article, _ db: Database) throws {
        let sql = """
            INSERT OR IGNORE INTO entry (id, articleID, type, position, party, kind, label, date, words, statementID, record)
            VALUES (?,?,?,?,?,?,?,?,?,?,?)
            """
        for (position, row) in rows.enumerated() {
            try db.run(
                sql,
                [
                    row.id, article.id, row.type.rawValue, position, row.party, row.kind, row.label, row.date,
                    row.words,
                    row.statement, row.record,
                ])
        }
    }
}

/// The columns of an entry that is no statement.
private struct EntryRow {
    var id: String
    var type: EntryType
    var party: String?
    var kind: String?
    var label: String?
    var date: String?
    var words: String
    var statement: String?
    var record: String

    init(_ warning: Warning, _ said: [String: String?]) {
        id = warning.id
        type = .warning
        party = warning.issuer?.shownName
        kind = warning.kind.rawValue
        label = warning.force.rawValue
        date = warning.statement.flatMap { said[$0] ?? nil }
        words = warning.trigger.evidence.exact + " → " + warning.consequence.evidence.exact
        statement = warning.statement
        record = StoredJSON.text(warning)
    }

    init(_ position: Position, _ said: [String: String?]) {
        id = position.id
        type = .position
        party = position.party.shownName
        kind = position.proposal.id
        label = position.stance.rawValue
        date = position.statement.flatMap { said[$0] ?? nil }
        words = position.proposal.evidence.exact
        statement = position.statement
        record = StoredJSON.text(position)
    }

    init(_ event: PoliticalEvent) {
        id = event.id
        type = .event
        party = event.actors.compactMap(\.party.shownName).joined(separator: "; ")
        kind = event.plover.type.rawValue
        label = event.status.rawValue
        date = event.date?.common
        words = event.trigger.exact
        statement = event.statement
        record = StoredJSON.text(event)
    }

    init(_ claim: Claim, _ said: [String: String?]) {
        id = claim.id
        type = .claim
        if case .statement(let id) = claim.attribution { statement = id }
        kind = claim.attribution.name
        label = claim.hedge == nil ? "plain" : "hedged"
        date = statement.flatMap { said[$0] ?? nil }
        words = claim.assertion.exact
        record = StoredJSON.text(claim)
    }
}
