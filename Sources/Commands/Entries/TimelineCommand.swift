import ArgumentParser
import DemarchePublish
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
            as a range, is shown as such, before the days in it. An event that several articles or places tell stands once, with
            how many articles and outlets tell it.
            """)

    @OptionGroup var filters: FilterOptions
    @OptionGroup var record: RecordOptions
    @Option(help: "Only with this status.") var status: PoliticalEvent.Status?
    @Option(help: "table, json, jsonl or csv.") var format: ListFormat = .table

    func run() throws {
        let store = try record.open()
        let all = try store.entries(PoliticalEvent.self, filters.filter, label: status?.rawValue)
        let timeline = MergedTimeline(all, try store.links(Occurrence.self))
        let isJSON = format == .json || format == .jsonl
        timeline.listing(isJSON ? try store.objects(timeline.rows.map(\.stored)) : []).print(as: format)
        if timeline.undated > 0 { Standard.error("demarche: \(timeline.undated) events without a date are left out") }
        guard !timeline.rows.isEmpty else {
            Standard.error("demarche: no dated event fits")
            throw ExitStatus.nothingFound
        }
    }
}
