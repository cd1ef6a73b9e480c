internal import DemarcheRecords

/// The force of a series over time as a step line, one mark a rendering; those without a date stand behind the line, apart.
struct ForceChart {
    private static let left = 120
    private static let right = 550
    /// What the undated take of the width.
    private static let apart = 70
    private static let step = 22
    private static let top = 16

    let path: String
    let marks: [Mark]
    let levels: [Level]
    let from: String
    let to: String
    /// Where the dates end.
    let end: Int
    /// Where the undated begin; nil where there are none.
    let undated: Int?
    let label: String

    struct Mark {
        let x: Int
        let y: Int
        let anchor: String
        let title: String
        /// The stretch within which its date lies; nil for a day and for no date.
        let fuzzy: Reach?
    }

    struct Reach {
        let start: Int
        let end: Int
        let y: Int
    }

    struct Level {
        let y: Int
        let name: String
    }

    private struct Dated {
        let warning: Warning
        let date: RecordedDate
        let span: DaySpan
    }

    /// Nil where there are fewer than two renderings or none is dated.
    ///
    /// - Parameter warnings: by date.
    init?(_ warnings: [Warning], _ places: EntryPlaces) {
        let dated = warnings.compactMap { warning -> Dated? in
            guard let date = places.date(warning), let span = DaySpan(date) else { return nil }
            return Dated(warning: warning, date: date, span: span)
        }
        let datedIDs = Set(dated.map(\.warning.id))
        let rest = warnings.filter { !datedIDs.contains($0.id) }
        guard warnings.count > 1, let first = dated.first, let last = dated.max(by: { $0.span.last < $1.span.last })
        else { return nil }
        end = Self.right - (rest.isEmpty ? 0 : Self.apart)
        let scale = DayScale(days: first.span.first...last.span.last, width: end - Self.left)
        let line = Self.marks(dated, scale, upTo: end, places)
        marks = line + Self.marks(undated: rest, places)
        undated = rest.isEmpty ? nil : Self.right - Self.apart + 20
        path = "M" + line.map { "\($0.x) \($0.y)" }[0] + line.dropFirst().map { "H\($0.x)V\($0.y)" }.joined()
        levels = Warning.Force.allCases.map { Level(y: Self.height($0), name: $0.rawValue) }
        from = Wording.date(first.date)
        to = last.date == first.date ? "" : Wording.date(last.date)
        label = marks.map(\.title).joined(separator: "; ")
    }

    /// Those of one day stand beside each other.
    private static func marks(_ dated: [Dated], _ scale: DayScale, upTo end: Int, _ places: EntryPlaces) -> [Mark] {
        var taken: [Int: Int] = [:]
        return dated.map { one in
            let start = left + scale.place(one.span.first)
            let x = min(end, start + 9 * taken[one.span.first, default: 0])
            taken[one.span.first, default: 0] += 1
            let y = height(one.warning.force)
            let reach =
                one.span.isExact ? nil : Reach(start: x, end: max(x + 8, left + scale.place(one.span.last)), y: y)
            return mark(one.warning, x: x, date: Wording.date(one.date), reach, places)
        }
    }

    private static func marks(undated warnings: [Warning], _ places: EntryPlaces) -> [Mark] {
        warnings.enumerated().map { index, warning in
            mark(warning, x: min(right, right - apart + 20 + 9 * index), date: "undated", nil, places)
        }
    }

    private static func mark(_ warning: Warning, x: Int, date: String, _ fuzzy: Reach?, _ places: EntryPlaces) -> Mark {
        let link = places.link(to: warning)
        return Mark(
            x: x, y: height(warning.force), anchor: link.anchor,
            title: "\(link.label), \(date): \(warning.force.rawValue)", fuzzy: fuzzy)
    }

    private static func height(_ force: Warning.Force) -> Int { top + (4 - force.step) * step }
}
