import DemarcheRecords

extension TimeResolver {
    /// A date of which parts may be missing.
    func date(_ fields: DateFields, _ outer: TimeMeaning?) -> TimeResolution {
        if let outer { return date(fields, within: resolve(outer)) }
        if let year = fields.year { return full(fields, year, nil) }
        if let short = fields.shortYear { return shortYear(short, fields) }
        if fields.month == nil, fields.day == nil, let weekday = fields.weekday { return weekdayAlone(weekday) }
        if fields.month == nil, let day = fields.day { return dayAlone(day, fields.weekday) }
        return chosen { Self.period(fields, $0) } ?? TimeResolution(open: Self.unknown(fields), missing)
    }

    private var missing: String { context.written == nil ? TimeResolution.noDay : TimeResolution.noDate }

    private func full(_ fields: DateFields, _ year: Int, _ anchor: TimeExpression.Anchor?) -> TimeResolution {
        guard let period = Self.period(fields, year) else {
            return TimeResolution(open: nil, "there is no such day")
        }
        return TimeResolution(period, anchor)
    }

    /// `the 20th of next month`, `Friday of last week`, `July of that year`
    private func date(_ fields: DateFields, within base: TimeResolution) -> TimeResolution {
        guard let period = base.period, let days = period.days else {
            return TimeResolution(open: Self.unknown(fields), base.unresolved ?? TimeResolution.noDate)
        }
        if let weekday = fields.weekday, fields.day == nil {
            return TimeResolution(
                .day(CalendarPeriod.week(of: days.lowerBound).monday.adding(weekday - 1)), base.anchor)
        }
        var fields = fields
        if case .month(_, let month) = period { fields.month = fields.month ?? month }
        return full(fields, period.year, base.anchor)
    }

    /// What the fields are in a year; nil where there is no such day or its weekday is another.
    static func period(_ fields: DateFields, _ year: Int) -> CalendarPeriod? {
        if let month = fields.month {
            guard let day = fields.day else { return .month(year, month) }
            return CalendarDay(year, month, day).map(CalendarPeriod.day)
        }
        if let season = fields.season { return .season(year, season) }
        if let quarter = fields.quarter { return .quarter(year, quarter) }
        if let half = fields.half { return .half(year, half) }
        if let week = fields.week { return CalendarDay(year, 1, 4).map { .week(of: $0.adding(7 * (week - 1))) } }
        return .year(year)
    }

    /// `’62`: the last such year up to the one told of, or written in.
    private func shortYear(_ short: Int, _ fields: DateFields) -> TimeResolution {
        guard let base = context.isNarrative ? context.told : context.writing ?? context.told else {
            return TimeResolution(open: "XX" + CalendarDay.digits(short, 2), missing)
        }
        let century = base.period.year / 100 * 100
        let year = century + short <= base.period.year + 1 ? century + short : century - 100 + short
        return full(fields, year, base.anchor)
    }

    /// The nearest period of the years around the base; in news on the side that the tense tells.
    func chosen(_ period: (Int) -> CalendarPeriod?) -> TimeResolution? {
        guard let base = context.yearBase, let days = base.period.days else { return nil }
        let candidates = [0, 1, -1].compactMap { period(base.period.year + $0) }
        if base.period.unit >= .year { return candidates.first.map { TimeResolution($0, base.anchor) } }
        var isWritten = false
        if case .written = base.anchor { isWritten = true }
        let fitting = candidates.filter { candidate in
            guard isWritten, let tense = context.tense, let own = candidate.days else { return true }
            return tense == .past ? own.lowerBound <= days.upperBound : own.upperBound >= days.lowerBound
        }
        let middle = days.lowerBound.adding((days.upperBound.number - days.lowerBound.number) / 2)
        func cost(_ candidate: CalendarPeriod) -> Int {
            Self.distance(candidate, middle)
                + (isWritten || candidate.year == base.period.year ? 0 : Self.change)
        }
        let nearest = (fitting.isEmpty ? candidates : fitting).min { cost($0) < cost($1) }
        return nearest.map { TimeResolution($0, base.anchor) }
    }

    /// How many days nearer a date outside the base's year must be than one in it: of 0, 60 and 120, the best on fourteen
    /// histories of wars.
    private static let change = 60

