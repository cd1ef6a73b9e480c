import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// What is found for a search, shown by the template `list`: articles with hits in context, or entries of one kind.
struct SearchView {
    let query: String?
    let tabs: [Tab]
    let form: FilterForm
    let count: String
    let entries: [EntryView]
    let hits: [HitView]
    let isEmpty: Bool
    /// What the page is about when nothing is sought yet.
    let isFresh: Bool
    let paging: Paging
    let note: String?

    /// One kind of finding, with how many fit.
    struct Tab {
        let name: String
        let address: String
        let isCurrent: Bool
    }

    /// An article with the words that were sought.
    struct HitView {
        let address: String
        let headline: String
        let outlet: String?
        let date: String
        let pieces: [TextPiece]
    }

    /// Counting stops here.
    private static let most = 10_000

    init(_ store: RecordStore, _ filter: PageFilter) throws {
        let search = SearchQuery(filter.query ?? "")
        let whole = try filter.completed(by: search)
        let kind = Self.kind(whole)
        let listed = whole.listed(expression: search.expression, words: kind == nil ? [] : search.words)
        query = filter.query
        tabs = Self.tabs(filter, kind)
        form = FilterForm(filter, action: "/search", fields: Self.fields(kind), keeping: [.kind])
        isFresh = whole.isEmpty
        if let kind {
            let found = try store.entryViews(kind, listed, words: search.words + [whole[.about]].compactMap(\.self))
            entries = found.entries
            hits = []
            paging = Paging(filter, at: "/search", goesOn: found.goesOn)
            count = Self.written(
                try store.count(EntryType(rawValue: kind.rawValue), listed, upTo: Self.most), kind.rawValue)
        } else {
            let found = isFresh ? nil : try store.passages(listed)
            hits = found?.items.map(Self.hit) ?? []
            entries = []
            paging = Paging(filter, at: "/search", goesOn: found?.goesOn ?? false)
            count = isFresh ? "" : Self.articles(hits.count, filter.page, found?.goesOn ?? false)
        }
        isEmpty = entries.isEmpty && hits.isEmpty && !isFresh
        let isWithoutLinks = try listed.without == .party && !store.isLinked()
        let notes = [
            listed.isOldestFirst ? "Entries without any date are left out in this order." : nil,
            isWithoutLinks ? "The record is not linked, so that no party is known." : nil,
        ].compactMap(\.self)
        note = notes.isEmpty ? nil : notes.joined(separator: " ")
    }

    /// The kind that is asked for, or the one that a field belongs to; nil for articles.
    static func kind(_ filter: PageFilter) -> EntryKind? {
        if let kind = filter[.kind].flatMap(EntryKind.init) { return kind }
        if filter[.force] != nil { return .warning }
        if filter[.stance] != nil || filter[.proposal] != nil { return .position }
        if filter[.status] != nil || filter[.type] != nil { return .event }
        let ofSpeech: [PageFilter.Field] = [.by, .about, .via, .party, .without]
        return ofSpeech.contains { filter[$0] != nil } ? .statement : nil
    }

    private static func fields(_ kind: EntryKind?) -> [PageFilter.Field] {
        switch kind {
        case .statement: [.by, .about, .outlet, .via, .since, .until, .order]
        case .warning: [.by, .about, .outlet, .since, .until, .force, .order]
        case .position: [.by, .about, .outlet, .since, .until, .stance, .order]
        case .event: [.by, .outlet, .since, .until, .status, .type, .order]
        case .claim: [.about, .outlet, .since, .until, .order]
        case nil: [.outlet, .since, .until]
        }
    }

    /// The filters that hold for every kind stay, those of one kind go.
    private static func tabs(_ filter: PageFilter, _ current: EntryKind?) -> [Tab] {
        var common = filter
        for field in [PageFilter.Field.force, .stance, .status, .type, .proposal, .kind, .without] {
            common = common.with(field, nil)
        }
        let articles = [.by, .about, .via, .party, .order].reduce(common) { $0.with($1, nil) }
        return [Tab(name: "Articles", address: articles.address("/search"), isCurrent: current == nil)]
            + EntryKind.allCases.map { kind in
                Tab(
                    name: kind.plural.prefix(1).uppercased() + kind.plural.dropFirst(),
                    address: common.with(.kind, kind.rawValue).address("/search"), isCurrent: kind == current)
            }
    }

    private static func hit(_ passage: DemarcheStore.Passage) -> HitView {
        HitView(
            address: "/articles/\(passage.articleID)", headline: passage.headline ?? "Article without a headline",
            outlet: passage.outlet, date: passage.published.map(Dates.written) ?? "undated",
            pieces: TextPiece.pieces(snippet: passage.snippet))
    }

    private static func written(_ count: Int, _ noun: String) -> String {
        count >= most ? "more than \(Figure.written(most - 1)) \(noun)s" : Figure.count(count, noun)
    }

    private static func articles(_ count: Int, _ page: Int, _ goesOn: Bool) -> String {
        if page == 1, !goesOn { return Figure.count(count, "article") }
        let first = (page - 1) * PageFilter.rows
        return "articles \(first + 1) to \(first + count)" + (goesOn ? " of more" : "")
    }
}
