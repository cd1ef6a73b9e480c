import DemarcheRecords

/// Times of the clock: `11:30 p.m. GMT`, `3 a.m.`, `0300 hours`, `7 o'clock`.
extension TimeGrammar {
    func clock(_ index: Int) -> TimePhrase? {
        guard let (time, end) = time(index) else { return nil }
        let phrase = TimePhrase(index..<end, .clock, time: time)
        return withDate(phrase)
    }

    private func time(_ index: Int) -> (TimeOfDay, Int)? {
        guard let (hour, next) = hourNumber(index), hour <= 24 else { return nil }
        let (minute, second, end) = minutes(next)
        if let (isAfternoon, last) = meridiem(end), hour <= 12 {
            return zoned(hour % 12 + (isAfternoon ? 12 : 0), minute, second, last)
        }
        if atoms.isWord(end, "o"), atoms.isMark(end + 1, "'"), atoms.isWord(end + 2, "clock") {
            return oClock(hour, end + 3)
        }
        guard minute != nil, atoms.isMark(next, ":") else { return military(index) }
        return zoned(hour, minute, second, atoms.isWord(end, "hrs", "hours", "h") ? end + 1 : end)
    }

    private func hourNumber(_ index: Int) -> (Int, Int)? {
        if let hour = atoms.digits(index) {
            return atoms.length(index) <= 2 ? (hour, index + 1) : (hour % 100 + 100, index)
        }
        return belowHundred(index)
    }

    /// Minutes and seconds behind an hour, and the atom behind them.
    private func minutes(_ index: Int) -> (minute: Int?, second: Int?, end: Int) {
        guard atoms.isMark(index, ":") || atoms.isMark(index, "."), atoms.isGlued(index), atoms.isGlued(index + 1),
            let minute = atoms.digits(index + 1), atoms.length(index + 1) == 2, minute < 60
        else { return (nil, nil, index) }
        guard atoms.isMark(index + 2, ":"), atoms.isGlued(index + 2), let second = atoms.digits(index + 3), second < 60,
            atoms.length(index + 3) == 2
        else { return (minute, nil, index + 2) }
        return (minute, second, index + 4)
    }

    /// `a.m.`, `PM`
    private func meridiem(_ index: Int) -> (isAfternoon: Bool, end: Int)? {
        if atoms.isWord(index, "am", "pm") { return (atoms.isWord(index, "pm"), index + 1) }
        guard atoms.isWord(index, "a", "p"), atoms.isMark(index + 1, "."), atoms.isGlued(index + 2),
            atoms.isWord(index + 2, "m")
        else { return nil }
        return (atoms.isWord(index, "p"), pastStop(index + 3))
    }

    private func oClock(_ hour: Int, _ end: Int) -> (TimeOfDay, Int)? {
        guard atoms.isWord(end, "in"), atoms.isWord(end + 1, "the"), case .part(let part, _) = atoms.word(end + 2)
        else {
            return (.clock(hour: hour, minute: nil, second: nil, zone: nil), end)
        }
        let isLate = part == .afternoon || part == .evening
        return (.clock(hour: isLate ? hour % 12 + 12 : hour, minute: nil, second: nil, zone: nil), end + 3)
    }

    /// `0300 hours`, `1430 GMT`
    private func military(_ index: Int) -> (TimeOfDay, Int)? {
        guard let number = atoms.digits(index), atoms.length(index) == 4, number / 100 < 24, number % 100 < 60 else {
            return nil
        }
        if atoms.isWord(index + 1, "hours", "hrs"), number < 1000 || number % 100 != 0 || atoms.isWord(index - 1, "at")
        {
            return zoned(number / 100, number % 100, nil, index + 2)
        }
        guard case .zone = atoms.word(index + 1), atoms.isWord(index + 1, "gmt", "utc") else { return nil }
        return zoned(number / 100, number % 100, nil, index + 1)
    }

    /// A time with the zone behind it: `GMT`.
    private func zoned(_ hour: Int, _ minute: Int?, _ second: Int?, _ end: Int) -> (TimeOfDay, Int) {
        func time(_ zone: Int?, _ end: Int) -> (TimeOfDay, Int) {
            (.clock(hour: hour, minute: minute, second: second, zone: zone), end)
        }
        if case .zone(let zone) = atoms.word(end), atoms.isCapital(end) { return time(zone, end + 1) }
        return time(nil, end)
    }

    /// The atom behind the name of a zone that is not known here: `local time`, `Moscow time`.
    private func pastZone(_ index: Int) -> Int {
        let isNamed = atoms.isCapital(index) || atoms.isWord(index, "local")
        return isNamed && atoms.isWord(index + 1, "time") ? index + 2 : index
    }

    /// A time with the date right behind it: `11 p.m. Tuesday`, `9:34 p.m., March 19`, `10pm tonight`.
    ///
    /// With a preposition between them they are two expressions, and the time is on the day of the other.
    private func withDate(_ clock: TimePhrase) -> TimePhrase {
        let zone = pastZone(clock.end)
        if atoms.isWord(zone, "on"), let date = inner(at: pastArticle(zone + 1)), isDay(date) {
            return TimePhrase(clock.atoms, date.meaning, time: clock.time)
        }
        let next = atoms.isMark(clock.end, ",") ? clock.end + 1 : clock.end
        guard isDateWord(next), let date = inner(at: next), isDay(date) else { return clock }
        return TimePhrase(clock.atoms.lowerBound..<zoneEnd(date.end), date.meaning, time: zoned(date.end, clock.time))
    }

    /// `9:34 p.m., March 19 EST`
    private func zoneEnd(_ end: Int) -> Int {
        if case .zone = atoms.word(end), atoms.isCapital(end), atoms.length(end) == 3 { return end + 1 }
        return end
    }

    private func zoned(_ end: Int, _ time: TimeOfDay?) -> TimeOfDay? {
        guard case .zone(let zone) = atoms.word(end), atoms.isCapital(end), atoms.length(end) == 3,
            case .clock(let hour, let minute, let second, nil) = time
        else { return time }
        return .clock(hour: hour, minute: minute, second: second, zone: zone)
    }

    private func isDateWord(_ index: Int) -> Bool {
        switch atoms.word(index) {
        case .month, .weekday, .day, .tonight: true
        case .relation: atoms.isWord(index, "this", "last")
        default: atoms.digits(index) != nil
        }
    }

    /// A day with the time right behind it: `Tuesday, 8 p.m.`, `May 8 1:00AM`, `tonight at 8`, `tomorrow morning`.
    func withClock(_ phrase: TimePhrase) -> TimePhrase {
        guard isDay(phrase) || phrase.time != nil else { return phrase }
        var phrase = phrase
        if phrase.time == nil, case .part(let part, isPlural: false) = atoms.word(phrase.end) {
            phrase.time = .part(part)
            phrase.atoms = phrase.atoms.lowerBound..<phrase.end + 1
        }
        var next = atoms.isMark(phrase.end, ",") || atoms.isMark(phrase.end, "-") ? phrase.end + 1 : phrase.end
        if atoms.isWord(next, "at", "around") { next += 1 }
        guard let (time, end) = time(next) else { return phrase }
        phrase.time = time
        phrase.atoms = phrase.atoms.lowerBound..<end
        return phrase
    }

    private func isDay(_ phrase: TimePhrase) -> Bool {
        switch phrase.meaning {
        case .day, .relative(_, .weekday, _), .relative(_, .part, _), .relative(_, .unit(.day), _), .holiday: true
        case .date(let fields, _): fields.day != nil || fields.weekday != nil
        default: false
        }
    }
}
