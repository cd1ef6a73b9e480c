import DemarcheRecords
import DemarcheStore

/// The events: how many by month, how intense, and one by one, shown by the template `events`.
///
/// What happened or goes on, and what was only planned, threatened, denied and so on, are counted apart and never summed.
struct EventsView {
    let form: FilterForm
    let count: String
    let months: MonthChart?
    let intensity: MonthChart?
    let rows: [MonthRow]
    let entries: [EntryView]
    let isEmpty: Bool
    let paging: Paging

    /// A month in the table behind the charts.
    struct MonthRow {
        let month: String
        let address: String
        let real: String
        let other: String
        let score: String
    }

    init(_ store: RecordStore, _ filter: PageFilter) throws {
        form = FilterForm(
            filter, action: "/events", fields: [.by, .about, .outlet, .since, .until, .status, .type, .order],
            keeping: [.party, .story])
        let listed = filter.listed()
        let months = MonthFigures.all(try store.eventCounts(listed))
        let found = try store.entryViews(.event, listed)
        entries = found.entries
        isEmpty = entries.isEmpty
        paging = Paging(filter, at: "/events", goesOn: found.goesOn)
        let real = months.reduce(0) { $0 + $1.real }
        let other = months.reduce(0) { $0 + $1.other }
        count =
            "\(Figure.count(real, "report")) of what happened or goes on, and apart from these "
            + "\(Figure.written(other)) of what is planned, proposed, threatened, supposed or denied"
        let dated = months.filter { $0.month != nil }
        self.months = MonthChart.counts(dated)
        intensity = MonthChart.intensity(dated)
        rows = months.reversed().map { Self.row($0, filter) }
    }

    private static func row(_ figures: MonthFigures, _ filter: PageFilter) -> MonthRow {
        let month = figures.month ?? ""
        var narrowed = filter.with(.since, figures.month)
        narrowed = narrowed.with(.until, figures.month)
        return MonthRow(
            month: figures.month.map(Dates.written) ?? "undated",
            address: month.isEmpty ? filter.address("/events") : narrowed.address("/events"),
            real: Figure.written(figures.real), other: Figure.written(figures.other),
            score: figures.meanIntensity.map(MonthFigures.written) ?? "–")
    }
}

/// The events of one month in numbers.
struct MonthFigures {
    let month: String?
    /// What happened or goes on.
    private(set) var real = 0
    /// All else, which has not.
    private(set) var other = 0
    /// Over the real ones.
    private var sum = 0.0

    /// By month, the undated first.
    static func all(_ counts: [EventCount]) -> [MonthFigures] {
        var months: [MonthFigures] = []
        for count in counts {
            if months.isEmpty || months.last?.month != count.month { months.append(MonthFigures(month: count.month)) }
            months[months.count - 1].add(count)
        }
        return months
    }

    private init(month: String?) { self.month = month }

    private mutating func add(_ count: EventCount) {
        switch count.status {
        case .happened, .ongoing:
            real += count.count
            sum += Double(count.count) * count.plover.intensity
        case .planned, .proposed, .threatened, .hypothetical, .denied, .didNotHappen: other += count.count
        }
    }

    /// The mean PLOVER score of what happened or goes on; nil where nothing did.
    var meanIntensity: Double? { real > 0 ? sum / Double(real) : nil }

    /// One decimal, with a real minus sign.
    static func written(_ score: Double) -> String {
        let tenths = Int((score * 10).rounded())
        return (tenths < 0 ? "−" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}

/// Bars or a line over months, shown by the template `events`.
struct MonthChart {
    static let width = 640, left = 40, height = 120, top = 10

    let label: String
    let bars: [Bar]
    let path: String?
    let zero: Int
    let highest: String
    let lowest: String
    let from: String
    let to: String

    /// One month: what happened, and beside it what did not.
    struct Bar {
        let x: Int
        let y: Int
        let width: Int
        let height: Int
        let kind: String
        let title: String
    }

    /// Nil for fewer than two months.
    static func counts(_ months: [MonthFigures]) -> MonthChart? {
        let shown = months.filter { $0.month?.count == 7 }.suffix(60)
        guard shown.count > 1, let most = shown.map({ max($0.real, $0.other) }).max(), most > 0 else { return nil }
        let slot = max(4, (width - left) / shown.count)
        let bars = shown.enumerated().flatMap { index, month -> [Bar] in
            let name = Dates.written(month.month ?? "")
            return [(month.real, "real", "happened or goes on"), (month.other, "other", "not, or not yet")].enumerated()
                .map {
                    place, value in
                    let tall = value.0 * height / most
                    return Bar(
                        x: left + index * slot + place * (slot * 2 / 5), y: top + height - tall,
                        width: max(1, slot * 2 / 5),
                        height: tall, kind: value.1, title: "\(name): \(Figure.written(value.0)) \(value.2)")
                }
        }
        return MonthChart(
            label: "Reports by month; the table below has the numbers", bars: bars, path: nil, zero: top + height,
            highest: Figure.written(most), lowest: "0", shown)
    }

    /// The mean score of what happened, by month. Nil for fewer than two months.
    static func intensity(_ months: [MonthFigures]) -> MonthChart? {
        let shown = months.filter { $0.month?.count == 7 && $0.meanIntensity != nil }.suffix(60)
        guard shown.count > 1 else { return nil }
        let slot = (width - left - 10) / max(1, shown.count - 1)
        let points = shown.enumerated().map { index, month in
            let score = month.meanIntensity ?? 0
            return (
                x: left + 5 + index * slot, y: top + Int((10 - score) * Double(height) / 20),
                title:
                    "\(Dates.written(month.month ?? "")): \(MonthFigures.written(score))"
            )
        }
        let path = points.enumerated().map { "\($0 == 0 ? "M" : "L")\($1.x) \($1.y)" }.joined()
        return MonthChart(
            label: "Mean PLOVER score of what happened, by month",
            bars: points.map {
                Bar(x: $0.x - 3, y: $0.y - 3, width: 6, height: 6, kind: "dot", title: $0.title)
            }, path: path, zero: top + height / 2, highest: "10", lowest: "−10", shown)
    }

    private init(
        label: String, bars: [Bar], path: String?, zero: Int, highest: String, lowest: String,
        _ months: ArraySlice<MonthFigures>
    ) {
        self.label = label
        self.bars = bars
        self.path = path
        self.zero = zero
        self.highest = highest
        self.lowest = lowest
        from = Dates.written(months.first?.month ?? "")
        to = Dates.written(months.last?.month ?? "")
    }
}
