import DemarchePublish
import DemarcheRecords

/// The force of a series of warnings over time as a step line, one mark a warning, shown by the template `chart`. Those
/// without a date stand behind the line, apart.
struct StepChart {
    private static let left = 112
    private static let right = 640
    /// What the undated take of the width.
    private static let apart = 80
    private static let step = 24
    private static let top = 14

    let label: String
    let path: String
    let marks: [Mark]
    let levels: [Level]
    let from: String
    let to: String
    /// Where the dates end.
    let end: Int
    let undated: Int?

    struct Mark {
        let x: Int
        let y: Int
        let address: String
        let title: String
    }

    struct Level {
        let y: Int
        let textY: Int
        let name: String
    }

    /// Nil where no warning of the series is dated.
    ///
    /// - Parameter places: the articles of the warnings, by warning.
    init?(_ points: [Series.Point], title: String, places: [String: String]) {
        let dated = points.compactMap { point -> (point: Series.Point, span: DaySpan)? in
            point.date.flatMap { RecordedDate(iso: $0, basis: .text) }.flatMap(DaySpan.init).map { (point, $0) }
        }
        guard let first = dated.first?.span.first, let last = dated.map(\.span.last).max() else { return nil }
        let rest = points.filter { point in !dated.contains { $0.point.warning == point.warning } }
        let end = Self.right - (rest.isEmpty ? 0 : Self.apart)
        let scale = DayScale(days: min(first, last)...last, width: end - Self.left - 8)
        var taken: [Int: Int] = [:]
        let line = dated.map { one in
            let x = Self.left + 4 + scale.place(one.span.first) + 9 * taken[one.span.first, default: 0]
            taken[one.span.first, default: 0] += 1
            return Self.mark(one.point, x: min(end, x), places)
        }
        self.end = end
        marks =
            line
            + rest.enumerated().map { index, point in
                Self.mark(point, x: min(Self.right, Self.right - Self.apart + 22 + 9 * index), places)
            }
        undated = rest.isEmpty ? nil : Self.right - Self.apart + 18
        path = Self.path(line)
        levels = Warning.Force.allCases.map { force in
            Level(y: Self.height(force), textY: Self.height(force) + 4, name: force.rawValue)
        }
        from = Wording.date(CalendarDay(number: first).iso)
        to = last == first ? "" : Wording.date(CalendarDay(number: last).iso)
        label = "\(title): " + marks.map(\.title).joined(separator: "; ")
    }

    private static func path(_ marks: [Mark]) -> String {
        guard let first = marks.first else { return "" }
        return "M\(first.x) \(first.y)" + marks.dropFirst().map { "H\($0.x)V\($0.y)" }.joined()
    }

    private static func mark(_ point: Series.Point, x: Int, _ places: [String: String]) -> Mark {
        let address = places[point.warning].map { "/articles/\($0)#\(point.warning)" } ?? "/entries/\(point.warning)"
        return Mark(
            x: x, y: height(point.force), address: address,
            title: "\(point.date.map(Dates.written) ?? "undated"): \(point.force.rawValue)")
    }

    private static func height(_ force: Warning.Force) -> Int { top + (4 - force.step) * step }
}
