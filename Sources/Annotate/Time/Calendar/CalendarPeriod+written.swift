import DemarcheRecords

extension CalendarPeriod {
    /// As TIMEX3 writes it: `1962-10-22`, `2022-W12`, `2020-Q3`, `187` for the 1870s, `BC0499`.
    package var timex: String {
        switch self {
        case .century(let century, let isBC): (isBC ? "BC" : "") + CalendarDay.digits(century, 2)
        case .decade(let decade, let isBC): (isBC ? "BC" : "") + CalendarDay.digits(decade, 3)
        case .year(let year): Self.timex(year)
        case .half(let year, let half): "\(Self.timex(year))-H\(half)"
        case .quarter(let year, let quarter): "\(Self.timex(year))-Q\(quarter)"
        case .season(let year, let season): "\(Self.timex(year))-\(season.rawValue)"
        case .month(let year, let month): "\(Self.timex(year))-\(CalendarDay.digits(month, 2))"
        case .week(let day): Self.timexWeek(day)
        case .weekend(let day): Self.timexWeek(day) + "-WE"
        case .day(let day): Self.timex(day)
        }
    }

    private static func timex(_ year: Int) -> String {
        (year < 1 ? "BC" : "") + CalendarDay.digits(digits(year), 4)
    }

    private static func timex(_ day: CalendarDay) -> String {
        let (year, month, date) = day.date
        return "\(timex(year))-\(CalendarDay.digits(month, 2))-\(CalendarDay.digits(date, 2))"
    }

    private static func timexWeek(_ day: CalendarDay) -> String {
        let week = day.week
        return "\(timex(week.year))-W\(CalendarDay.digits(week.number, 2))"
    }

    /// In EDTF, level 0 or 1: `1962-10`, `187X`, `2001-21` for a spring; what EDTF has no name for as an interval,
    /// `2022-03-21/2022-03-27`.
    package var edtf: String? {
        switch self {
        case .century(let century, isBC: false): CalendarDay.digits(century, 2) + "XX"
        case .decade(let decade, isBC: false): CalendarDay.digits(decade, 3) + "X"
        case .century, .decade: days.map { Self.interval(Self.iso($0.lowerBound.year), Self.iso($0.upperBound.year)) }
        case .year(let year): Self.iso(year)
        case .season(let year, let season): "\(Self.iso(year))-\(season.number)"
        case .month(let year, let month): "\(Self.iso(year))-\(CalendarDay.digits(month, 2))"
        case .day(let day): day.iso
        case .week, .weekend: days.map { Self.interval($0.lowerBound.iso, $0.upperBound.iso) }
        case .half, .quarter:
            days.map { Self.interval(String($0.lowerBound.iso.dropLast(3)), String($0.upperBound.iso.dropLast(3))) }
        }
    }

    private static func iso(_ year: Int) -> String { CalendarDay.digits(year, 4) }
    private static func interval(_ first: String, _ last: String) -> String { "\(first)/\(last)" }
}
