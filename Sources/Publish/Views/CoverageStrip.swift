internal import DemarcheRecords
package import DemarcheStore

/// Who carried a story when: outlets by days as a drawing, and the table behind it, shown by the template `coverage`.
///
/// A mark is what an outlet printed on one day (or in one week or month, where the story is long); a ring instead of a dot says
/// that all of it credits others.
package struct CoverageStrip {
    package let rows: [Row]
    let ticks: [Tick]
    let width: Int
    let height: Int
    /// The width in units of the size of letters.
    let span: Int
    let lines: [Line]
    /// `day`, `week` or `month`.
    let unit: String
    package let carriers: [Carrier]
    /// The outlets of the record that did not carry it.
    package let absent: String?
    /// Who was first, how many carried it and how many did not, in a sentence each.
    package let first: First?
    package let spread: String
    /// Whether anything is dated, so that there is something to draw.
    let isDrawn: Bool

    /// What one outlet carried.
    package struct Row {
        package let outlet: String
        let y: Int
        let textY: Int
        let marks: [Mark]
    }

    struct Mark {
        let x: Int
        let y: Int
        let radius: Int
        let title: String
        let link: StepChart.Link?
        let isOwn: Bool
    }

    struct Tick {
        let x: Int
        let y: Int
        let label: String
    }

    struct Line {
        let y: Int
        let end: Int
    }

    /// The earliest article.
    package struct First {
        /// `First carried on 3 February 2022 by TASS`
        package let words: String
        package let headline: String
        package let address: String?
        /// The other outlets that carried it on that day.
        package let sameDay: String?
    }

    /// A row of the table behind.
    package struct Carrier {
        package let outlet: String
        package let address: String?
        package let articles: String
        package let from: String
        package let to: String
        package let isFirst: Bool
        /// Whom it says that it has it from.
        package let credits: String?
        /// `origin of 5 acts of speech`
        package let origin: String?
    }

    private static let left = 150, rowHeight = 20, top = 12, mostColumns = 70

    /// - Parameters:
    ///   - articles: by day.
    ///   - origins: how many acts of speech each outlet is the origin of.
    ///   - outlets: all of the record.
    package init(
        _ articles: [CoveredArticle], origins: [NamedCount], outlets: [String], _ addresses: any PageAddresses
    ) {
        let groups = OutletCoverage.all(articles)
        let columns = Columns(groups.flatMap { $0.days.keys }, most: Self.mostColumns)
        let slot = columns.map { max(11, min(32, 760 / $0.count)) } ?? 14
        unit = columns?.unit.rawValue ?? "day"
        isDrawn = columns != nil
        let end = Self.left + (columns?.count ?? 0) * slot
        width = max(end + 40, Self.left + 160)
        span = width / 13
        let tickY = Self.top + groups.count * Self.rowHeight + 12
        height = tickY + 6
        lines = groups.indices.map { Line(y: Self.top + $0 * Self.rowHeight + 4, end: end) }
        rows = groups.enumerated().map { place, group in
            let y = Self.top + place * Self.rowHeight + 4
            return Row(
                outlet: group.name, y: y, textY: y + 4,
                marks: columns.map { Self.marks(group, $0, slot: slot, y: y, addresses) } ?? [])
        }
        ticks = columns.map { Self.ticks($0, slot: slot, y: tickY) } ?? []
        let counts = Dictionary(origins.map { ($0.name, $0.count) }) { first, _ in first }
        let earliest = groups.first?.first
        carriers = groups.map { Self.carrier($0, earliest: earliest, origin: counts[$0.name], addresses) }
        first = Self.first(articles, addresses)
        let carried = Set(articles.compactMap(\.outlet))
        let others = outlets.filter { !carried.contains($0) }
        let unknown = articles.count { $0.outlet == nil }
        spread =
            Figure.count(articles.count, "article") + " of \(carried.count) of the record’s "
            + Figure.count(outlets.count, "outlet")
            + (unknown > 0 ? ", and \(unknown) of these of outlets not known," : "")
        absent = Self.listed(others)
    }

    /// Outlets of one day stand together, since no date tells which came first.
    private static func first(_ articles: [CoveredArticle], _ addresses: any PageAddresses) -> First? {
        guard let article = articles.first(where: { $0.published != nil }), let day = article.published else {
            return nil
        }
        let others = Set(articles.filter { $0.published == day }.compactMap(\.outlet)).subtracting(
            [article.outlet].compactMap(\.self)
        ).sorted()
        return First(
            words: "First carried on \(Dates.written(day)) by \(article.outlet ?? "an outlet not known")",
            headline: article.headline ?? "Article without a headline", address: addresses.article(article.id),
            sameDay: others.isEmpty ? nil : others.joined(separator: ", "))
    }

    private static func listed(_ names: [String]) -> String? {
        guard !names.isEmpty else { return nil }
        let shown = names.prefix(20).joined(separator: ", ")
        return names.count > 20 ? "\(shown) and \(names.count - 20) more" : shown
    }

    private static func marks(
        _ group: OutletCoverage, _ columns: Columns, slot: Int, y: Int, _ addresses: any PageAddresses
    ) -> [Mark] {
        let cells = Dictionary(grouping: group.days.keys.sorted()) { columns.place($0) }
        return cells.keys.sorted().map { place in
            let articles = (cells[place] ?? []).flatMap { group.days[$0] ?? [] }
            let isOwn = articles.contains { !$0.creditsOthers }
            let title =
                "\(columns.name(place)): \(Figure.count(articles.count, "article"))"
                + (isOwn ? "" : ", crediting others")
            return Mark(
                x: left + place * slot + slot / 2, y: y, radius: articles.count > 9 ? 7 : articles.count > 2 ? 5 : 4,
                title: title,
                link: articles.first.flatMap { addresses.article($0.id) }.map { .init(address: $0, title: title) },
                isOwn: isOwn)
        }
    }

    private static func ticks(_ columns: Columns, slot: Int, y: Int) -> [Tick] {
        let step = max(1, 100 / slot)
        return stride(from: 0, to: columns.count, by: step).map {
            Tick(x: left + $0 * slot + slot / 2, y: y, label: columns.short($0, withYear: $0 == 0))
        }
    }

    private static func carrier(
        _ group: OutletCoverage, earliest: Int?, origin: Int?, _ addresses: any PageAddresses
    ) -> Carrier {
        let credits = Set(group.articles.flatMap(\.othersCredited)).sorted()
        return Carrier(
            outlet: group.name, address: group.isKnown ? addresses.outlet(group.name) : nil,
            articles: Figure.written(group.articles.count),
            from: group.first.map { Wording.date(CalendarDay(number: $0).iso) } ?? "undated",
            to: group.last.map { Wording.date(CalendarDay(number: $0).iso) } ?? "undated",
            isFirst: group.first != nil && group.first == earliest,
            credits: credits.isEmpty ? nil : credits.prefix(6).joined(separator: ", "),
            origin: origin.map { Figure.count($0, "act of speech", "acts of speech") })
    }
}

