import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// All acts of speech, those that the most articles carry first, or the latest; shown by the template `utterancelist`.
struct UtterancesView {
    let isLinked: Bool
    let utterances: [UtteranceLine]
    let isEmpty: Bool
    /// Whose they are, where only those of one party are listed.
    let active: String?
    let form: FilterForm
    let paging: Paging

    init(_ store: RecordStore, _ filter: PageFilter) throws {
        isLinked = try store.isLinked()
        active = try filter[.party].flatMap { try store.titles(of: [$0])[$0] }
        let found = try store.utterances(
            words: filter[.about], party: filter[.party], isNewestFirst: filter[.order] == "newest",
            limit: PageFilter.rows, offset: (filter.page - 1) * PageFilter.rows)
        utterances = try UtteranceLine.lines(found.items, store, ServerAddresses())
        isEmpty = utterances.isEmpty
        form = FilterForm(filter, action: "/utterances", fields: [.about, .order], keeping: [.party])
        paging = Paging(filter, at: "/utterances", goesOn: found.goesOn)
    }
}

extension UtteranceView {
    /// The page of an act of speech.
    init(_ store: RecordStore, _ id: String) throws {
        guard let utterance = try store.link(Utterance.self, id: id) else {
            throw PageError.missing("act of speech", id)
        }
        try self.init(store, utterance, ServerAddresses())
    }
}
