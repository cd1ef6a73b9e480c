import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// Events merged over articles, by the date of the act, shown by the template `occurrences`.
struct OccurrencesView {
    let isLinked: Bool
    let timeline: OccurrenceTimeline
    let isEmpty: Bool
    /// Those of this page that have no date, as lines.
    let undated: [Line]
    let hasUndated: Bool
    let active: String?
    let form: FilterForm
    let paging: Paging

    struct Line {
        let title: String
        let address: String
        let reports: String
    }

    init(_ store: RecordStore, _ filter: PageFilter) throws {
        isLinked = try store.isLinked()
        active = try filter[.party].flatMap { try store.titles(of: [$0])[$0] }
        let found = try store.occurrences(
            title: filter[.about], status: filter[.status].flatMap(PoliticalEvent.Status.init),
            since: filter[.since], until: filter[.until], party: filter[.party],
            isOldestFirst: filter[.order] == "oldest", limit: PageFilter.rows,
            offset: (filter.page - 1) * PageFilter.rows)
        let reported = found.items.map { ReportedOccurrence(occurrence: $0, reports: $0.events.count) }
        timeline = try OccurrenceTimeline(reported, store, most: PageFilter.rows, ServerAddresses())
        undated = found.items.filter { $0.date == nil }.map {
            Line(
                title: $0.title, address: "/occurrences/\($0.id)",
                reports: Figure.count($0.events.count, "report"))
        }
        hasUndated = !undated.isEmpty
        isEmpty = found.items.isEmpty
        form = FilterForm(
            filter, action: "/occurrences", fields: [.about, .since, .until, .status, .order], keeping: [.party])
        paging = Paging(filter, at: "/occurrences", goesOn: found.goesOn)
    }
}

/// One event as several articles report it, shown by the template `occurrence`.
struct OccurrencePage {
    let title: String
    let date: String
    let status: String
    let summary: String
    let entries: [EntryView]
    let rest: String?

    private static let most = 200

    init(_ store: RecordStore, _ id: String) throws {
        guard let occurrence = try store.link(Occurrence.self, id: id) else {
            throw PageError.missing("event over articles", id)
        }
        title = occurrence.title
        date = occurrence.date.map(Dates.written) ?? "undated"
        status = occurrence.status.rawValue.replacing("-", with: " ")
        let shown = Array(occurrence.events.prefix(Self.most))
        let views = try EntryView.all(shown, store, ServerAddresses())
        entries = shown.compactMap { views[$0] }.sorted { ($0.day ?? "~", $0.id) < ($1.day ?? "~", $1.id) }
        let outlets = Set(entries.compactMap(\.outlet)).sorted()
        summary =
            Figure.count(occurrence.events.count, "report") + " of " + Figure.count(outlets.count, "outlet")
            + (outlets.isEmpty ? "" : ": " + outlets.joined(separator: ", "))
        let left = occurrence.events.count - shown.count
        rest = left > 0 ? "and \(Figure.count(left, "more report"))" : nil
    }
}
