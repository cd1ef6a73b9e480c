/// Parts of periods: `early April`, `the end of the month`, `later that year`, `the first week of August`.
extension TimeGrammar {
    /// `early 1941`, `late on Tuesday`, `mid-June`, `early in the morning of 29 April`.
    func fuzzy(_ modifier: TimeModifier, _ index: Int) -> TimePhrase? {
        var next = pastDash(index + 1)
        if atoms.isWord(next, "in", "on"), next == index + 1 { next += 1 }
        guard var inner = period(pastArticle(next)) else { return nil }
        inner.modifier = inner.modifier ?? modifier
        inner.takesArticle = !isPlainDate(inner) || atoms.isWord(index - 1, "the")
        return inner.from(index)
    }

    private func isPlainDate(_ phrase: TimePhrase) -> Bool {
        if case .date = phrase.meaning { return true }
        return false
    }

    /// `later that year`, `earlier in the week`; what else `later` does stands behind a length.
    func within(_ direction: TimeWord.Direction, _ index: Int) -> TimePhrase? {
        guard direction == .later || direction == .earlier else { return nil }
        let next = atoms.isWord(index + 1, "in", "on") ? index + 2 : index + 1
        guard let inner = period(pastArticle(next)) else { return nil }
        if case .relative(let relation, _, _) = inner.meaning,
            relation == .this || relation == .that || relation == .same
        {
            return inner.from(index)
        }
        guard next > index + 1 else { return nil }
        return inner.from(index)
    }

    /// A period of which there may be a part.
    private func period(_ index: Int) -> TimePhrase? {
        if let phrase = inner(at: index) {
            if case .span = phrase.meaning { return nil }
            if case .definite = phrase.meaning { return phrase }
            if isDated(phrase) { return phrase }
        }
        return definite(index)
    }

    /// `the month`, `the summer` as the one that is spoken of.
    private func definite(_ index: Int) -> TimePhrase? {
        guard atoms.isWord(index - 1, "the"), let (target, end) = target(index) else { return nil }
        var phrase = TimePhrase(index..<end, .definite(target))
        if case .part(let part) = target { phrase.time = .part(part) }
        return phrase
    }

    /// `the end of the month`
    func edge(_ modifier: TimeModifier, _ index: Int) -> TimePhrase? {
        guard atoms.isWord(index + 1, "of"), let inner = period(pastArticle(index + 2)) else { return nil }
        var phrase = inner.from(index)
        phrase.modifier = modifier
        phrase.takesArticle = true
        return phrase
    }

    /// The same with words that are in no class: `the turn of the century`.
    func edge(_ index: Int) -> TimePhrase? {
        atoms.isWord(index, "turn") ? edge(.start, index) : nil
    }

    /// `the rest of the year`, `most of 1952`, `half of 2008`: a part with no name for it.
    func bounded(_ index: Int) -> TimePhrase? {
        guard atoms.isWord(index, "rest", "remainder", "latter", "bulk"), let inner = partOf(index) else { return nil }
        var phrase = inner.from(index)
        phrase.modifier = atoms.isWord(index, "bulk") ? nil : .end
        phrase.takesArticle = true
        return phrase
    }

    private func partOf(_ index: Int) -> TimePhrase? {
        let next = atoms.isWord(index + 1, "part", "half", "stages", "months", "days") ? index + 2 : index + 1
        guard atoms.isWord(next, "of") else { return nil }
        return period(pastArticle(next + 1))
    }

    /// Expressions that begin with an ordinal: a century, a day, `the first half of 2008`, `the third week of August`.
    func ordinalPhrase(_ index: Int) -> TimePhrase? {
        if let phrase = century(index) ?? dayMonth(index) { return phrase }
        guard let (number, end) = ordinal(index) else { return nil }
        if let (amount, last) = amount(end), last > end + 1 {
            return TimePhrase(index..<last, .duration(amount), takesArticle: true)
        }
        if let phrase = half(number, end, index) ?? quarter(number, end, index) { return phrase }
        guard let (target, last) = target(end) else { return nil }
        return ordinalPart(number, target, last, index)
    }

