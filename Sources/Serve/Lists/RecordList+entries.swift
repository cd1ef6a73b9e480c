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
        listed(type, view) { try $0.store.entries(type, $0.listed()) }
    }

    private static func listed<Entry: TabulatedEntry>(
        _ type: Entry.Type, _ view: @escaping @Sendable (StoredEntry<Entry>, [NamedMention]) -> EntryView,
        rows: @escaping @Sendable (Asked) throws -> Stretch<StoredEntry<Entry>>
    ) -> RecordList {
        RecordList(
            fields: StoredEntry<Entry>.fields, rows: rows, objects: { try $1.objects($0) },
            article: { $0.entry.article },
            entries: { rows, store in
                let mentions = try store.namedMentions(inEntries: rows.map(\.entry.id))
                return rows.compactMap { FeedEntry(view($0, mentions[$0.entry.id] ?? [])) }
            })
    }

    /// The warnings that ``WhatIfView`` shows, by date.
    static let consequences = listed(Warning.self, { EntryView($0, $1, ServerAddresses()) }) { asked in
        guard let act = asked.filter.query else { return Stretch(items: [], goesOn: false) }
        let found = try WhatIfView.found(asked.store, act, asked.place)
        let shown = found.dropFirst(asked.offset).prefix(asked.filter.limit)
        return Stretch(items: shown.map(\.stored), goesOn: found.count > asked.offset + shown.count)
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
