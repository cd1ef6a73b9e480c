import DemarchePublish
import DemarcheRecords

extension Position: ListedEntry {
    typealias Label = Stance

    static let noun = "position"
    static let help = (
        abstract: "Lists who stands where on what is proposed.",
        discussion: """
        demarche positions --about ceasefire
        demarche positions --by Ruritania --stance rules-out

        --by looks for the party, --about at the proposal.
        """
    )
    static let columns = [(title: "PARTY", most: 26), (title: "STANCE", most: 17)]

    var cells: [String] {
        let behalf = onBehalfOf.map { " (for \($0.text))" } ?? ""
        let condition = condition.map { " [if: \($0.exact)]" } ?? ""
        return [party.shown + behalf, stance.rawValue, proposal.evidence.exact + condition]
    }
}
