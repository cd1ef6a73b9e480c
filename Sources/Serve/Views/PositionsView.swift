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

    /// One proposal.
    struct Row {
        let id: String
        let title: String
        let summary: String
        let parties: [Holder]
        let rest: String?
        let all: String
    }

    /// A party with its stances on the proposal.
    struct Holder {
        let name: String
        let address: String
        let stances: [Stance]
        /// Whether a later stance differs from an earlier one.
        let moved: Bool
    }

    /// One stance and where it was printed.
    struct Stance {
        /// What it is to the one before: nothing for the first, `then` for one that differs on a later day, else `also`.
        let turn: String?
        let name: String
        let labelClass: String
        let date: String
        let address: String
    }

    private static let rows = 20, holders = 24

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
        let placed = try store.positions(on: proposals.items.map(\.id))
        let names = try store.titles(of: Set(placed.map(\.party)).sorted())
        let byProposal = Dictionary(grouping: placed, by: \.proposal)
        self.proposals = proposals.items.map {
            Row($0, byProposal[$0.id] ?? [], names, most: filter[.proposal] == nil ? Self.holders : .max)
        }
        isEmpty = self.proposals.isEmpty
        form = FilterForm(filter, action: "/positions", fields: [], keeping: [.party, .proposal])
        paging = Paging(filter, at: "/positions", goesOn: proposals.goesOn)
        list = "/search?kind=position"
    }
}

extension PositionsView.Row {
    /// The parties with the most positions first; those that moved before others.
    fileprivate init(_ proposal: LinkedProposal, _ placed: [PlacedPosition], _ names: [String: String], most: Int) {
        id = proposal.id
        title = proposal.title
        let groups = Dictionary(grouping: placed, by: \.party)
        let holders = groups.keys.sorted().map { party in
            PositionsView.Holder(party, names[party] ?? party, groups[party] ?? [])
        }.sorted { one, other in
            (one.moved ? 0 : 1, -one.stances.count, one.name) < (other.moved ? 0 : 1, -other.stances.count, other.name)
        }
        parties = Array(holders.prefix(most))
        let left = holders.count - parties.count
        rest = left > 0 ? Figure.count(left, "more party", "more parties") : nil
        all = "/positions?proposal=\(proposal.id)"
        let moved = holders.count { $0.moved }
        summary =
            Figure.count(placed.count, "position") + " of " + Figure.count(holders.count, "party", "parties")
            + (moved > 0 ? "; \(moved) changed" : "")
    }
}

extension PositionsView.Holder {
    /// Repeated stances in a row are shown once, with the first day.
    fileprivate init(_ party: String, _ name: String, _ placed: [PlacedPosition]) {
        self.name = name
        address = "/parties/\(party)"
        var stances: [PositionsView.Stance] = []
        var last: PlacedPosition?
        for position in placed where position.stance != last?.stance {
            stances.append(PositionsView.Stance(position, after: last))
            last = position
        }
        self.stances = stances
        moved = stances.contains { $0.turn == "then" }
    }
}

extension PositionsView.Stance {
    fileprivate init(_ position: PlacedPosition, after last: PlacedPosition?) {
        turn = last.map { last in
            guard let before = last.day, let day = position.day else { return "also" }
            return day.prefix(before.count) > before.prefix(day.count) ? "then" : "also"
        }
        name = position.stance.rawValue.replacing("-", with: " ")
        labelClass = "is-\(position.stance.rawValue)"
        date = position.day.map(Dates.written) ?? "undated"
        address = "/articles/\(position.article)#\(position.id)"
    }
}
