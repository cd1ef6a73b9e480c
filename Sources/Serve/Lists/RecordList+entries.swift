import DemarchePublish
import DemarcheRecords
import DemarcheStore

extension RecordList {
    static let statements = RecordList(
        fields: StoredStatement.fields, rows: { try $0.store.statements($0.listed()) }, objects: { try $1.objects($0) },
        article: { $0.statement.article },
        entries: { rows, store in
            let mentions = try store.namedMentions(inEntries: rows.map(\.statement.id))
            return rows.compactMap { FeedEntry(EntryView($0, mentions[$0.statement.id] ?? [], ServerAddresses())) }
        })

    static let warnings = entries(Warning.self) { EntryView($0, $1, ServerAddresses()) }
    static let positions = entries(Position.self) { EntryView($0, $1, ServerAddresses()) }
    static let events = entries(PoliticalEvent.self) { EntryView($0, $1, ServerAddresses()) }
    static let claims = entries(Claim.self) { EntryView($0, $1, ServerAddresses()) }

    private static func entries<Entry: TabulatedEntry>(
        _ type: Entry.Type, _ view: @escaping @Sendable (StoredEntry<Entry>, [NamedMention]) -> EntryView
    ) -> RecordList {
        RecordList(
            fields: StoredEntry<Entry>.fields, rows: { try $0.store.entries(type, $0.listed()) },
            objects: { try $1.objects($0) },
            article: { $0.entry.article },
            entries: { rows, store in
                let mentions = try store.namedMentions(inEntries: rows.map(\.entry.id))
                return rows.compactMap { FeedEntry(view($0, mentions[$0.entry.id] ?? [])) }
            })
    }

    static func of(_ kind: EntryKind) -> RecordList {
        switch kind {
        case .statement: statements
        case .warning: warnings
        case .position: positions
        case .event: events
        case .claim: claims
        }
    }

    /// Articles with the words that were sought, or the newest ones.
    static let passages = RecordList(
        fields: Passage.fields, rows: { try $0.store.passages($0.listed()) },
        objects: { rows, _ in rows.map(\.object) },
        entries: { rows, _ in rows.compactMap { FeedEntry($0) } })

    /// Articles without their texts.
    static let articles = RecordList(
        fields: Passage.fields, rows: { try $0.store.passages($0.listed()) },
        objects: { try $1.heads(of: $0.map(\.articleID)) })

    /// What the search shows: entries of the kind that is asked for, or articles.
    static func sought(_ asked: Asked) throws -> RecordList {
        let whole = try asked.filter.completed(by: SearchQuery(asked.filter.query ?? ""))
        return SearchView.kind(whole).map(of) ?? passages
    }
}
