package import DemarcheRecords

/// A point in time as feeds, mail and dumps write it, on the calendar of its source, with the way to UTC where it is said.
package struct DateText: Sendable, Equatable {
    package var year: Int
    package var month: Int?
    package var day: Int?
    package var (hour, minute, second) = (0, 0, 0)
    /// Minutes that the source's clock is ahead of UTC.
    package var minutesAhead = 0

    init(year: Int, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }
}

extension RecordedDate {
    /// The day, or month or year where no more is known, on the calendar of the source.
    package init(_ text: DateText, basis: Basis) {
        func digits(_ number: Int, _ count: Int) -> String {
            String(repeating: "0", count: max(0, count - String(number).count)) + String(number)
        }
        let parts = [digits(text.year, 4)] + [text.month, text.day].compactMap(\.self).map { digits($0, 2) }
        let precision: Precision = [.year, .month, .day][min(parts.count, 3) - 1]
        self.init(date: parts.joined(separator: "-"), precision: precision, basis: basis)
    }
}
