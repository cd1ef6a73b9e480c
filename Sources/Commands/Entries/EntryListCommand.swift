import ArgumentParser
import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// The command that lists the entries of one type: `warnings`, `positions`, `events` and `claims`.
struct EntryListCommand<Entry: ListedEntry>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Entry.noun + "s", abstract: Entry.help.abstract, discussion: Entry.help.discussion)
    }

    @OptionGroup var filters: FilterOptions
    @OptionGroup var record: RecordOptions
    @Option(name: .customLong(Entry.Label.option), help: Entry.Label.help)
    var label: Entry.Label?
    @Option(help: "table, json, jsonl or csv.") var format: ListFormat = .table

    /// - Throws: ``ExitStatus/nothingFound`` when no entry fits.
    func run() throws {
        let store = try record.open()
        let found = try store.entries(Entry.self, filters.filter, label: label?.rawValue)
        let isJSON = format == .json || format == .jsonl
        StoredEntry.listing(found, isJSON ? try store.objects(found) : []).print(as: format)
        guard found.isEmpty else { return }
        Standard.error("demarche: no \(Entry.noun) fits")
        throw ExitStatus.nothingFound
    }
}

/// The step, stance, status or hedging by which the entries of a type are told apart, as an option takes it.
protocol EntryLabel: RawRepresentable<String>, CaseIterable, ExpressibleByArgument, Sendable {
    /// *force* for `--force`.
    static var option: String { get }
    /// *Only of this force.*
    static var help: ArgumentHelp { get }
}

extension Warning.Force: EntryLabel {
    static let option = "force"
    static let help: ArgumentHelp = "Only of this force."
}

extension Position.Stance: EntryLabel {
    static let option = "stance"
    static let help: ArgumentHelp = "Only with this stance."
}

extension PoliticalEvent.Status: EntryLabel {
    static let option = "status"
    static let help: ArgumentHelp = "Only with this status."
}

/// Whether a claim carries words such as *reportedly*.
enum Hedging: String, EntryLabel {
    case plain, hedged

    static let option = "hedging"
    static let help: ArgumentHelp = "Only with words that hedge it, or without any."
}
