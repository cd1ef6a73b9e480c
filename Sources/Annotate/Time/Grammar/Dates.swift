import DemarcheRecords

/// Dates of the calendar: `22 October 1962`, `Oct. 22`, `Tuesday, March 24`, `the 20th`.
extension TimeGrammar {
    /// Begins with the name of a month.
    func monthDate(_ index: Int) -> TimePhrase? {
        guard case .month(let month) = atoms.word(index), isMonth(index) else { return nil }
        var fields = DateFields(month: month)
        var end = pastMonth(index)
        if let (day, next) = dayNumber(pastDash(pastArticle(end))), isDay(pastDash(pastArticle(end)), next) {
            (fields.day, end) = (day, next)
        } else if let (day, next) = belowHundred(end), (1...31).contains(day), spelledYear(end) == nil {
            (fields.day, end) = (day, next)
        } else if year(end) == nil {
            end = index + 1
        }
        guard fields.day != nil || isMonthAlone(index, end) else { return nil }
        return withYear(TimePhrase(index..<end, .date(fields, of: nil)))
    }

    /// The atom behind a month, and behind the stop of one that is cut short.
    private func pastMonth(_ index: Int) -> Int {
        let isShort = atoms.length(index) <= 4 && !atoms.isWord(index, "may", "june", "july")
        return isShort ? pastStop(index + 1) : index + 1
    }

    /// `March` as a month: with a capital, and not as a verb or a family's name.
    private func isMonth(_ index: Int) -> Bool {
        let isPlain = atoms.length(index) > 5 || atoms.isWord(index, "april", "june", "july")
        return isPlain || atoms.isCapital(index)
    }

    private func isMonthAlone(_ index: Int, _ end: Int) -> Bool {
        if year(end) != nil || atoms.isMark(end, ",") && year(end + 1) != nil || atoms.isWord(end, "of") { return true }
        if isPerson(index) || tag(index) == "MD" { return false }
        guard atoms.isWord(index, "may", "march", "mar", "jan", "sep", "dec") else { return true }
        return isBehindPreposition(index) || atoms.isMark(index - 1, "-") || atoms.word(index - 1) != nil
    }

    func isBehindPreposition(_ index: Int) -> Bool {
        atoms.isWord(index - 1, "in", "of", "since", "by", "until", "till", "from", "to", "and", "or", "through")
            || atoms.isWord(
                index - 1, "during", "throughout", "between", "for", "within", "over", "after", "before", "around")
    }

    /// Whether a number behind a month is its day: `May 20` is, `May 20 people` is not.
    private func isDay(_ index: Int, _ end: Int) -> Bool {
        guard atoms.digits(index) != nil, end == index + 1 else { return true }
        if case .unit = atoms.word(end) { return false }
        return !(tag(end) == "NNS" && !atoms.isGlued(end) && atoms.word(end) == nil) && !atoms.isWord(end, "percent")
    }

    /// A date without a year with the year behind it: `, 1962`, `of that year`, `’62`.
    func withYear(_ phrase: TimePhrase) -> TimePhrase {
        guard case .date(var fields, of: nil) = phrase.meaning, fields.year == nil else { return phrase }
        var next = phrase.end
        if atoms.isMark(next, ",") || atoms.isWord(next, "of", "in") { next += 1 }
        if atoms.isWord(next - 1, "in"), next > phrase.end, fields.day != nil { return phrase }
        if let (year, end) = year(next) ?? spelledYear(next), isYear(next, end) {
            fields.year = year
            return TimePhrase(
                phrase.atoms.lowerBound..<end, .date(fields, of: nil), modifier: phrase.modifier, time: phrase.time,
                takesArticle: phrase.takesArticle)
        }
        return withOuter(phrase, fields, next)
    }

    /// `of that year`, `next month`
    private func withOuter(_ phrase: TimePhrase, _ fields: DateFields, _ next: Int) -> TimePhrase {
        if let short = shortYear(next), next == phrase.end || !atoms.isWord(next - 1, "in"),
            case .date(let year, _) = short.meaning, fields.month != nil
        {
            var fields = fields
            fields.shortYear = year.shortYear
            return TimePhrase(phrase.atoms.lowerBound..<short.end, .date(fields, of: nil))
        }
        let start = pastArticle(next)
        guard case .relation(let relation) = atoms.word(start), !atoms.isMark(next - 1, ","),
            let outer = relative(relation, start), isOuter(outer.meaning, of: fields)
        else { return phrase }
        return TimePhrase(
            phrase.atoms.lowerBound..<outer.end, .date(fields, of: outer.meaning), modifier: phrase.modifier,
            takesArticle: phrase.takesArticle)
    }

    private func isOuter(_ meaning: TimeMeaning, of fields: DateFields) -> Bool {
        guard case .relative(_, .unit(let unit), _) = meaning else { return false }
        if fields.month != nil || fields.season != nil || fields.quarter != nil { return unit == .year }
        return unit == (fields.weekday == nil ? .month : .week)
    }

