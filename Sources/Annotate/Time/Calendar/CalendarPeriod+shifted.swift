import DemarcheRecords

extension CalendarPeriod {
    /// The period of length `unit` that lies `count` such units behind this one; before it, where `count` is negative.
    /// Nil for one beyond the years that ISO 8601 counts with four digits, and for units shorter than a day.
    package func shifted(_ count: Int, _ unit: TimeUnit) -> CalendarPeriod? {
        guard abs(count) < 100_000, let moved = moved(count, unit), abs(moved.year) < 9999 else { return nil }
        return moved
    }

    private func moved(_ count: Int, _ unit: TimeUnit) -> CalendarPeriod? {
        switch unit {
        case .second, .minute, .hour: return nil
        case .day: return days.map { .day($0.lowerBound.adding(count)) }
        case .week: return days.map { .week(of: $0.lowerBound.adding(7 * count)) }
        case .fortnight: return days.map { .week(of: $0.lowerBound.adding(14 * count)) }
        case .weekend: return days.map { .weekend(of: $0.lowerBound.adding(7 * count)) }
        case .month: return month.map { Self.month(year, $0, plus: count) }
        case .quarter: return month.map { Self.quarter(year * 4 + ($0 - 1) / 3 + count) }
        case .season, .year: return .year(year + count)
        case .decade: return CalendarPeriod.year(year + 10 * count).widened(to: .decade)
        case .century: return CalendarPeriod.year(year + 100 * count).widened(to: .century)
        }
    }

    private static func month(_ year: Int, _ month: Int, plus count: Int) -> CalendarPeriod {
        let total = year * 12 + month - 1 + count
        let newYear = CalendarDay.floor(total, 12)
        return .month(newYear, total - newYear * 12 + 1)
    }

    private static func quarter(_ total: Int) -> CalendarPeriod {
        let year = CalendarDay.floor(total, 4)
        return .quarter(year, total - year * 4 + 1)
    }
}
