import DemarcheRecords

/// Expressions that begin with digits.
extension TimeGrammar {
    func numeric(_ index: Int) -> TimePhrase? {
        guard !(atoms.isGlued(index) && index > 0 && atoms.atoms[index - 1].kind == .letters) else { return nil }
        if let phrase = yearBeforeEra(index) { return phrase }
        if let phrase = numericDate(index) ?? dayMonth(index) { return withClock(phrase) }
        return clock(index) ?? decade(index) ?? century(index) ?? ordinalPhrase(index) ?? amountPhrase(index)
            ?? yearPhrase(index)
    }

    /// `2022-03-24`, `3/24/2022`, `24.3.2022`, `2022-03`. Of two numbers that may both be a month the first is taken for it.
    func numericDate(_ index: Int) -> TimePhrase? {
        guard let first = atoms.digits(index),
            let mark = ["-", "/", "."].first(where: { atoms.isMark(index + 1, $0) }),
            atoms.isGlued(index + 1), atoms.isGlued(index + 2), !isAfterMark(index)
        else { return nil }
        guard let second = atoms.digits(index + 2) else { return named(first, index) }
        guard atoms.isMark(index + 3, mark), atoms.isGlued(index + 3), atoms.isGlued(index + 4),
            let third = atoms.digits(index + 4)
        else { return yearMonth(first, second, mark, index) }
        let lengths = [index, index + 2, index + 4].map(atoms.length)
        guard lengths[1] <= 2, let (year, one, two) = Self.ordered(first, second, third, lengths, mark) else {
            return nil
        }
        let isDayFirst = lengths[0] != 4 && (one > 12 || mark == ".")
        let (month, day) = isDayFirst ? (two, one) : (one, two)
        guard CalendarDay(year, month, day) != nil else { return nil }
        return TimePhrase(index..<index + 5, .date(DateFields(year: year, month: month, day: day), of: nil))
    }

    /// Year and the other two; a year of two digits only behind strokes, as one of 1951 to 2050.
    private static func ordered(
        _ first: Int, _ second: Int, _ third: Int, _ lengths: [Int], _ mark: Unicode.Scalar
    ) -> (Int, Int, Int)? {
        if lengths[0] == 4 { return (first, second, third) }
        if lengths[2] == 4 { return (third, first, second) }
        guard mark == "/", lengths[2] == 2 else { return nil }
        return (third + (third <= 50 ? 2000 : 1900), first, second)
    }

    private func isAfterMark(_ index: Int) -> Bool {
        atoms.isGlued(index) && !atoms.isMark(index - 1, "(") && !atoms.isMark(index - 1, "\"")
            && !atoms.isMark(index - 1, "_")
    }

    /// `2022-03`
    private func yearMonth(_ first: Int, _ second: Int, _ mark: Unicode.Scalar, _ index: Int) -> TimePhrase? {
        guard mark == "-", atoms.length(index) == 4, (1900...2199).contains(first), (1...12).contains(second),
            atoms.length(index + 2) == 2, !atoms.isGlued(index + 3) || isClosing(index + 3),
            !isShortRange(first, second)
        else { return nil }
        return TimePhrase(index..<index + 3, .date(DateFields(year: first, month: second), of: nil))
    }

    /// Whether `2007-08` is two years: the second number is greater than the last two digits of the first.
    private func isShortRange(_ first: Int, _ second: Int) -> Bool { second > first % 100 }

    /// `2019-Sep-01`
    private func named(_ first: Int, _ index: Int) -> TimePhrase? {
        guard case .month(let month) = atoms.word(index + 2), atoms.isGlued(index + 3), atoms.isGlued(index + 4),
            atoms.length(index) == 4, let day = atoms.digits(index + 4), CalendarDay(first, month, day) != nil
        else { return nil }
        return TimePhrase(index..<index + 5, .date(DateFields(year: first, month: month, day: day), of: nil))
    }

    /// `1962`, `499 BC`; with what it is the year of: `1982 summer`, `2016 Q3`, `2016 November`.
    func yearPhrase(_ index: Int) -> TimePhrase? {
        guard let (year, end) = year(index), end > index + 1 || isYearAlone(index, year) else { return nil }
        if case .season(let season) = atoms.word(end) {
            return TimePhrase(index..<end + 1, .date(DateFields(year: year, season: season), of: nil))
        }
        if let quarter = quarterName(end), case .date(var fields, of: nil) = quarter.meaning, fields.year == nil {
            fields.year = year
            return TimePhrase(index..<quarter.end, .date(fields, of: nil))
        }
        return TimePhrase(index..<end, .date(DateFields(year: year), of: nil))
    }

    /// Whether four digits are a year and not a number of something.
    private func isYearAlone(_ index: Int, _ year: Int) -> Bool {
        if isBehindPreposition(index) && !["NNS", "CD"].contains(tag(index + 1)) { return true }
        if year % 100 == 0, tag(index + 1) == "NNS", year != 1900 { return false }
        if case .unit = atoms.word(index + 1) { return false }
        if case .scale = atoms.word(index + 1) { return false }
        if atoms.isWord(index + 1, "percent", "km", "people", "men", "troops", "soldiers", "miles", "tons", "metres") {
            return false
        }
        if atoms.isWord(index + 1, "meters", "hours", "feet", "tonnes", "acres") || atoms.isMark(index + 1, "%") {
            return false
        }
        return (year < 1500 ? 1200...1500 : 1500...2100).contains(year)
            && !(year < 1500 && !atoms.isWord(index - 1, "the")) && !isNumberOfName(index)
    }

