import DemarchePublish
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
        let period = try store.period()
        let drawn = MonthFigures.inARow(
            months, from: filter[.since] ?? period.first, to: filter[.until] ?? period.last)
        self.months = MonthChart.counts(drawn)
        intensity = MonthChart.intensity(drawn)
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

    /// How many months are drawn, and how many of them may lie before the first article.
    private static let most = 60, before = 6

    /// The months from shortly before `from` up to `to`, those without events among them; what lies beyond is in the table.
    static func inARow(_ months: [MonthFigures], from: String?, to: String?) -> [MonthFigures] {
        let known = Dictionary(months.compactMap { figures in figures.month.map { ($0, figures) } }) { first, _ in first
        }
        guard let first = from.flatMap(number), let last = to.flatMap(number), first <= last else { return [] }
        let start = max(first - before, last - most + 1)
        return (start...last).map { number in
            let month = "\(CalendarDay.digits(number / 12, 4))-\(CalendarDay.digits(number % 12 + 1, 2))"
            return known[month] ?? MonthFigures(month: month)
        }
    }

    /// Months since the year 0; the first one for a date that is only a year.
    private static func number(_ date: String) -> Int? {
        let fields = date.split(separator: "-").compactMap { Int($0) }
        return fields.first.map { $0 * 12 + (fields.count > 1 ? fields[1] - 1 : 0) }
    }

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

    /// Nil where nothing falls into the months.
    static func counts(_ months: [MonthFigures]) -> MonthChart? {
        guard let most = months.map({ max($0.real, $0.other) }).max(), most > 0 else { return nil }
        let slot = Self.slot(months)
        let bars = months.enumerated().flatMap { index, month -> [Bar] in
            let parts = [(month.real, "real", "happened or goes on"), (month.other, "other", "not, or not yet")]
            return parts.enumerated().map { place, part in
                let tall = part.0 * height / most
                return Bar(
                    x: left + index * slot + place * (slot * 2 / 5), y: top + height - tall,
                    width: max(1, slot * 2 / 5), height: tall, kind: part.1,
                    title: "\(Dates.written(month.month ?? "")): \(Figure.written(part.0)) \(part.2)")
            }
        }
        return MonthChart(
            label: "Reports by month; the table below has the numbers", bars: bars, path: nil, zero: top + height,
            highest: Figure.written(most), lowest: "0", months)
    }

    /// The mean score of what happened, by month; a month in which nothing did has no point. Nil where none has one.
    static func intensity(_ months: [MonthFigures]) -> MonthChart? {
        let slot = Self.slot(months)
        let points = months.enumerated().compactMap { index, month -> (x: Int, y: Int, title: String)? in
            guard let score = month.meanIntensity else { return nil }
            let title = "\(Dates.written(month.month ?? "")): \(MonthFigures.written(score))"
            return (left + slot * 2 / 5 + index * slot, top + Int((10 - score) * Double(height) / 20), title)
        }
        guard !points.isEmpty else { return nil }
        let path = points.enumerated().map { "\($0 == 0 ? "M" : "L")\($1.x) \($1.y)" }.joined()
        let dots = points.map { Bar(x: $0.x - 3, y: $0.y - 3, width: 6, height: 6, kind: "dot", title: $0.title) }
        return MonthChart(
            label: "Mean PLOVER score of what happened, by month", bars: dots, path: path, zero: top + height / 2,
            highest: "10", lowest: "−10", months)
    }

    private static func slot(_ months: [MonthFigures]) -> Int { min(90, max(4, (width - left) / max(1, months.count))) }

    private init(
        label: String, bars: [Bar], path: String?, zero: Int, highest: String, lowest: String,
        _ months: [MonthFigures]
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
