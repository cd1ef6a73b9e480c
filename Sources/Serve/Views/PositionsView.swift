import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// Who stands where: a row for each proposal, in it the parties with their stances in the order of time, shown by the
/// template `positions`.
struct PositionsView {
    let isLinked: Bool
    let proposals: [Row]
    let isEmpty: Bool
    let form: FilterForm
    let active: String?
    let paging: Paging
    let list: String

    typealias Row = ProposalView

    private static let rows = 20, holders = 12

    init(_ store: RecordStore, _ filter: PageFilter) throws {
        isLinked = try store.isLinked()
        let proposals: (items: [LinkedProposal], goesOn: Bool)
        if let id = filter[.proposal] {
            guard let proposal = try store.link(LinkedProposal.self, id: id) else {
                throw PageError.missing("proposal", id)
            }
            proposals = ([proposal], false)
            active = proposal.title
        } else {
            let found = try store.proposals(
                limit: Self.rows, offset: (filter.page - 1) * Self.rows, party: filter[.party])
            proposals = (found.items, found.goesOn)
            active = try filter[.party].flatMap { try store.titles(of: [$0])[$0] }
        }
        self.proposals = try ProposalView.all(
            proposals.items, store, most: filter[.proposal] == nil ? Self.holders : .max, ServerAddresses())
        isEmpty = self.proposals.isEmpty
        form = FilterForm(filter, action: "/positions", fields: [], keeping: [.party, .proposal])
        paging = Paging(filter, at: "/positions", goesOn: proposals.goesOn)
        list = "/search?kind=position"
    }
}
