import ArgumentParser
import DemarcheRecords
import DemarcheStore

struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Lists the events by the day, month or year in which they fall, and not by when they were told.",
        discussion: """
            demarche timeline --since 1962-10
            demarche timeline --status planned

            Events whose date the words do not give are counted and left out. A date that is only known by month or year, or
            as a range, is shown as such, before the days in it.
            """)

    @OptionGroup var filters: FilterOptions
    @OptionGroup var record: RecordOptions
    @Option(help: "Only with this status.") var status: PoliticalEvent.Status?
    @Option(help: "table, json, jsonl or csv.") var format: ListFormat = .table

    func run() throws {
        let store = try record.open()
        let all = try store.entries(PoliticalEvent.self, filters.filter, label: status?.rawValue)
        let dated = all.filter { $0.entry.date != nil }
        let isJSON = format == .json || format == .jsonl
        StoredEntry.timeline(dated, isJSON ? try store.objects(dated) : []).print(as: format)
        let undated = all.count - dated.count
        if undated > 0 { Standard.error("demarche: \(undated) events without a date are left out") }
        guard !dated.isEmpty else {
            Standard.error("demarche: no dated event fits")
            throw ExitStatus.nothingFound
        }
    }
}

extension StoredEntry<PoliticalEvent> {
    /// As ``listing(_:_:)``, with the whole of a range in front.
    fileprivate static func timeline(_ found: [Self], _ objects: [OrderedJSON]) -> Listing {
        let plain = listing(found, objects)
        let columns = [("WHEN", 24), ("STATUS", 14), ("TYPE", 9), ("ACTOR", 20), ("RECIPIENT", 20), ("WORDS", 0)]
        let rows = found.map { stored in
            let cells = stored.entry.cells
            return [stored.entry.date?.written ?? "–", cells[1], cells[0], cells[2], cells[3], cells[4]]
        }
        return Listing(
            table: Table(columns: columns.map { .init(title: $0.0, most: $0.1) }, rows: rows), header: plain.header,
            records: plain.records, objects: objects)
    }
}
