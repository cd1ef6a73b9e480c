package import DemarcheRecords
package import DemarcheStore

/// One proposal, and who stands where on it: the parties with their stances in the order of time, shown by the template
/// `stances`.
package struct ProposalView {
    package let id: String
    package let title: String
    package let summary: String
    package let parties: [Holder]
    package let rest: String?
    package let all: String?

    /// A party with its stances on the proposal.
    package struct Holder {
        package let name: String
        package let address: String?
        package let stances: [Stance]
        /// Whether a later stance differs from an earlier one.
        package let moved: Bool
        /// What its position became: the last stance of those whose order is known.
        package let now: String
    }

    /// One stance and where it was printed.
    package struct Stance {
        /// What it is to the one before: nothing for the first, `then` for one that differs on a later day, else `also`.
        package let turn: String?
        package let name: String
        package let labelClass: String
        package let date: String
        package let address: String?
    }

    /// The views of `proposals`, in their order, each with no more than `most` parties.
    package static func all(
        _ proposals: [LinkedProposal], _ store: RecordStore, most: Int, _ addresses: any PageAddresses
    ) throws -> [ProposalView] {
        let placed = try store.positions(on: proposals.map(\.id))
        let names = try store.titles(of: Set(placed.map(\.party)).sorted())
        let byProposal = Dictionary(grouping: placed, by: \.proposal)
        return proposals.map { ProposalView($0, byProposal[$0.id] ?? [], names, most: most, addresses) }
    }

    /// The parties with the most positions first; those that moved before others.
    private init(
        _ proposal: LinkedProposal, _ placed: [PlacedPosition], _ names: [String: String], most: Int,
        _ addresses: any PageAddresses
    ) {
        id = proposal.id
        title = proposal.title
        let groups = Dictionary(grouping: placed, by: \.party)
        let holders = groups.keys.sorted().map { party in
            Holder(party, names[party] ?? party, groups[party] ?? [], addresses)
        }.sorted { one, other in
            (one.moved ? 0 : 1, -one.stances.count, one.name) < (other.moved ? 0 : 1, -other.stances.count, other.name)
        }
        parties = Array(holders.prefix(most))
        let left = holders.count - parties.count
        rest = left > 0 ? Figure.count(left, "more party", "more parties") : nil
        all = addresses.link(.proposal, proposal.id)
        let moved = holders.count { $0.moved }
        summary =
            Figure.count(placed.count, "position") + " of " + Figure.count(holders.count, "party", "parties")
            + (moved > 0 ? "; \(moved) changed" : "")
    }
}

extension ProposalView.Holder {
    /// Repeated stances in a row are shown once, with the first day.
    fileprivate init(_ party: String, _ name: String, _ placed: [PlacedPosition], _ addresses: any PageAddresses) {
        self.name = name
        address = addresses.link(.party, party)
        var stances: [ProposalView.Stance] = []
        var last: PlacedPosition?
        for position in placed where position.stance != last?.stance {
            stances.append(ProposalView.Stance(position, after: last, addresses))
            last = position
        }
        self.stances = stances
        moved = stances.contains { $0.turn == "then" }
        now = stances.last?.name ?? ""
    }
}

extension ProposalView.Stance {
    fileprivate init(_ position: PlacedPosition, after last: PlacedPosition?, _ addresses: any PageAddresses) {
        turn = last.map { last in
            guard let before = last.day, let day = position.day else { return "also" }
            return day.prefix(before.count) > before.prefix(day.count) ? "then" : "also"
        }
        name = Wording.value(position.stance.rawValue)
        labelClass = "is-\(position.stance.rawValue)"
        date = position.day.map(Dates.written) ?? "undated"
        address = addresses.entry(position.id, in: position.article)
    }
}
