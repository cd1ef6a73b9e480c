import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// The contradictions, the latest first, shown by the template `contradictions`.
struct ContradictionsView {
    let isLinked: Bool
    let contradictions: [ContradictionView]
    let isEmpty: Bool
    /// The party or story that they are narrowed to.
    let active: String?
    let form: FilterForm
    let paging: Paging

    private static let rows = 20

    init(_ store: RecordStore, _ filter: PageFilter) throws {
        isLinked = try store.isLinked()
        let narrowed = [filter[.party], filter[.story]].compactMap(\.self)
        let titles = try store.titles(of: narrowed)
        active = narrowed.isEmpty ? nil : narrowed.map { titles[$0] ?? $0 }.joined(separator: ", ")
        let found = try store.contradictions(
            words: filter[.about], party: filter[.party], story: filter[.story], limit: Self.rows,
            offset: (filter.page - 1) * Self.rows)
        contradictions = try ContradictionView.all(found.items, store, anchored: true, ServerAddresses())
        isEmpty = contradictions.isEmpty
        form = FilterForm(filter, action: "/contradictions", fields: [.about], keeping: [.party, .story])
        paging = Paging(filter, at: "/contradictions", goesOn: found.goesOn)
    }
}

/// One contradiction, shown by the template `contradictionpage`.
struct ContradictionPage {
    let title: String
    let contradiction: ContradictionView
    /// The pages of those who contradict each other.
    let parties: [Party]

    struct Party {
        let name: String
        let address: String
    }

    init(_ store: RecordStore, _ id: String) throws {
        guard let contradiction = try store.link(Contradiction.self, id: id),
            let view = try ContradictionView.all([contradiction], store, ServerAddresses()).first
        else { throw PageError.missing("contradiction", id) }
        self.contradiction = view
        var names: [String] = []
        for side in view.sides where !names.contains(side.who) { names.append(side.who) }
        title = "Contradiction: " + names.joined(separator: " and ")
        var seen: Set<String> = []
        parties = view.sides.compactMap { side in
            side.party.flatMap { seen.insert($0).inserted ? Party(name: side.who, address: $0) : nil }
        }
    }
}
