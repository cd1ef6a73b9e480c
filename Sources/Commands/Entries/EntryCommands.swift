import ArgumentParser
import DemarcheRecords

struct WarningsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warnings",
        abstract: "Lists what has been said would follow from what.",
        discussion: """
            demarche warnings --about troops
            demarche warnings --force inevitable --since 2022

            --by looks for the issuer, --about at trigger and consequence.
            """)

    @OptionGroup var filters: FilterOptions
    @OptionGroup var record: RecordOptions
    @Option(help: "Only of this force: \(Warning.Force.names).") var force: Warning.Force?
    @Option(help: "table, json, jsonl or csv.") var format: ListFormat = .table

    func run() throws {
        try record.open().list(Warning.self, filters.filter, label: force?.rawValue, as: format)
    }
}

struct PositionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "positions",
        abstract: "Lists who stands where on what is proposed.",
        discussion: """
            demarche positions --about ceasefire
            demarche positions --by Ruritania --stance rules-out

            --by looks for the party, --about at the proposal.
            """)

    @OptionGroup var filters: FilterOptions
    @OptionGroup var record: RecordOptions
    @Option(help: "Only with this stance: \(Position.Stance.names).") var stance: Position.Stance?
    @Option(help: "table, json, jsonl or csv.") var format: ListFormat = .table

    func run() throws {
        try record.open().list(Position.self, filters.filter, label: stance?.rawValue, as: format)
    }
}

struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Lists what is done, planned, feared or denied, with its type in PLOVER.",
        discussion: """
            demarche events --status happened --since 2022-02
            demarche events --by Ruritania --format csv

            --by looks for an actor. The date is that of the event, or of publication where it is not known.
            """)

    @OptionGroup var filters: FilterOptions
    @OptionGroup var record: RecordOptions
    @Option(help: "Only with this status: \(PoliticalEvent.Status.names).") var status: PoliticalEvent.Status?
    @Option(help: "table, json, jsonl or csv.") var format: ListFormat = .table

    func run() throws {
        try record.open().list(PoliticalEvent.self, filters.filter, label: status?.rawValue, as: format)
    }
}

struct ClaimsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "Lists assertions with numbers, and who makes them.",
        discussion: """
            demarche claims --about peacekeepers
            demarche claims --by ministry --format csv
            """)

    @OptionGroup var filters: FilterOptions
    @OptionGroup var record: RecordOptions
    @Option(help: "table, json, jsonl or csv.") var format: ListFormat = .table

    func run() throws { try record.open().list(Claim.self, filters.filter, as: format) }
}

extension Warning.Force: ExpressibleByArgument {}
extension Position.Stance: ExpressibleByArgument {}
extension PoliticalEvent.Status: ExpressibleByArgument {}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
    fileprivate static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
