/// Expressions that begin with `this`, `last`, `the following` and the like, or with a unit that stands for one.
extension TimeGrammar {
    func relative(_ relation: TimeWord.Relation, _ index: Int) -> TimePhrase? {
        guard isRelation(relation, index) else { return nil }
        let isDefinite = atoms.isWord(index - 1, "the") || atoms.isMark(index - 1, "'") || isPossessive(index - 1)
        if relation == .that || relation == .this || atoms.isWord(index + 1, "very"),
            case .relation(.same) = atoms.word(index + 1)
        {
            return relative(.same, index + 1).map { $0.from(index) }
        }
        if let number = counted(relation, index) { return number }
        if relation != .past, let phrase = named(relation, index) { return phrase }
        if let phrase = target(index + 1), relation != .past || isUnit(index + 1) {
            if relation == .last, atoms.isWord(phrase.end, "of"),
                let part = ordinalPart(-1, phrase.target, phrase.end, index)
            {
                return part
            }
            return related(relation, phrase, index, isDefinite)
        }
        return vague(relation, index)
    }

    /// `last Christmas`
    private func named(_ relation: TimeWord.Relation, _ index: Int) -> TimePhrase? {
        guard let holiday = holiday(index + 1), case .holiday(let rule, of: nil) = holiday.meaning else { return nil }
        let meaning = TimeMeaning.relative(relation, .holiday(rule), isDefinite: atoms.isWord(index - 1, "the"))
        return TimePhrase(index..<holiday.end, meaning, time: holiday.time, takesArticle: true)
    }

    private func isPossessive(_ index: Int) -> Bool { tag(index) == "PRP$" || tag(index) == "POS" }

    /// Whether the word stands in front of a noun: `last` is no verb, `past` no preposition, `that` no conjunction.
    private func isRelation(_ relation: TimeWord.Relation, _ index: Int) -> Bool {
        switch relation {
        case .last: !tag(index).hasPrefix("VB") || tag(index) == ""
        case .that: tag(index) == "DT" || tag(index) == ""
        case .past: tag(index) != "IN" || isUnit(index + 1) || amount(index + 1) != nil
        case .following, .coming: !atoms.isWord(index + 1, "the")
        case .this, .same, .next, .previous, .current: true
        }
    }

    private func isUnit(_ index: Int) -> Bool {
        if case .unit = atoms.word(index) { return true }
        return false
    }

    private func related(
        _ relation: TimeWord.Relation, _ found: (target: TimeMeaning.Target, end: Int), _ index: Int, _ isDefinite: Bool
    ) -> TimePhrase? {
        if case .unit(let unit) = found.target, relation == .past || isDefinite && atoms.isWord(index - 2, "for") {
            return TimePhrase(index..<found.end, .span(Self.one(unit), relation), takesArticle: true)
        }
        var phrase = TimePhrase(
            index..<found.end, .relative(relation, found.target, isDefinite: isDefinite), takesArticle: true)
        if case .part(let part) = found.target { phrase.time = .part(part) }
        if case .unit(.day) = found.target, case .part(let part, _) = atoms.word(found.end) {
            phrase.time = .part(part)
            phrase.atoms = index..<found.end + 1
        }
        if case .month(let month) = found.target, let (day, end) = dayNumber(found.end), !isNoun(end) {
            return withYear(TimePhrase(index..<end, .date(DateFields(month: month, day: day), of: nil)))
        }
        if relation == .this, case .season = found.target, let (year, end) = year(found.end) {
            return TimePhrase(index..<end, .date(DateFields(year: year), of: nil))
        }
        return withClock(phrase)
    }

    /// A singular noun of time, with what may stand in front of it.
    func target(_ index: Int) -> (target: TimeMeaning.Target, end: Int)? {
        switch atoms.word(index) {
        case .unit(let unit, isPlural: false)?: return (.unit(unit), index + 1)
        case .weekday(let day, isPlural: false)?: return (.weekday(day), index + 1)
        case .month(let month)?: return atoms.isCapital(index) ? (.month(month), pastStopOfMonth(index)) : nil
        case .season(let season)? where atoms.length(index) != 4 || isNoun(index): return (.season(season), index + 1)
        case .part(let part, isPlural: false)?: return (.part(part), index + 1)
        default: return nil
        }
    }

