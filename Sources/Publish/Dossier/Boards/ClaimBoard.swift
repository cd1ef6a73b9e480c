internal import DemarcheRecords

/// The claims with numbers, in the order of the articles and of the text, each with who makes it.
struct ClaimBoard {
    let rows: Shortlist<Row>
    let isEmpty: Bool

    struct Row {
        let assertion: String
        let quantities: String
        let by: String
        let statement: Int?
        let hedge: String?
        let link: EntryLink
    }

    init(_ claims: [Claim], _ ledger: Ledger, _ places: EntryPlaces) {
        let speakers = Dictionary(
            ledger.entries.map { ($0.statement.id, $0.statement.speaker) }
        ) { first, _ in first }
        let rows = claims.sorted { places.order($0) < places.order($1) }.map { claim in
            var statement: String?
            if case .statement(let id) = claim.attribution { statement = id }
            return Row(
                assertion: claim.assertion.exact,
                quantities: claim.quantities.map(\.evidence.exact).joined(separator: "; "),
                by: statement.map { speakers[$0].map(Wording.speaker) ?? "a statement" } ?? Self.outlet(claim, places),
                statement: statement.flatMap(ledger.number), hedge: claim.hedge?.exact, link: places.link(to: claim))
        }
        self.rows = Shortlist(rows, most: 40)
        isEmpty = rows.isEmpty
    }

    private static func outlet(_ claim: Claim, _ places: EntryPlaces) -> String {
        let outlet = places.outlet(claim.article).map { ": \($0)" } ?? ""
        return claim.attribution == .editorial ? "The outlet’s own opinion\(outlet)" : "The outlet itself\(outlet)"
    }
}
