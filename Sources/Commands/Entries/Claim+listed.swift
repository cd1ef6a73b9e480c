import DemarchePublish
import DemarcheRecords

extension Claim: ListedEntry {
    typealias Label = Hedging

    static let noun = "claim"
    static let help = (
        abstract: "Lists assertions with numbers, and who makes them.",
        discussion: """
        demarche claims --about peacekeepers
        demarche claims --by ministry --format csv
        """
    )
    static let columns = [(title: "QUANTITY", most: 30), (title: "BY", most: 13), (title: "HEDGED", most: 6)]

    var cells: [String] {
        [quantities.map(\.shown).joined(separator: "; "), attribution.name, hedge?.exact ?? "–", assertion.exact]
    }

    var fields: [(name: String, value: String)] {
        [
            ("assertion", assertion.exact), ("quantities", quantities.map(\.shown).joined(separator: "; ")),
            ("attribution", attribution.name), ("statement", statement ?? ""), ("hedge", hedge?.exact ?? ""),
        ]
    }

    private var statement: String? { if case .statement(let id) = attribution { id } else { nil } }

    func object(in lines: ExchangeLines) -> OrderedJSON { lines.line(self) }
}

extension Claim.Quantity {
    /// *up to 100000 peacekeeper*
    fileprivate var shown: String {
        let number = OrderedJSON.number(value).line
        return [bound == .exactly ? nil : bound.rawValue, number, unit].compactMap(\.self).joined(separator: " ")
    }
}
