import DemarchePublish
import DemarcheRecords

extension PoliticalEvent: ListedEntry {
    typealias Label = Status

    static let noun = "event"
    static let help = (
        abstract: "Lists what is done, planned, feared or denied, with its type in PLOVER.",
        discussion: """
        demarche events --status happened --since 2022-02
        demarche events --by Ruritania --format csv

        --by looks for an actor. The date is that of the event, or of publication where it is not known.
        """
    )
    static let columns = [
        (title: "TYPE", most: 9), (title: "STATUS", most: 14), (title: "ACTOR", most: 20),
        (title: "RECIPIENT", most: 20),
    ]

    var cells: [String] {
        [plover.type.rawValue, status.rawValue, Self.names(actors, "–"), Self.names(recipients, "–"), trigger.exact]
    }

    private static func names(_ participants: [Participant], _ nobody: String) -> String {
        let names = list(participants, \.party.shownName)
        return names.isEmpty ? nobody : names
    }

    private static func list(_ participants: [Participant], _ value: (Participant) -> String?) -> String {
        participants.compactMap(value).joined(separator: "; ")
    }
}
