package import DemarcheRecords

/// The force of warnings over time as a step line, one mark a warning, shown by the template `chart`. A date that is only known
/// within bounds is a dashed bar, and those without a date stand behind the line, apart.
package struct StepChart {
    /// One warning to be drawn.
    package struct Point {
        let date: RecordedDate?
        let force: Warning.Force
        /// What it is called on the page, where it has a sign there.
        let name: String?
        let address: String?

        package init(date: RecordedDate?, force: Warning.Force, name: String? = nil, address: String?) {
            self.date = date
            self.force = force
            self.name = name
            self.address = address
        }
    }

    private static let left = 112
    private static let right = 640
    /// What the undated take of the width.
    private static let apart = 80
    private static let step = 24
    private static let top = 14

    /// Its marks in words, for those who hear the page.
    let label: String
    let path: String
    let marks: [Mark]
    let levels: [Level]
    let from: String
    let to: String
    /// Where the dates end.
    let end: Int
    /// Where the undated begin; nil where there are none.
    let undated: Int?

    struct Mark {
        let x: Int
        let y: Int
        let link: Link?
        let title: String
        /// The stretch within which its date lies; nil for a day and for no date.
        let fuzzy: Reach?
    }

    struct Link {
        let address: String
        let title: String
    }

    struct Reach {
        let start: Int
        let end: Int
        let y: Int
    }

    struct Level {
        let y: Int
        let textY: Int
        let name: String
    }

    private struct Dated {
        let point: Point
        let span: DaySpan
    }

    /// Nil where none is dated.
    ///
    /// - Parameter points: by date.
    package init?(_ points: [Point]) {
        let dated = points.compactMap { point in
            point.date.flatMap(DaySpan.init).map { Dated(point: point, span: $0) }
        }
        let rest = points.filter { $0.date.flatMap(DaySpan.init) == nil }
        guard let first = dated.map(\.span.first).min(), let last = dated.map(\.span.last).max() else { return nil }
        end = Self.right - (rest.isEmpty ? 0 : Self.apart)
        let scale = DayScale(days: first...max(first, last), width: end - Self.left - 8)
        let line = Self.marks(dated, scale, upTo: end)
        marks = line + Self.marks(undated: rest)
        undated = rest.isEmpty ? nil : Self.right - Self.apart + 18
        path = Self.path(line)
        levels = Warning.Force.allCases.map { force in
            Level(y: Self.height(force), textY: Self.height(force) + 4, name: force.rawValue)
        }
        from = Wording.date(CalendarDay(number: first).iso)
        to = last == first ? "" : Wording.date(CalendarDay(number: last).iso)
        label = "Force over time. " + marks.map(\.title).joined(separator: "; ")
    }

    private static func path(_ marks: [Mark]) -> String {
        guard let first = marks.first else { return "" }
        return "M\(first.x) \(first.y)" + marks.dropFirst().map { "H\($0.x)V\($0.y)" }.joined()
    }

    /// Those of one day stand beside each other.
    private static func marks(_ dated: [Dated], _ scale: DayScale, upTo end: Int) -> [Mark] {
        var taken: [Int: Int] = [:]
        return dated.map { one in
            let x = min(end, left + 4 + scale.place(one.span.first) + 9 * taken[one.span.first, default: 0])
            taken[one.span.first, default: 0] += 1
            let y = height(one.point.force)
            let far = max(x + 8, left + 4 + scale.place(one.span.last))
            return mark(one.point, x: x, one.span.isExact ? nil : Reach(start: x, end: far, y: y))
        }
    }

    private static func marks(undated points: [Point]) -> [Mark] {
        points.enumerated().map { index, point in
            mark(point, x: min(right, right - apart + 22 + 9 * index), nil)
        }
    }

    private static func mark(_ point: Point, x: Int, _ fuzzy: Reach?) -> Mark {
        let words = (point.date.map(Wording.date) ?? "undated") + ": " + point.force.rawValue
        let title = point.name.map { "\($0), \(words)" } ?? words
        return Mark(
            x: x, y: height(point.force), link: point.address.map { Link(address: $0, title: title) }, title: title,
            fuzzy: fuzzy)
    }

    private static func height(_ force: Warning.Force) -> Int { top + (4 - force.step) * step }
}
