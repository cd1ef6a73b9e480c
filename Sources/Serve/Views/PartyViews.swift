import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// All parties, those that speak most first, shown by the template `parties`.
struct PartiesView {
    let isLinked: Bool
    let parties: [TallyView]
    let isEmpty: Bool
    let paging: Paging

    private static let rows = 100

    init(_ store: RecordStore, _ filter: PageFilter) throws {
        isLinked = try store.isLinked()
        if let words = filter[.by] {
            let found = try store.links(
                Party.self, by: .title, title: words, limit: Self.rows, offset: (filter.page - 1) * Self.rows)
            parties = found.items.map { TallyView($0.name, 0, at: "/parties/\($0.id)", most: 1) }
            paging = Paging(filter, at: "/parties", goesOn: found.goesOn)
        } else {
            let found = try TallyView.speakers(
                store, linked: isLinked, limit: Self.rows, offset: (filter.page - 1) * Self.rows)
            parties = found.items
            paging = Paging(filter, at: "/parties", goesOn: found.goesOn)
        }
        isEmpty = parties.isEmpty
    }
}

/// A party: its names and offices, what it says and what is said of it, shown by the template `party`.
struct PartyView {
    let id: String
    let name: String
    let kind: String
    let aliases: [String]
    let hasAliases: Bool
    let offices: [OfficeView]
    let hasOffices: Bool
    let why: [String]
    let hasWhy: Bool
    let tabs: [Tab]
    let entries: [EntryView]
    let isEmpty: Bool
    let paging: Paging
    let series: [SeriesView]
    let positions: String
    /// The latest in which one side is its own.
    let contradictions: [ContradictionView]
    let hasContradictions: Bool
    let allContradictions: String
    let carried: String
    let happenings: String
    let edit: EditForm?

    struct OfficeView {
        let text: String
        let period: String
    }

    /// What of the party is listed.
    struct Tab {
        let name: String
        let address: String
        let isCurrent: Bool
    }

    /// What the forms that change the record need.
    struct EditForm {
        let party: String
        let token: String
        let names: [String]
        let hasNames: Bool
    }

    init(_ store: RecordStore, _ id: String, _ filter: PageFilter, token: EditToken?) throws {
        guard let party = try store.link(Party.self, id: id) else { throw PageError.missing("party", id) }
        self.id = party.id
        name = party.name
        kind = [party.kind?.rawValue, party.country, party.sector].compactMap(\.self).joined(separator: " · ")
        (aliases, hasAliases) = (party.aliases, !party.aliases.isEmpty)
        offices = party.offices.map { OfficeView(text: $0.text, period: Dates.period($0.first, $0.last)) }
        hasOffices = !offices.isEmpty
        (why, hasWhy) = (party.why, !party.why.isEmpty)
        let path = "/parties/\(party.id)"
        let shown = filter[.kind].flatMap(EntryKind.init) ?? .statement
        tabs = EntryKind.allCases.filter { $0 != .claim }.map {
            Tab(
                name: $0.plural.prefix(1).uppercased() + $0.plural.dropFirst(),
                address: PageFilter().with(.kind, $0.rawValue).address(path), isCurrent: $0 == shown)
        }
        var listed = filter.listed()
        listed.party = party.id
        let found = try store.entryViews(shown, listed)
        entries = found.entries
        isEmpty = entries.isEmpty
        paging = Paging(filter, at: path, goesOn: found.goesOn)
        series = try SeriesView.all(
            store.links(Series.self, by: .moved, party: party.id, limit: 4).items, store, most: 12,
            ServerAddresses())
        positions = "/positions?party=\(party.id)"
        let against = try store.contradictions(party: party.id, limit: 3)
        contradictions = try ContradictionView.all(against.items, store, ServerAddresses())
        hasContradictions = !contradictions.isEmpty
        allContradictions = "/contradictions?party=\(party.id)"
        carried = "/utterances?party=\(party.id)"
        happenings = "/occurrences?party=\(party.id)"
        edit = token.map {
            EditForm(party: party.id, token: $0.value, names: party.aliases, hasNames: !party.aliases.isEmpty)
        }
    }
}
