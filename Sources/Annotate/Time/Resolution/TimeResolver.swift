import DemarcheRecords

/// Finds out when an expression means, from its words and the context.
///
/// The strategy is HeidelTime's (Strötgen and Gertz 2010; for domains 2012): in news what is not said is counted from the
/// day of writing, and the tense tells in which direction; in a history from the date told of last.
struct TimeResolver {
    let context: TimeContext

    func resolve(_ meaning: TimeMeaning) -> TimeResolution {
        switch meaning {
        case .date(let fields, let outer): date(fields, outer)
        case .period(let period): TimeResolution(period)
        case .day(let count): day(count)
        case .relative(let relation, let target, let isDefinite): relative(relation, target, isDefinite)
        case .definite(let target): definite(target)
        case .distance(let amount, let direction): distance(amount, direction)
        case .around(let other, let amount, let isBefore): around(other, amount, isBefore)
        case .ordinal(let number, let target, let outer): ordinal(number, target, outer)
        case .duration(let amount): TimeResolution(.duration, amount.timex)
        case .span(let amount, let relation): span(amount, relation)
        case .reach(let amount, let isWithin): reach(amount, isWithin)
        case .repeated(let value): TimeResolution(.set, value)
        case .reference(let reference): TimeResolution(.date, reference.rawValue)
        case .holiday(let rule, let outer): holiday(rule, outer)
        case .clock: clock()
        case .open(let unit): TimeResolution(open: unit?.unknown, "the text gives no date for it")
        }
    }

    /// `today`, `yesterday`. In a history *today* is the time of its readers.
    private func day(_ count: Int) -> TimeResolution {
        if context.isNarrative, count == 0, context.written != nil { return TimeResolution(.date, "PRESENT_REF") }
        guard let base = context.deictic, case .day(let day) = base.period else {
            return TimeResolution(open: TimeUnit.day.unknown, TimeResolution.noDay)
        }
        return TimeResolution(.day(day.adding(count)), base.anchor)
    }

    /// A time of the clock on the day that is told of in its sentence, or in a history.
    private func clock() -> TimeResolution {
        if let base = context.told, case .day = base.period,
            context.isNarrative || context.focus?.sentence == context.sentence && context.focus?.block == context.block
        {
            return TimeResolution(base.period, base.anchor)
        }
        return TimeResolution(open: TimeUnit.day.unknown, "no day in its sentence")
    }

    private func distance(_ amount: TimeAmount, _ direction: TimeWord.Direction) -> TimeResolution {
        let isBack = direction == .ago || direction == .earlier || direction == .before
        guard let count = amount.count else {
            return TimeResolution(.date, isBack ? "PAST_REF" : "FUTURE_REF")
        }
        let isDeictic = direction == .ago || direction == .hence
        guard let base = isDeictic ? context.deictic : context.told ?? (isBack ? nil : context.deictic) else {
            return TimeResolution(
                open: amount.unit.unknown, isDeictic ? TimeResolution.noDay : TimeResolution.noDate)
        }
        guard let period = shifted(base.period, amount, count * (isBack ? -1 : 1)) else {
            let isExact = base.period.unit <= amount.unit
            return TimeResolution(open: amount.unit.unknown, isExact ? "it is too far" : TimeResolution.notExact)
        }
        return TimeResolution(period, base.anchor)
    }

    /// The period of the amount's unit so far away; nil when the base is longer than the unit.
    private func shifted(_ base: CalendarPeriod, _ amount: TimeAmount, _ count: Int) -> CalendarPeriod? {
        if amount.fraction == "5", amount.unit >= .decade {
            let years = amount.unit == .decade ? 10 : 100
            return base.shifted(count * years + (count < 0 ? -1 : 1) * years / 2, .year)
        }
        guard amount.fraction.isEmpty || amount.unit == .year, base.unit <= amount.unit || amount.unit >= .year else {
            return nil
        }
        let whole = base.shifted(count, amount.unit)
        let sign = count < 0 ? -1 : 1
        guard !amount.further.isEmpty, let first = base.days?.lowerBound else { return whole }
        var day = first
        for (count, unit) in [(abs(count), amount.unit)] + amount.further.map({ ($0.count, $0.unit) }) {
            guard let next = Self.moved(day, sign * count, unit) else { return whole }
            day = next
        }
        return .day(day)
    }