    /// Whether four digits behind a date are its year, and not what is counted.
    private func isYear(_ index: Int, _ end: Int) -> Bool {
        !(atoms.isMark(index - 1, ",") && tag(end) == "NNS" && atoms.digits(index).map { $0 % 100 == 0 } ?? false)
    }

    /// `22 October`, `the 22nd of October`; the day alone, `the 22nd`.
    func dayMonth(_ index: Int) -> TimePhrase? {
        guard let (day, end) = dayNumber(index) else { return nil }
        var next = atoms.isWord(end, "of") ? end + 1 : pastDash(pastStop(end))
        if atoms.isWord(end, "day"), atoms.isWord(end + 1, "of") { next = end + 2 }
        if case .month(let month) = atoms.word(next), isMonth(next), tag(next) != "MD" || atoms.isWord(end, "of") {
            let last = pastMonth(next)
            let hasYear = year(last) != nil || atoms.isMark(last, ",")
            let phrase = TimePhrase(
                index..<(hasYear ? last : next + 1), .date(DateFields(month: month, day: day), of: nil),
                takesArticle: true)
            return withYear(phrase)
        }
        let phrase = TimePhrase(index..<end, .date(DateFields(day: day), of: nil), takesArticle: true)
        let whole = atoms.isWord(end, "of") ? withYear(phrase) : phrase
        return whole.end > end || isDayAlone(index, end) ? whole : nil
    }

    /// `on the 20th`, `the 28`, with nothing behind it that it counts.
    private func isDayAlone(_ index: Int, _ end: Int) -> Bool {
        guard atoms.isWord(index - 1, "the"), atoms.digits(index) != nil, !isNoun(end) else {
            return false
        }
        guard end > index + 1 else { return atoms.isWord(index - 2, "on") && isClosing(end) }
        return atoms.isWord(index - 2, "on", "of", "by", "from", "until", "to", "since", "before", "after", "for")
            && (isClosing(end) || !tag(end).hasPrefix("JJ"))
    }

    /// Whether a clause may end in front of the atom.
    func isClosing(_ index: Int) -> Bool {
        guard index < atoms.count else { return true }
        if atoms.atoms[index].kind == .mark { return !atoms.isMark(index, "-") && !atoms.isMark(index, "%") }
        return tag(index) == "CC" || tag(index) == "IN" || tag(index) == "TO" || tag(index).hasPrefix("V")
    }

    /// `Tuesday`, `Tuesday, March 24`, `Friday the 13th`, `Tuesday morning`.
    func weekday(_ day: Int, isPlural: Bool, _ index: Int) -> TimePhrase? {
        if isPlural { return TimePhrase(index..<index + 1, .repeated("XXXX-WXX-\(day)")) }
        guard !atoms.isCapital(index - 1) || !atoms.isWord(index - 1, "bloody", "black"), isWeekday(index) else {
            return nil
        }
        var fields = DateFields(weekday: day)
        var next = pastStop(index + 1)
        if atoms.isMark(next, ",") { next += 1 }
        if let date = phraseOfDay(pastArticle(next)), case .date(let found, let outer) = date.meaning {
            fields = found
            fields.weekday = day
            return withClock(TimePhrase(index..<date.end, .date(fields, of: outer), time: date.time))
        }
        if case .part(let part, isPlural: false) = atoms.word(index + 1) { return parted(part, fields, index) }
        let phrase = withYear(TimePhrase(index..<index + 1, .date(fields, of: nil)))
        return withClock(phrase)
    }

    /// `Sunday dawn of 25 June 1950`, `Tuesday night`
    private func parted(_ part: DayPart, _ fields: DateFields, _ index: Int) -> TimePhrase {
        if atoms.isWord(index + 2, "of"), let date = phraseOfDay(index + 3) {
            return TimePhrase(index..<date.end, date.meaning, time: .part(part))
        }
        return withClock(TimePhrase(index..<index + 2, .date(fields, of: nil), time: .part(part)))
    }

    private func phraseOfDay(_ index: Int) -> TimePhrase? {
        let isOrdinal = atoms.isWord(index - 1, "the")
        guard let phrase = monthDate(index) ?? dayMonth(index) ?? (isOrdinal ? bareDay(index) : nil),
            case .date(let fields, _) = phrase.meaning, fields.day != nil
        else { return numericDate(index) }
        return phrase
    }

    private func bareDay(_ index: Int) -> TimePhrase? {
        ordinal(index).flatMap { day, end in
            (1...31).contains(day) ? TimePhrase(index..<end, .date(DateFields(day: day), of: nil)) : nil
        }
    }

    /// `Sat`, `Sun` and the like only with a stop or a date behind them.
    private func isWeekday(_ index: Int) -> Bool {
        if atoms.length(index) >= 6 { return true }
        guard atoms.isCapital(index) else { return false }
        let next = atoms.isMark(index + 1, ".") || atoms.isMark(index + 1, ",") ? index + 2 : index + 1
        if case .month = atoms.word(next) { return true }
        return dayNumber(next) != nil || isBehindPreposition(index) || atoms.isWord(index - 1, "on")
    }
}
