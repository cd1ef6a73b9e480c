package import DemarcheRecords

/// The days within which a date lies: one for a day, all of them for a month, a year or a range.
package struct DaySpan {
    package let first: Int
    package let last: Int
    package var isExact: Bool { first == last }

    /// Nil for what is no date of ISO 8601.
    package init?(_ date: RecordedDate) {
        guard let start = Self.days(date.date), let end = Self.days(date.until ?? date.date) else { return nil }
        first = start.lowerBound
        last = max(start.lowerBound, end.upperBound)
    }

    private static func days(_ date: String) -> ClosedRange<Int>? {
        let fields = date.split(separator: "-").compactMap { Int($0) }
        switch fields.count {
        case 1: return span(CalendarDay(fields[0], 1, 1), CalendarDay(fields[0], 12, 31))
        case 2:
            let next = fields[1] == 12 ? CalendarDay(fields[0] + 1, 1, 1) : CalendarDay(fields[0], fields[1] + 1, 1)
            return span(CalendarDay(fields[0], fields[1], 1), next.map { CalendarDay(number: $0.number - 1) })
        case 3: return span(CalendarDay(fields[0], fields[1], fields[2]), CalendarDay(fields[0], fields[1], fields[2]))
        default: return nil
        }
    }

    private static func span(_ first: CalendarDay?, _ last: CalendarDay?) -> ClosedRange<Int>? {
        guard let first, let last, first <= last else { return nil }
        return first.number...last.number
    }
}

/// Days along the width of a drawing, in its units.
package struct DayScale {
    package let days: ClosedRange<Int>
    package let width: Int

    package init(days: ClosedRange<Int>, width: Int) {
        self.days = days
        self.width = width
    }

    /// One day in a scale of one stands in the middle, and what is beyond it at its ends.
    package func place(_ day: Int) -> Int {
        guard days.count > 1 else { return width / 2 }
        let day = min(max(day, days.lowerBound), days.upperBound)
        return (day - days.lowerBound) * width / (days.count - 1)
    }
}