    private func pastStopOfMonth(_ index: Int) -> Int {
        dayNumber(pastStop(index + 1)) == nil ? index + 1 : pastStop(index + 1)
    }

    /// `the past two weeks`, `the following days`
    private func counted(_ relation: TimeWord.Relation, _ index: Int) -> TimePhrase? {
        if case .unit(let unit, isPlural: true) = atoms.word(index + 1) {
            if relation == .this || relation == .that || relation == .same || relation == .current { return nil }
            return TimePhrase(
                index..<index + 2, .span(TimeAmount(unit: unit), relation), takesArticle: true)
        }
        guard let (amount, end) = amount(index + 1), end > index + 2, relation != .this && relation != .that else {
            return nil
        }
        if relation == .last, atoms.isWord(end, "of") {
            return TimePhrase(index..<end, .duration(amount), takesArticle: true)
        }
        let isHeld = relation != .same && relation != .current
        return TimePhrase(index..<end, isHeld ? .span(amount, relation) : .duration(amount), takesArticle: true)
    }

    /// `that time`, `this period`, `the past`, `current`
    private func vague(_ relation: TimeWord.Relation, _ index: Int) -> TimePhrase? {
        let whole = index..<index + 2
        switch relation {
        case .this, .that, .same:
            guard atoms.isWord(index + 1, "time", "period", "era", "date") else { return nil }
            let isTime = atoms.isWord(index + 1, "period", "era", "date") || isAtTime(index)
            return isTime ? TimePhrase(whole, .open(nil), takesArticle: true) : nil
        case .current: return isNoun(index + 1) ? TimePhrase(index..<index + 1, .reference(.present)) : nil
        case .past:
            guard atoms.isWord(index - 1, "the"), !isNoun(index + 1) else { return nil }
            return TimePhrase(index..<index + 1, .reference(.past), takesArticle: true)
        default: return nil
        }
    }

    private func isAtTime(_ index: Int) -> Bool {
        let before = atoms.isWord(index - 1, "the") ? index - 2 : index - 1
        return atoms.isWord(
            before, "at", "by", "during", "in", "around", "since", "from", "until", "throughout", "before", "after")
    }

    /// Expressions that begin with a unit: `the year 1950`, `the day before`, `years of war`, `month-long`.
    func unitPhrase(_ index: Int) -> TimePhrase? {
        guard case .unit(let unit, let isPlural) = atoms.word(index) else { return nil }
        if let phrase = numberedUnit(unit, index) ?? sided(unit, index) ?? unitsEnd(unit, index) { return phrase }
        let next = pastDash(index + 1)
        if atoms.isWord(next, "long"), unit >= .day || next > index + 1 {
            return TimePhrase(index..<next + 1, .duration(TimeAmount(count: isPlural ? nil : 1, unit: unit)))
        }
        if unit == .weekend, atoms.isWord(index - 1, "the"), atoms.isWord(index - 2, "at", "on", "over", "during", "by")
        {
            return TimePhrase(index..<index + 1, .definite(.unit(.weekend)), takesArticle: true)
        }
        guard isPlural else { return atoms.isMark(index - 1, "/") ? set(unit, index) : nil }
        return bareUnits(unit, index)
    }

    private func set(_ unit: TimeUnit, _ index: Int) -> TimePhrase {
        TimePhrase(index..<index + 1, .repeated(TimeAmount(count: 1, unit: unit).timex))
    }

    /// `the year 1950`, `the years 1955`, `week 31`, `the week of March 7`
    private func numberedUnit(_ unit: TimeUnit, _ index: Int) -> TimePhrase? {
        if unit == .year, let (year, end) = yearOfName(index + 1) {
            return TimePhrase(index..<end, .date(DateFields(year: year), of: nil), takesArticle: true)
        }
        if unit == .week, let week = atoms.digits(index + 1), (1...53).contains(week), !atoms.isWord(index + 2, "of") {
            return TimePhrase(index..<index + 2, .date(DateFields(week: week), of: nil))
        }
        guard unit == .week, atoms.isWord(index - 1, "the"), atoms.isWord(index + 1, "of", "beginning", "starting"),
            let date = inner(at: pastArticle(index + 2)), case .date(let fields, nil) = date.meaning, fields.day != nil
        else { return nil }
        return TimePhrase(index..<date.end, .ordinal(1, .unit(.week), of: date.meaning), takesArticle: true)
    }