/// The articles of one outlet by day.
private struct OutletCoverage {
    let name: String
    let isKnown: Bool
    let articles: [CoveredArticle]
    let days: [Int: [CoveredArticle]]

    var first: Int? { days.keys.min() }
    var last: Int? { days.keys.max() }

    /// Those that were first come first; the undated last.
    static func all(_ articles: [CoveredArticle]) -> [OutletCoverage] {
        Dictionary(grouping: articles, by: \.outlet).map { outlet, articles in
            let dated = articles.compactMap { article in
                article.published.flatMap(Dates.recorded).flatMap(DaySpan.init).map { ($0.first, article) }
            }
            return OutletCoverage(
                name: outlet ?? "Outlet not known", isKnown: outlet != nil, articles: articles,
                days: Dictionary(grouping: dated, by: \.0).mapValues { $0.map(\.1) })
        }.sorted { ($0.first ?? .max, -$0.articles.count, $0.name) < ($1.first ?? .max, -$1.articles.count, $1.name) }
    }
}

extension CoveredArticle {
    /// Those credited beside the outlet itself, whose initials count as its name.
    var othersCredited: [String] {
        let own = outlet ?? ""
        let initials = String(own.split(separator: " ").compactMap(\.first))
        return agencies.filter { $0.lowercased() != own.lowercased() && $0 != initials }
    }

    var creditsOthers: Bool { !othersCredited.isEmpty }
}

/// The columns of a strip: days, or weeks or months where there would be too many.
private struct Columns {
    enum Unit: String { case day, week, month }

    let unit: Unit
    let count: Int
    private let start: Int

    /// Nil for no day.
    init?(_ days: [Int], most: Int) {
        guard let first = days.min(), let last = days.max() else { return nil }
        let length = last - first + 1
        unit = length <= most ? .day : length <= most * 7 ? .week : .month
        start = unit == .month ? Self.month(first) : first
        switch unit {
        case .day: count = length
        case .week: count = (length + 6) / 7
        case .month: count = min(Self.month(last) - start + 1, 400)
        }
    }

    func place(_ day: Int) -> Int {
        switch unit {
        case .day: day - start
        case .week: (day - start) / 7
        case .month: min(Self.month(day) - start, count - 1)
        }
    }

    /// `3 February 2022`, `week from 3 February 2022`, `February 2022`
    func name(_ place: Int) -> String {
        switch unit {
        case .day: Wording.date(CalendarDay(number: start + place).iso)
        case .week: "week of \(Wording.date(CalendarDay(number: start + place * 7).iso))"
        case .month:
            Wording.date(
                "\(CalendarDay.digits((start + place) / 12, 4))-\(CalendarDay.digits((start + place) % 12 + 1, 2))")
        }
    }

    /// `3 Feb`, `Feb 2022`
    func short(_ place: Int, withYear: Bool) -> String {
        let day = CalendarDay(number: unit == .week ? start + place * 7 : start + place)
        let words = (unit == .month ? name(place) : Wording.date(day.iso)).split(separator: " ")
        let short = words.map { $0.count > 4 ? $0.prefix(3) : $0 }
        return (withYear || unit == .month ? short[...] : short.dropLast()).joined(separator: " ")
    }

    private static func month(_ day: Int) -> Int {
        let fields = CalendarDay(number: day).iso.split(separator: "-").compactMap { Int($0) }
        return fields.count > 1 ? fields[0] * 12 + fields[1] - 1 : 0
    }
}
