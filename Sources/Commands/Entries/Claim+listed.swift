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
}
