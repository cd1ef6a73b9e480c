import DemarchePublish
import DemarcheRecords

extension Warning: ListedEntry {
    typealias Label = Force

    static let noun = "warning"
    static let help = (
        abstract: "Lists what has been said would follow from what.",
        discussion: """
        demarche warnings --about troops
        demarche warnings --force inevitable --since 2022

        --by looks for the issuer, --about at trigger and consequence.
        """
    )
    static let columns = [(title: "ISSUER", most: 26), (title: "FORCE", most: 12), (title: "KIND", most: 7)]

    var cells: [String] {
        [
            issuer?.shown ?? "(the outlet)", force.rawValue, kind.rawValue,
            trigger.evidence.exact + " → " + consequence.evidence.exact,
        ]
    }
}
