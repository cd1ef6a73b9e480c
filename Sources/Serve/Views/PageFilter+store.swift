import DemarchePublish
import DemarcheRecords
import DemarcheStore

extension PageFilter {
    /// What the store is asked for, a page of it.
    func listed(expression: String? = nil, words: [String] = []) -> ListFilter {
        var filter = ListFilter()
        filter.by = self[.by]
        filter.about = self[.about]
        filter.outlet = self[.outlet]
        filter.via = self[.via]
        filter.since = self[.since]
        filter.until = self[.until]
        filter.kind = self[.type]
        filter.party = self[.party]
        filter.without = self[.without].flatMap(EntryWant.init)
        filter.link = self[.proposal] ?? self[.story]
        filter.label = self[.force] ?? self[.stance] ?? self[.status]
        filter.expression = SearchQuery.both(expression, self[.about].flatMap { SearchQuery.beginning(with: $0) })
        filter.words = words
        filter.isOldestFirst = self[.order] == "oldest"
        filter.limit = limit
        filter.offset = (page - 1) * limit
        return filter
    }
}

extension RecordStore {
    /// A page of the entries of a kind, ready to be shown, and whether more follow.
    func entryViews(
        _ kind: EntryKind, _ filter: ListFilter, words: [String] = []
    ) throws -> (entries: [EntryView], goesOn: Bool) {
        let addresses = ServerAddresses()
        switch kind {
        case .statement:
            let found = try statements(filter)
            let mentions = try namedMentions(inEntries: found.items.map(\.statement.id))
            let carried = try carried(found.items.map(\.statement.id))
            let views = found.items.map { stored in
                var view = EntryView(stored, mentions[stored.statement.id] ?? [], words: words, addresses)
                view.carried = carried[stored.statement.id].flatMap { EntryView.Carried($0, addresses) }
                return view
            }
            return (views, found.goesOn)
        case .warning: return try views(Warning.self, filter) { EntryView($0, $1, words: words, addresses) }
        case .position: return try views(Position.self, filter) { EntryView($0, $1, words: words, addresses) }
        case .event: return try views(PoliticalEvent.self, filter) { EntryView($0, $1, words: words, addresses) }
        case .claim: return try views(Claim.self, filter) { EntryView($0, $1, words: words, addresses) }
        }
    }

    private func views<Entry: TypedEntry>(
        _ type: Entry.Type, _ filter: ListFilter, _ view: (StoredEntry<Entry>, [NamedMention]) -> EntryView
    ) throws -> (entries: [EntryView], goesOn: Bool) {
        let found = try entries(type, filter)
        let mentions = try namedMentions(inEntries: found.items.map(\.entry.id))
        return (found.items.map { view($0, mentions[$0.entry.id] ?? []) }, found.goesOn)
    }
}