    /// `of X` behind an ordinal and a unit. Of what is no time, nothing is known but the unit.
    func ordinalPart(_ number: Int, _ target: TimeMeaning.Target, _ end: Int, _ index: Int) -> TimePhrase? {
        if case .month = target { return nil }
        let next = atoms.isWord(end, "of", "in") ? pastArticle(end + 1) : end
        if let outer = period(next), isDated(outer) || isDefinite(outer), isShorter(target, outer) {
            return TimePhrase(index..<outer.end, .ordinal(number, target, of: outer.meaning), takesArticle: true)
        }
        guard case .unit(let unit) = target, atoms.isWord(end, "of"), unit == .day || number == 1, number > 0 else {
            return nil
        }
        return TimePhrase(index..<end, unit == .day ? .open(.day) : .duration(Self.one(unit)), takesArticle: true)
    }

    private func isDefinite(_ phrase: TimePhrase) -> Bool {
        if case .definite = phrase.meaning { return true }
        return false
    }

    private func isShorter(_ target: TimeMeaning.Target, _ outer: TimePhrase) -> Bool {
        switch (target, outer.meaning) {
        case (.unit(let unit), .relative(_, .unit(let other), _)), (.unit(let unit), .definite(.unit(let other))):
            unit < other
        case (.unit(let unit), .date(let fields, _)):
            fields.day == nil && fields.weekday == nil && (fields.month == nil || unit < .month)
        case (.unit(let unit), .period(let period)): unit < period.unit
        case (.weekday, _), (.part, _): true
        case (.unit(let unit), .relative(_, .month, _)): unit < .month
        default: false
        }
    }

    /// `the second half of 2008`
    private func half(_ number: Int, _ end: Int, _ index: Int) -> TimePhrase? {
        guard atoms.isWord(end, "half"), number <= 2, atoms.isWord(end + 1, "of"),
            let outer = period(pastArticle(end + 2))
        else { return nil }
        if case .date(var fields, let of) = outer.meaning, fields.month == nil, fields.season == nil, fields.day == nil
        {
            fields.half = number
            return TimePhrase(index..<outer.end, .date(fields, of: of), takesArticle: true)
        }
        if case .relative(_, .unit(.year), _) = outer.meaning {
            return TimePhrase(index..<outer.end, .date(DateFields(half: number), of: outer.meaning), takesArticle: true)
        }
        var phrase = outer.from(index)
        phrase.modifier = number == 1 ? .start : .end
        phrase.takesArticle = true
        return phrase
    }

    /// `the third quarter of 2020`, `the first quarter`
    private func quarter(_ number: Int, _ end: Int, _ index: Int) -> TimePhrase? {
        guard case .unit(.quarter, isPlural: false) = atoms.word(end), number <= 4 else { return nil }
        let phrase = withYear(
            TimePhrase(index..<end + 1, .date(DateFields(quarter: number), of: nil), takesArticle: true))
        return phrase.end > end + 1 || atoms.isWord(index - 1, "the") && isClosing(end + 1) ? phrase : nil
    }

    /// `Q3 2016`, `H1`
    func quarterName(_ index: Int) -> TimePhrase? {
        guard atoms.isWord(index, "q", "h"), atoms.isCapital(index), atoms.isGlued(index + 1),
            let number = atoms.digits(index + 1), atoms.length(index + 1) == 1
        else { return nil }
        let isQuarter = atoms.isWord(index, "q")
        guard (1...(isQuarter ? 4 : 2)).contains(number) else { return nil }
        let fields = isQuarter ? DateFields(quarter: number) : DateFields(half: number)
        let phrase = withYear(TimePhrase(index..<index + 2, .date(fields, of: nil)))
        return isQuarter || phrase.end > index + 2 || atoms.digits(index - 1) != nil ? phrase : nil
    }

