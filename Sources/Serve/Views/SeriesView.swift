import DemarcheRecords
import DemarcheStore

/// A series of warnings, shown by the template `series`: its chart and the table behind it.
struct SeriesView {
    let id: String
    let title: String
    let party: String
    let partyAddress: String
    let proposalAddress: String
    let chart: StepChart?
    let summary: String
    let rows: [EntryView]
    /// How many warnings the table leaves out.
    let rest: String?
    let all: String

    /// How many rows a table has.
    private static let most = 40

    /// The views of `series`, in their order.
    static func all(_ series: [Series], _ store: RecordStore, most: Int = most) throws -> [SeriesView] {
        let shown = series.flatMap { $0.points.suffix(most).map(\.warning) }
        let warnings = try store.entries(Warning.self, ids: shown)
        let mentions = try store.namedMentions(inEntries: shown)
        let views = Dictionary(
            warnings.map { ($0.entry.id, EntryView($0, mentions[$0.entry.id] ?? [])) }
        ) { first, _ in first }
        let places = Dictionary(warnings.map { ($0.entry.id, $0.entry.article) }) { first, _ in first }
        let parties = try store.titles(of: series.map(\.party))
        return series.map { SeriesView($0, parties[$0.party] ?? $0.party, views, places, most: most) }
    }

    private init(
        _ series: Series, _ party: String, _ views: [String: EntryView], _ places: [String: String], most: Int
    ) {
        id = series.id
        title = series.title
        self.party = party
        partyAddress = "/parties/\(series.party)"
        proposalAddress = "/positions?proposal=\(series.proposal)"
        let points = Array(series.points.suffix(most))
        chart = StepChart(points, title: "\(party) on \(series.title)", places: places)
        rows = points.compactMap { views[$0.warning] }
        let left = series.points.count - points.count
        rest = left > 0 ? "\(Figure.count(left, "earlier warning")) not shown here" : nil
        all = "/search?kind=warning&order=oldest&party=\(series.party)"
        summary = Self.summary(series)
    }

    /// `5 warnings, 22 October 1962 to 28 October 1962: possible, then certain`
    private static func summary(_ series: Series) -> String {
        let dates = series.points.compactMap(\.date)
        var forces: [String] = []
        for point in series.points where forces.last != point.force.rawValue { forces.append(point.force.rawValue) }
        let shown = forces.count > 8 ? ["…"] + forces.suffix(7) : forces
        return Figure.count(series.points.count, "warning") + ", " + Dates.period(dates.first, dates.last) + ": "
            + shown.joined(separator: ", then ")
    }
}

/// The red lines: series of warnings, those that moved first.
struct RedLinesView {
    let isLinked: Bool
    let series: [SeriesView]
    let isEmpty: Bool
    let form: FilterForm
    let query: String?
    let paging: Paging
    /// The warnings one by one.
    let list: String

    private static let rows = 10

    init(_ store: RecordStore, _ filter: PageFilter) throws {
        isLinked = try store.isLinked()
        let found = try store.links(
            Series.self, by: .moved, title: filter[.about], party: filter[.party], limit: Self.rows,
            offset: (filter.page - 1) * Self.rows)
        series = try SeriesView.all(found.items, store)
        isEmpty = series.isEmpty
        query = filter.query
        form = FilterForm(filter, action: "/red-lines", fields: [.about], keeping: [.party])
        paging = Paging(filter, at: "/red-lines", goesOn: found.goesOn)
        list = filter.with(.kind, EntryKind.warning.rawValue).address("/search")
    }
}
