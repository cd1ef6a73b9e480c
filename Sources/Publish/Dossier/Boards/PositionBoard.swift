internal import DemarcheRecords

/// Who stands where: party by proposal, the stances of each in the order of time.
struct PositionBoard {
    let parties: Shortlist<Party>
    let isEmpty: Bool

    struct Party {
        let name: String
        let rows: Int
        let first: Row
        let rest: [Row]
    }

    struct Row {
        let proposal: String
        let stances: [Stance]
    }

    struct Stance {
        /// What it is to the one before: nothing, `again` for the same, `then` for a later one, else `also`.
        let turn: String?
        let stance: String
        let date: String
        let condition: String?
        let link: EntryLink
    }

    init(_ positions: [Position], _ places: EntryPlaces) {
        let groups = Dictionary(grouping: positions) { $0.party.shownName ?? "Not named" }
        let parties = groups.keys.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }.compactMap {
            name -> Party? in
            let rows = Self.rows(groups[name] ?? [], places)
            guard let first = rows.first else { return nil }
            return Party(name: name, rows: rows.count, first: first, rest: Array(rows.dropFirst()))
        }
        self.parties = Shortlist(parties, most: 40)
        isEmpty = parties.isEmpty
    }

    private static func rows(_ positions: [Position], _ places: EntryPlaces) -> [Row] {
        let groups = Dictionary(grouping: positions) { ProposalSubject($0.proposal) }
        return groups.values.map { group in
            group.sorted { key($0, places) < key($1, places) }
        }.sorted { key($0[0], places) < key($1[0], places) }.map { group in
            Row(proposal: group[0].proposal.evidence.exact, stances: stances(group, places))
        }
    }

    private static func stances(_ group: [Position], _ places: EntryPlaces) -> [Stance] {
        group.enumerated().map { index, position in
            Stance(
                turn: index > 0 ? turn(from: group[index - 1], to: position, places) : nil,
                stance: Wording.value(position.stance.rawValue),
                date: date(position, places).map(Wording.date) ?? "undated", condition: position.condition?.exact,
                link: places.link(to: position))
        }
    }

    private static func turn(from before: Position, to position: Position, _ places: EntryPlaces) -> String {
        if before.stance == position.stance { return "again" }
        guard let earlier = date(before, places).flatMap(DaySpan.init),
            let later = date(position, places).flatMap(DaySpan.init)
        else { return "also" }
        return earlier.last < later.first ? "then" : "also"
    }

    private static func date(_ position: Position, _ places: EntryPlaces) -> RecordedDate? {
        places.date(statement: position.statement, article: position.article)
    }

    /// By date, article and text.
    private static func key(_ position: Position, _ places: EntryPlaces) -> (String, Int, Int, String) {
        let order = places.order(position)
        return (date(position, places)?.date ?? "~", order.0, order.1, order.2)
    }
}
