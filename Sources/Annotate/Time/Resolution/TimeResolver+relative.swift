import DemarcheRecords

extension TimeResolver {
    /// `last week`, `the same day`, `next spring`, `that afternoon`.
    func relative(
        _ relation: TimeWord.Relation, _ target: TimeMeaning.Target, _ isDefinite: Bool
    ) -> TimeResolution {
        let isDeictic = Self.isDeictic(relation, isDefinite)
        guard let base = isDeictic ? context.deictic : context.told ?? later(relation) else {
            return TimeResolution(
                open: Self.unknown(target), isDeictic ? TimeResolution.noDay : TimeResolution.noDate)
        }
        guard let period = period(relation, target, base.period, isDeictic) else {
            return TimeResolution(open: Self.unknown(target), TimeResolution.notExact)
        }
        return TimeResolution(period, base.anchor)
    }

    /// What a relation is counted from in news that told of no date before: `the next month`.
    private func later(_ relation: TimeWord.Relation) -> TimeContext.Base? {
        context.isNarrative || relation == .that || relation == .same ? nil : context.writing
    }

    /// Whether the words point from the day of writing, and not from the date told of.
    private static func isDeictic(_ relation: TimeWord.Relation, _ isDefinite: Bool) -> Bool {
        switch relation {
        case .this, .last, .coming, .past, .current: true
        case .next: !isDefinite
        case .that, .same, .previous, .following: false
        }
    }

    private static func step(_ relation: TimeWord.Relation) -> Int {
        switch relation {
        case .this, .that, .same, .current: 0
        case .last, .previous, .past: -1
        case .next, .following, .coming: 1
        }
    }

    private static func unknown(_ target: TimeMeaning.Target) -> String {
        switch target {
        case .unit(let unit): unit.unknown
        case .weekday(let day): "XXXX-WXX-\(day)"
        case .month(let month): "XXXX-" + CalendarDay.digits(month, 2)
        case .season(let season): "XXXX-" + season.rawValue
        case .part, .holiday: TimeUnit.day.unknown
        }
    }

    private func period(
        _ relation: TimeWord.Relation, _ target: TimeMeaning.Target, _ base: CalendarPeriod, _ isDeictic: Bool
    ) -> CalendarPeriod? {
        let step = Self.step(relation)
        switch target {
        case .unit(let unit):
            guard base.unit <= unit || unit == .season else { return nil }
            return base.widened(to: unit)?.shifted(step, unit)
        case .weekday(let weekday):
            guard case .day(let day) = base else { return nil }
            return .day(Self.day(weekday, from: day, step, context.tense))
        case .month(let month): return Self.month(month, from: base, step)
        case .season(let season): return Self.season(season, from: base, step)
        case .part(let part):
            guard case .day(let day) = base else { return nil }
            return .day(day.adding(part == .night && relation == .last ? -1 : step))
        case .holiday(let rule): return base.days.flatMap { Self.holiday(rule, from: $0.lowerBound, step) }
        }
    }

    /// A weekday strictly before or behind a day; for `this`, that of the same week.
    private static func day(_ weekday: Int, from day: CalendarDay, _ step: Int, _ tense: Tense?) -> CalendarDay {
        let ahead = (weekday - day.weekday + 7) % 7
        switch step {
        case 1: return day.adding(ahead == 0 ? 7 : ahead)
        case -1: return day.adding(ahead == 0 ? -7 : ahead - 7)
        default: return day.adding(tense == .past && ahead > 0 ? ahead - 7 : ahead)
        }
    }

    /// The last such day before another, the first behind it, or that of its year.
    private static func holiday(_ rule: HolidayRule, from day: CalendarDay, _ step: Int) -> CalendarPeriod? {
        let days = [-1, 0, 1].compactMap { rule.day(in: day.year + $0) }
        let found = step < 0 ? days.last { $0 < day } : step > 0 ? days.first { $0 > day } : rule.day(in: day.year)
        return found.map(CalendarPeriod.day)
    }

    /// A month of the same year, or the nearest before or behind that is not the base's own.
    private static func month(_ month: Int, from base: CalendarPeriod, _ step: Int) -> CalendarPeriod {
        guard step != 0, let own = base.month else { return .month(base.year + step, month) }
        let isBehind = step < 0 ? month >= own : month <= own
        return .month(isBehind ? base.year + step : base.year, month)
    }

    private static func season(_ season: Season, from base: CalendarPeriod, _ step: Int) -> CalendarPeriod {
        guard step != 0, let month = base.month else { return .season(base.year, season) }
        let own = CalendarPeriod.season(of: month)
        let isPast = season.month < month && own != season
        if step < 0 { return .season(isPast ? base.year : base.year - 1, season) }
        return .season(season.month > month && own != season ? base.year : base.year + 1, season)
    }

    /// `the month` of `the end of the month`: the one told of in the sentence, else the one of writing.
    func definite(_ target: TimeMeaning.Target) -> TimeResolution {
        let isNear = context.focus?.sentence == context.sentence && context.focus?.block == context.block
        let told = context.isNarrative || isNear || context.written == nil ? context.told : nil
        guard let base = told ?? context.writing else {
            return TimeResolution(open: Self.unknown(target), TimeResolution.noDay)
        }
        if target == .unit(.weekend), case .day(let day) = base.period, day.weekday < 6, context.tense != .future {
            return TimeResolution(.weekend(of: day.adding(-7)), base.anchor)
        }
        if case .season(let season) = target { return date(DateFields(season: season), nil) }
        guard let period = period(.same, target, base.period, false) else {
            return TimeResolution(open: Self.unknown(target), TimeResolution.notExact)
        }
        return TimeResolution(period, base.anchor)
    }
}
