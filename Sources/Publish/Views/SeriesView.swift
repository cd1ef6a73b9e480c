package import DemarcheRecords
package import DemarcheStore

/// A series of warnings, shown by the template `series`: its chart and the table behind it.
package struct SeriesView {
    package let id: String
    package let title: String
    package let party: String
    package let partyAddress: String?
    package let proposalAddress: String?
    package let address: String?
    package let chart: StepChart?
    package let summary: String
    package let drifts: [DriftView]
    let hasDrifts: Bool
    package let rows: [EntryView]
    /// How many warnings the table leaves out.
    package let rest: String?

    /// A headline, standfirst or lead that is firmer or weaker than the words below it.
    package struct DriftView {
        /// `The headline strengthens`
        package let change: String
        package let force: String
        package let address: String?
        /// `possible in the quotation`
        package let below: String
        package let belowAddress: String?
        /// Of the article, where the table has its warning.
        package let headline: String?
        package let outlet: String?

        init(_ drift: Series.Drift, _ entry: EntryView?, _ addresses: any PageAddresses) {
            change = "The \(drift.part.rawValue) \(drift.strengthens ? "strengthens" : "weakens")"
            force = drift.force.rawValue
            address = addresses.entry(drift.warning, in: drift.article)
            below = "\(drift.below.rawValue) in the \(drift.belowPart.rawValue)"
            belowAddress = addresses.entry(drift.belowWarning, in: drift.article)
            (headline, outlet) = (entry?.headline, entry?.outlet)
        }
    }

    /// How many rows a table has.
    package static let most = 40

    /// The views of `series`, in their order, each with its last `most` warnings.
    package static func all(
        _ series: [Series], _ store: RecordStore, most: Int = most, _ addresses: any PageAddresses
    ) throws -> [SeriesView] {
        let shown = series.flatMap { $0.points.suffix(most).map(\.warning) }
        let warnings = try store.entries(Warning.self, ids: shown)
        let mentions = try store.namedMentions(inEntries: shown)
        let views = Dictionary(
            warnings.map { ($0.entry.id, EntryView($0, mentions[$0.entry.id] ?? [], addresses)) }
        ) { first, _ in first }
        let parties = try store.titles(of: series.map(\.party))
        return series.map { SeriesView($0, parties[$0.party] ?? $0.party, views, most: most, addresses) }
    }

    private init(
        _ series: Series, _ party: String, _ views: [String: EntryView], most: Int, _ addresses: any PageAddresses
    ) {
        id = series.id
        title = series.title.hasPrefix("\(party): ") ? String(series.title.dropFirst(party.count + 2)) : series.title
        self.party = party
        partyAddress = addresses.link(.party, series.party)
        proposalAddress = addresses.link(.proposal, series.proposal)
        address = addresses.link(.series, series.id)
        let points = Array(series.points.suffix(most))
        chart = StepChart(
            points.map {
                StepChart.Point(
                    date: $0.date.flatMap(Dates.recorded), force: $0.force, address: views[$0.warning]?.address)
            })
        drifts = series.drifts.map { DriftView($0, views[$0.warning], addresses) }
        hasDrifts = !drifts.isEmpty
        rows = points.compactMap { views[$0.warning] }
        let left = series.points.count - points.count
        rest = left > 0 ? "\(Figure.count(left, "earlier warning")) not shown here" : nil
        summary = Self.summary(series)
    }

    /// `5 warnings, 22 October 1962 to 28 October 1962: possible, then certain`
    private static func summary(_ series: Series) -> String {
        let dates = series.points.compactMap(\.date)
        var forces: [String] = []
        for point in series.points where forces.last != point.force.rawValue { forces.append(point.force.rawValue) }
        let shown = forces.count > 5 ? ["…"] + forces.suffix(4) : forces
        return Figure.count(series.points.count, "warning") + ", " + Dates.period(dates.first, dates.last) + ": "
            + shown.joined(separator: ", then ")
    }
}
