package import DemarcheRecords

/// A stretch of the calendar that has a name: a day, a week, a month, a century.
///
/// Years are astronomical, so that 0 is 1 BC; TIMEX3 and the words count those before Christ from 1 backwards.
package enum CalendarPeriod: Hashable, Sendable {
    /// The years that begin with these two digits; with three, a decade.
    case century(Int, isBC: Bool)
    case decade(Int, isBC: Bool)
    case year(Int)
    case half(Int, Int)
    case quarter(Int, Int)
    case season(Int, Season)
    case month(Int, Int)
    /// By its Monday.
    case week(CalendarDay)
    case weekend(CalendarDay)
    case day(CalendarDay)

    package static func week(of day: CalendarDay) -> CalendarPeriod { .week(day.adding(1 - day.weekday)) }
    package static func weekend(of day: CalendarDay) -> CalendarPeriod { .weekend(day.adding(1 - day.weekday)) }

    package var unit: TimeUnit {
        switch self {
        case .century: .century
        case .decade: .decade
        case .year: .year
        case .half, .quarter: .quarter
        case .season: .season
        case .month: .month
        case .week: .week
        case .weekend: .weekend
        case .day: .day
        }
    }

    /// The year in which it begins.
    package var year: Int { years.lowerBound }

    /// The month in which it is, or a month in its middle; nil for a year and what is longer.
    package var month: Int? {
        switch self {
        case .century, .decade, .year: nil
        case .half(_, let half): half * 6 - 3
        case .quarter(_, let quarter): quarter * 3 - 1
        case .season(_, let season): season.month
        case .month(_, let month): month
        case .week(let day), .weekend(let day), .day(let day): day.month
        }
    }

    private var years: ClosedRange<Int> {
        switch self {
        case .century(let century, let isBC): Self.years(century * 100, 99, isBC)
        case .decade(let decade, let isBC): Self.years(decade * 10, 9, isBC)
        case .year(let year), .half(let year, _), .quarter(let year, _), .season(let year, _), .month(let year, _):
            year...year
        case .week(let day), .weekend(let day): day.adding(3).year...day.adding(3).year
        case .day(let day): day.year...day.year
        }
    }

    private static func years(_ first: Int, _ count: Int, _ isBC: Bool) -> ClosedRange<Int> {
        isBC ? 1 - first - count...1 - first : first...first + count
    }

    /// The first and the last day. A winter is counted from the January of its year to the February of the next, as a
    /// text may mean either end of it.
    package var days: ClosedRange<CalendarDay>? {
        switch self {
        case .century, .decade, .year: Self.months(years.lowerBound, 1, years.upperBound, 12)
        case .half(let year, let half): Self.months(year, half * 6 - 5, year, half * 6)
        case .quarter(let year, let quarter): Self.months(year, quarter * 3 - 2, year, quarter * 3)
        case .season(let year, .winter): Self.months(year, 1, year + 1, 2)
        case .season(let year, let season): Self.months(year, season.month - 1, year, season.month + 1)
        case .month(let year, let month): Self.months(year, month, year, month)
        case .week(let day): day...day.adding(6)
        case .weekend(let day): day.adding(5)...day.adding(6)
        case .day(let day): day...day
        }
    }

    private static func months(
        _ year: Int, _ month: Int, _ lastYear: Int, _ lastMonth: Int
    ) -> ClosedRange<CalendarDay>? {
        guard let first = CalendarDay(year, month, 1),
            let last = CalendarDay(lastYear, lastMonth, CalendarDay.days(in: lastMonth, of: lastYear))
        else { return nil }
        return first...last
    }

    /// The period of length `unit` in which it begins; itself when it is longer.
    package func widened(to unit: TimeUnit) -> CalendarPeriod? {
        guard unit > self.unit else { return self }
        switch unit {
        case .century: return .century(Self.digits(year) / 100, isBC: year < 1)
        case .decade: return .decade(Self.digits(year) / 10, isBC: year < 1)
        case .year: return .year(year)
        case .quarter: return month.map { .quarter(year, ($0 + 2) / 3) }
        case .season: return month.map { .season(year, Self.season(of: $0)) }
        case .month: return month.map { .month(year, $0) }
        case .week, .fortnight: return days.map { .week(of: $0.lowerBound) }
        case .weekend: return days.map { .weekend(of: $0.lowerBound) }
        case .day, .hour, .minute, .second: return days.map { .day($0.lowerBound) }
        }
    }

    static func season(of month: Int) -> Season {
        switch month {
        case 3...5: .spring
        case 6...8: .summer
        case 9...11: .autumn
        default: .winter
        }
    }

    /// A year as it is counted in its era.
    static func digits(_ year: Int) -> Int { year > 0 ? year : 1 - year }
}