    /// `summer 1918`, `the spring of next year`, `the winter`.
    func seasonDate(_ season: Season, _ index: Int) -> TimePhrase? {
        let phrase = withYear(
            TimePhrase(index..<index + 1, .date(DateFields(season: season), of: nil), takesArticle: true))
        if phrase.end > index + 1 { return phrase }
        guard isNoun(index) || tag(index) == "" else { return nil }
        let isName = atoms.isWord(index, "spring", "fall")
        guard !isName || !atoms.isWord(index + 1, "of") else { return nil }
        if isNoun(index + 1) { return ofName(phrase, season) }
        if atoms.isWord(index, "fall"), !isBehindPreposition(index), !atoms.isWord(index - 1, "the", "every", "each") {
            return nil
        }
        return phrase
    }

    /// A season in a name, `the Spring Offensive of 1918`: of the year that the name has.
    private func ofName(_ phrase: TimePhrase, _ season: Season) -> TimePhrase {
        var next = phrase.end + 1
        while next < phrase.end + 3, isNoun(next) { next += 1 }
        let year = atoms.isWord(next, "of") ? year(next + 1)?.value : nil
        return TimePhrase(phrase.atoms, .date(DateFields(year: year, season: season), of: nil))
    }

    /// `the morning of 31 January`, `at night`, `that`-less parts of a day.
    func partOfDay(_ part: DayPart, isPlural: Bool, _ index: Int) -> TimePhrase? {
        if isPlural { return TimePhrase(index..<index + 1, .repeated("XXXX-XX-XX" + part.timex)) }
        if atoms.isWord(index + 1, "of"), let date = period(pastArticle(index + 2)), isDay(date) {
            return TimePhrase(index..<date.end, date.meaning, time: .part(part), takesArticle: true)
        }
        if atoms.isWord(index + 1, "hours"), atoms.isWord(index + 2, "of"), let date = period(pastArticle(index + 3)) {
            return TimePhrase(index..<date.end, date.meaning, time: .part(part), takesArticle: true)
        }
        if atoms.isMark(index + 1, "-"), atoms.isWord(index + 2, "time") {
            return TimePhrase(index..<index + 3, .repeated("XXXX-XX-XX" + part.timex))
        }
        if part == .night, !atoms.isWord(index - 1, "the") {
            return TimePhrase(index..<index + 1, .repeated("XXXX-XX-XX" + part.timex))
        }
        if part == .daytime { return TimePhrase(index..<index + 1, .repeated("XXXX-XX-XX" + part.timex)) }
        guard isNoun(index) || tag(index) == "" else { return nil }
        let isKept = isBehindPreposition(index) || atoms.isWord(index - 1, "the", "at", "early", "late")
        return isKept ? TimePhrase(index..<index + 1, .clock, time: .part(part), takesArticle: true) : nil
    }

    private func isDay(_ phrase: TimePhrase) -> Bool {
        switch phrase.meaning {
        case .date(let fields, _): fields.day != nil || fields.weekday != nil
        case .day, .relative(_, .unit(.day), _), .relative(_, .weekday, _), .holiday, .around, .distance: true
        default: false
        }
    }

    func dayWord(_ count: Int, _ index: Int) -> TimePhrase? {
        if count == 0, atoms.isMark(index + 1, "'"), atoms.isWord(index + 2, "s"), isNoun(index + 3) {
            return TimePhrase(index..<index + 1, .day(0))
        }
        return withClock(TimePhrase(index..<index + 1, .day(count)))
    }

    /// `the eve of the vote`, `on the eve of 1 May`
    func eve(_ index: Int) -> TimePhrase? {
        guard atoms.isWord(index, "eve"), atoms.isWord(index - 1, "the"), atoms.isWord(index + 1, "of") else {
            return nil
        }
        if let other = inner(at: pastArticle(index + 2)), isDated(other) {
            let meaning = TimeMeaning.around(other.meaning, Self.one(.day), isBefore: true)
            return TimePhrase(index..<other.end, meaning, takesArticle: true)
        }
        return TimePhrase(index..<index + 1, .open(.day), takesArticle: true)
    }
}