    /// `Resolution 1973`, `No. 1514`
    private func isNumberOfName(_ index: Int) -> Bool {
        atoms.isWord(index - 1, "resolution", "resolutions", "no", "number", "article", "flight", "room", "chapter")
            || atoms.isMark(index - 1, ".") && atoms.isWord(index - 2, "no")
    }

    /// `’62`, `'90s`
    func shortYear(_ index: Int) -> TimePhrase? {
        guard atoms.isMark(index, "'"),
            !atoms.isGlued(index) || atoms.isMark(index - 1, "(") || atoms.isMark(index - 1, "-"),
            atoms.isGlued(index + 1), let number = atoms.digits(index + 1), atoms.length(index + 1) == 2
        else { return nil }
        if atoms.isWord(index + 2, "s"), atoms.isGlued(index + 2), number % 10 == 0 {
            return TimePhrase(index..<index + 3, .period(Self.decade(number)), takesArticle: true)
        }
        guard !atoms.isGlued(index + 2) || atoms.atoms[index + 2].kind == .mark else { return nil }
        return TimePhrase(index..<index + 2, .date(DateFields(shortYear: number), of: nil))
    }

    /// `the 1930s`, `the 1970's`, `the 470s BC`, `the 70s`
    func decade(_ index: Int) -> TimePhrase? {
        let mark = atoms.isMark(index + 1, "'") ? index + 2 : index + 1
        guard let number = atoms.digits(index), number % 10 == 0, atoms.isGlued(mark), atoms.isWord(mark, "s") else {
            return nil
        }
        let length = atoms.length(index)
        if let (isBC, end) = era(mark + 1), isBC {
            return TimePhrase(index..<end, .period(.decade(number / 10, isBC: true)), takesArticle: true)
        }
        if length == 2 {
            guard atoms.isWord(index - 1, "the", "early", "late", "mid") || atoms.isMark(index - 1, "-") else {
                return nil
            }
            return TimePhrase(index..<mark + 1, .period(Self.decade(number)), takesArticle: true)
        }
        guard length == 4, (1000...2190).contains(number) else { return nil }
        let isCentury = number % 100 == 0 && number < 2000
        let period: CalendarPeriod =
            isCentury ? .century(number / 100, isBC: false) : .decade(number / 10, isBC: false)
        return TimePhrase(index..<mark + 1, .period(period), takesArticle: true)
    }

    /// The decade of the twentieth century that two digits name; of this one up to the twenties.
    static func decade(_ tens: Int) -> CalendarPeriod { .decade(tens / 10 + (tens <= 20 ? 200 : 190), isBC: false) }

    /// `the twenties`, `the nineteen seventies`
    func decadeName(_ tens: Int, _ index: Int) -> TimePhrase? {
        guard atoms.isWord(index - 1, "the") || atoms.isMark(index - 1, "-") || atoms.isWord(index - 1, "early", "late")
        else { return nil }
        return TimePhrase(index..<index + 1, .period(Self.decade(tens)), takesArticle: true)
    }

    /// `the 4th century BC`, `eighteenth-century`
    func century(_ index: Int) -> TimePhrase? {
        guard let (number, end) = ordinal(index), number <= 30,
            case .unit(.century, isPlural: false) = atoms.word(pastDash(end))
        else { return nil }
        let last = pastDash(end) + 1
        let (isBC, stop) = era(last) ?? (false, last)
        return TimePhrase(index..<stop, .period(.century(number - 1, isBC: isBC)), takesArticle: true)
    }

    /// `AD 70`, `A.D. 70` is read by its digits alone.
    func eraFirst(_ index: Int) -> TimePhrase? {
        guard atoms.isCapital(index), let year = atoms.digits(index + 1), year > 0, atoms.length(index + 1) <= 4 else {
            return nil
        }
        return TimePhrase(index..<index + 2, .date(DateFields(year: year), of: nil))
    }

    /// Expressions that begin with a number in words.
    func spelled(_ index: Int) -> TimePhrase? {
        if let (year, end) = spelledYear(index), isSpelledYear(index, end) {
            return TimePhrase(index..<end, .date(DateFields(year: year), of: nil))
        }
        if let (first, end) = belowHundred(index), first == 19, case .decade(let tens) = atoms.word(pastDash(end)) {
            let decade = CalendarPeriod.decade(190 + tens / 10, isBC: false)
            return TimePhrase(index..<pastDash(end) + 1, .period(decade), takesArticle: true)
        }
        return clock(index) ?? ordinalPhrase(index) ?? amountPhrase(index)
    }

    private func isSpelledYear(_ index: Int, _ end: Int) -> Bool {
        if case .unit = atoms.word(pastDash(end)) { return false }
        if isNoun(end) || tag(end) == "JJ" { return false }
        return atoms.isWord(index - 1, "in", "of", "since", "until", "from", "year", "by")
    }
}