    /// A day so many units away; nil for units shorter than a day.
    static func moved(_ day: CalendarDay, _ count: Int, _ unit: TimeUnit) -> CalendarDay? {
        guard abs(count) < 100_000 else { return nil }
        return switch unit {
        case .second, .minute, .hour: nil
        case .day: day.adding(count)
        case .week, .weekend: day.adding(7 * count)
        case .fortnight: day.adding(14 * count)
        case .month: day.adding(months: count)
        case .quarter, .season: day.adding(months: 3 * count)
        case .year: day.adding(months: 12 * count)
        case .decade: day.adding(months: 120 * count)
        case .century: day.adding(months: 1200 * count)
        }
    }

    /// `the day after Christmas`, `two years before 1962`
    private func around(_ other: TimeMeaning, _ amount: TimeAmount, _ isBefore: Bool) -> TimeResolution {
        let base = resolve(other)
        guard let period = base.period, let count = amount.count, amount.fraction.isEmpty else {
            return TimeResolution(open: amount.unit.unknown, base.unresolved ?? "the distance is not said")
        }
        let signed = isBefore ? -count : count
        if case .day(let day) = period {
            guard let moved = Self.moved(day, signed, amount.unit) else {
                return TimeResolution(open: amount.unit.unknown, "shorter than a day")
            }
            return TimeResolution(.day(moved), base.anchor)
        }
        guard let moved = shifted(period, amount, signed) else {
            return TimeResolution(open: amount.unit.unknown, "the date that it is counted from is not as exact")
        }
        return TimeResolution(moved, base.anchor)
    }

    /// `the past two weeks`: its days, where it is counted from the day of writing.
    private func span(_ amount: TimeAmount, _ relation: TimeWord.Relation) -> TimeResolution {
        var resolution = TimeResolution(.duration, amount.timex)
        guard !context.isNarrative, let base = context.writing, case .day(let day) = base.period,
            let count = amount.count,
            amount.fraction.isEmpty
        else { return resolution }
        let isBack = relation == .past || relation == .last || relation == .previous
        guard let other = Self.moved(day, isBack ? -count : count, amount.unit) else { return resolution }
        let (first, last) = isBack ? (other, day.adding(-1)) : (day.adding(1), other)
        guard first <= last else { return resolution }
        resolution.days = first...last
        resolution.anchor = base.anchor
        return resolution
    }

    /// `will meet in three weeks`
    private func reach(_ amount: TimeAmount, _ isWithin: Bool) -> TimeResolution {
        var resolution = TimeResolution(.duration, amount.timex)
        guard !context.isNarrative, context.tense == .future, let base = context.writing, let count = amount.count,
            case .day(let day) = base.period, let last = Self.moved(day, count, amount.unit), last >= day
        else { return resolution }
        resolution.anchor = base.anchor
        if isWithin { resolution.days = day...last } else { resolution.period = shifted(base.period, amount, count) }
        return resolution
    }

    /// `the first week of August`, `the last Friday of May`
    private func ordinal(_ number: Int, _ target: TimeMeaning.Target, _ outer: TimeMeaning) -> TimeResolution {
        let base = resolve(outer)
        guard let period = base.period, let days = period.days else {
            return TimeResolution(open: nil, base.unresolved ?? TimeResolution.noDate)
        }
        guard let found = Self.part(number, target, of: period, days) else {
            return TimeResolution(open: nil, "there is no such part")
        }
        return TimeResolution(found, base.anchor)
    }

    private static func part(
        _ number: Int, _ target: TimeMeaning.Target, of period: CalendarPeriod, _ days: ClosedRange<CalendarDay>
    ) -> CalendarPeriod? {
        let edge = number < 0 ? days.upperBound : days.lowerBound
        let count = max(0, number - 1)
        switch target {
        case .unit(.week) where period.unit == .year && number > 0:
            return CalendarPeriod.week(of: edge.adding(3)).shifted(count, .week)
        case .unit(let unit):
            guard let first = CalendarPeriod.day(edge).widened(to: unit) else { return nil }
            let found = first.shifted(count, unit)
            return found?.days.map { $0.lowerBound <= days.upperBound } == true ? found : nil
        case .weekday(let weekday):
            let shift = number < 0 ? -((edge.weekday - weekday + 7) % 7) : (weekday - edge.weekday + 7) % 7 + 7 * count
            let day = edge.adding(shift)
            return days.contains(day) ? .day(day) : nil
        case .month, .season, .part, .holiday: return nil
        }
    }
}