    private func yearOfName(_ index: Int) -> (Int, Int)? {
        if let (value, end) = year(index) ?? spelledYear(index) { return (value, end) }
        guard let value = atoms.digits(index), (100...999).contains(value) else { return nil }
        return (value, index + 1)
    }

    /// `the day before`, `the week after next`, `the day after Christmas`, `the year of the war` is none.
    private func sided(_ unit: TimeUnit, _ index: Int) -> TimePhrase? {
        guard case .unit(unit, isPlural: false) = atoms.word(index) else { return nil }
        if case .day = atoms.word(index + 2), case .direction(let direction) = atoms.word(index + 1) {
            return beside(Self.one(unit), direction, index + 2, from: index)
        }
        guard atoms.isWord(index - 1, "the") else { return nil }
        if case .relation(let relation) = atoms.word(index + 1), relation == .following || relation == .previous,
            isClosing(index + 2)
        {
            let meaning = TimeMeaning.relative(relation, .unit(unit), isDefinite: true)
            return TimePhrase(index..<index + 2, meaning, takesArticle: true)
        }
        guard case .direction(let direction) = atoms.word(index + 1), direction == .before || direction == .after else {
            return nil
        }
        let isNext = atoms.isWord(pastArticle(index + 2), "next")
        if isNext, isClosing(pastArticle(index + 2) + 1) {
            let meaning = TimeMeaning.around(
                .relative(.next, .unit(unit), isDefinite: false), Self.one(unit), isBefore: false)
            return TimePhrase(index..<pastArticle(index + 2) + 1, meaning, takesArticle: true)
        }
        return beside(Self.one(unit), direction, index + 2, from: index)
            ?? TimePhrase(index..<index + 2, .open(unit), takesArticle: true)
    }

    static func one(_ unit: TimeUnit) -> TimeAmount { TimeAmount(count: 1, unit: unit) }

    /// `… before`, `… after X`: with a time behind it, counted from that; with an event, open.
    func beside(_ amount: TimeAmount, _ direction: TimeWord.Direction, _ next: Int, from index: Int) -> TimePhrase? {
        let isBefore = direction == .before
        let start = pastArticle(next)
        if let other = inner(at: start), isDated(other) {
            return TimePhrase(
                index..<other.end, .around(other.meaning, amount, isBefore: isBefore), time: nil, takesArticle: true)
        }
        if isClosing(next) && !tag(next).hasPrefix("VBG") || atoms.isWord(next, "that", "this") && isClosing(next + 1) {
            return TimePhrase(
                index..<next, .distance(amount, isBefore ? .earlier : .later), takesArticle: true)
        }
        return nil
    }

    func isDated(_ phrase: TimePhrase) -> Bool {
        switch phrase.meaning {
        case .date, .period, .day, .relative, .definite, .around, .ordinal, .holiday: true
        case .distance, .duration, .span, .reach, .repeated, .reference, .clock, .open: false
        }
    }

    /// `month's end`, `year-end`
    private func unitsEnd(_ unit: TimeUnit, _ index: Int) -> TimePhrase? {
        guard case .unit(unit, isPlural: false) = atoms.word(index) else { return nil }
        let next = atoms.isMark(index + 1, "'") && atoms.isWord(index + 2, "s") ? index + 3 : pastDash(index + 1)
        guard next > index + 1, atoms.isWord(next, "end") else { return nil }
        return TimePhrase(index..<next + 1, .definite(.unit(unit)), modifier: .end)
    }

    /// Units without a number, where they are a length: `for years`, `months of talks`, `days later`.
    private func bareUnits(_ unit: TimeUnit, _ index: Int) -> TimePhrase? {
        let amount = TimeAmount(unit: unit)
        if let phrase = directed(amount, index..<index + 1) { return phrase }
        let isHeld =
            isBehindPreposition(index) && !atoms.isWord(index - 1, "to", "by", "from", "between", "until", "since")
            || atoms.isWord(index - 1, "took", "take", "spent", "lasted", "last", "takes", "taken", "spend")
        let isLength = isHeld && !atoms.isWord(index - 1, "of") && !atoms.isWord(index - 1, "or")
        guard isLength || atoms.isWord(index + 1, "of") && tag(index + 2).hasPrefix("N"), unit >= .hour else {
            return nil
        }
        return TimePhrase(index..<index + 1, .duration(amount))
    }
}
