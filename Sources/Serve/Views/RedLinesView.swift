import DemarchePublish
import DemarcheRecords
import DemarcheStore

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
        series = try SeriesView.all(found.items, store, ServerAddresses())
        isEmpty = series.isEmpty
        query = filter.query
        form = FilterForm(filter, action: "/red-lines", fields: [.about], keeping: [.party])
        paging = Paging(filter, at: "/red-lines", goesOn: found.goesOn)
        list = filter.with(.kind, EntryKind.warning.rawValue).address("/search")
    }
}

/// One series of warnings with all its points, shown by the template `seriespage`.
struct SeriesPage {
    let title: String
    let series: SeriesView
    let warnings: String

    /// How many points are drawn and listed.
    private static let most = 400

    init(_ store: RecordStore, _ id: String) throws {
        guard let series = try store.link(Series.self, id: id),
            let view = try SeriesView.all([series], store, most: Self.most, ServerAddresses()).first
        else { throw PageError.missing("series of warnings", id) }
        self.series = view
        title = "\(view.party) on \(view.title)"
        warnings = "/search?kind=warning&order=oldest&party=\(series.party)"
    }
}