    /// Days between the middle of a period and a day.
    private static func distance(_ period: CalendarPeriod, _ day: CalendarDay) -> Int {
        if case .season(let year, let season) = period, let middle = CalendarDay(year, season.month, 15) {
            return abs(middle.number - day.number)
        }
        guard let days = period.days else { return .max }
        return days.contains(day) ? 0 : abs((days.lowerBound.number + days.upperBound.number) / 2 - day.number)
    }

    /// In news the latest such day up to that of writing, or the next for what is to come.
    private func weekdayAlone(_ weekday: Int) -> TimeResolution {
        guard let base = context.deictic, case .day(let day) = base.period else {
            return TimeResolution(open: "XXXX-WXX-\(weekday)", missing)
        }
        let ahead = (weekday - day.weekday + 7) % 7
        let isAhead = context.tense == .future || context.isNarrative && ahead < 4
        return TimeResolution(.day(day.adding(isAhead || ahead == 0 ? ahead : ahead - 7)), base.anchor)
    }

    /// `the 20th`, `Friday the 13th`: of the month told of or written in, or of the one beside it.
    private func dayAlone(_ day: Int, _ weekday: Int?) -> TimeResolution {
        let unknown = "XXXX-XX-" + CalendarDay.digits(day, 2)
        guard let base = context.told.flatMap({ $0.period.unit <= .month ? $0 : nil }) ?? context.writing,
            let month = base.period.month, let from = base.period.days?.lowerBound
        else { return TimeResolution(open: unknown, missing) }
        let found = [0, 1, -1].compactMap { shift -> CalendarDay? in
            guard
                case .month(let year, let number) = CalendarPeriod.month(base.period.year, month).shifted(shift, .month)
            else { return nil }
            return CalendarDay(year, number, day)
        }.filter { weekday == nil || $0.weekday == weekday }
        guard case .written = base.anchor, weekday == nil else {
            return found.first.map { TimeResolution(.day($0), base.anchor) } ?? TimeResolution(open: unknown, missing)
        }
        let fitting = found.filter { context.tense == .future ? $0 >= from : $0 <= from }
        let nearest = fitting.min { abs($0.number - from.number) < abs($1.number - from.number) }
        return nearest.map { TimeResolution(.day($0), base.anchor) } ?? TimeResolution(open: unknown, missing)
    }

    /// `Christmas`, `Easter 1916`
    func holiday(_ rule: HolidayRule, _ outer: TimeMeaning?) -> TimeResolution {
        if case .once(let day) = rule { return TimeResolution(.day(day)) }
        guard rule != .moves else { return TimeResolution(open: nil, "its day is set by another calendar") }
        if let outer {
            let base = resolve(outer)
            guard let day = base.period.flatMap({ rule.day(in: $0.year) }) else {
                return TimeResolution(open: TimeUnit.day.unknown, base.unresolved ?? TimeResolution.noDate)
            }
            return TimeResolution(.day(day), base.anchor)
        }
        return chosen { rule.day(in: $0).map(CalendarPeriod.day) }
            ?? TimeResolution(open: Self.unknown(rule), missing)
    }

    private static func unknown(_ rule: HolidayRule) -> String {
        guard case .day(let month, let day) = rule else { return TimeUnit.day.unknown }
        return "XXXX-\(CalendarDay.digits(month, 2))-\(CalendarDay.digits(day, 2))"
    }

    /// As TIMEX3 writes a date without its year.
    static func unknown(_ fields: DateFields) -> String {
        if let season = fields.season { return "XXXX-" + season.rawValue }
        if let quarter = fields.quarter { return "XXXX-Q\(quarter)" }
        if let half = fields.half { return "XXXX-H\(half)" }
        if let week = fields.week { return "XXXX-W" + CalendarDay.digits(week, 2) }
        if fields.month == nil, fields.day == nil, let weekday = fields.weekday { return "XXXX-WXX-\(weekday)" }
        let month = fields.month.map { CalendarDay.digits($0, 2) } ?? "XX"
        return "XXXX-" + month + (fields.day.map { "-" + CalendarDay.digits($0, 2) } ?? "")
    }
}

extension CalendarPeriod {
    /// Of a week its first day, of others the first of all.
    fileprivate var monday: CalendarDay { days?.lowerBound ?? CalendarDay(number: 0) }
}
