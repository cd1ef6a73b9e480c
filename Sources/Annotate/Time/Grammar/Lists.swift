/// What stands in one date for several: `15 and 16 May`, `May 4–5`, `1939–45`, `summer and autumn 1918`.
extension TimeGrammar {
    /// Days, in front of a date, that have their month from it; and that date.
    func listed(_ index: Int) -> ([TimePhrase], TimePhrase?)? {
        guard atoms.atoms[index].kind == .digits, let (day, end) = dayNumber(index), isLinked(end), isFree(index),
            let last = listEnd(end + 1), case .date(var fields, let of) = last.meaning
        else { return nil }
        guard let lastDay = fields.day, lastDay > day else { return nil }
        fields.day = day
        fields.weekday = nil
        let start = atoms.isWord(index - 1, "the") ? index - 1 : index
        return ([TimePhrase(start..<end, .date(fields, of: of))], last)
    }

    private func isFree(_ index: Int) -> Bool {
        !atoms.isGlued(index) || atoms.isMark(index - 1, "(") || atoms.isMark(index - 1, "-")
    }

    private func listEnd(_ index: Int) -> TimePhrase? {
        let start = pastArticle(index)
        guard let last = monthDate(start) ?? dayMonth(start), case .date(let fields, _) = last.meaning,
            fields.month != nil
        else { return nil }
        return last
    }

    /// Whether the atom joins two dates.
    func isLinked(_ index: Int) -> Bool {
        atoms.isMark(index, "-") || atoms.isMark(index, "/") || atoms.isMark(index, ",")
            || atoms.isWord(index, "and", "or", "to", "until", "till", "through")
    }

    /// A number behind a date that has the rest from it: the second of `May 4–5`, `1939–45`.
    func further(behind phrase: TimePhrase) -> TimePhrase? {
        guard case .date(var fields, let of) = phrase.meaning, phrase.time == nil else { return nil }
        let next = phrase.end
        if fields.year != nil, fields == DateFields(year: fields.year) { return shortened(fields, next) }
        guard let day = fields.day, fields.month != nil, isLinked(next), !atoms.isMark(next, "/"),
            let (second, end) = dayNumber(pastArticle(next + 1)), second > day,
            isDayBehind(pastArticle(next + 1), end, next)
        else { return nil }
        fields.day = second
        fields.weekday = nil
        let found = TimePhrase(pastArticle(next + 1)..<end, .date(fields, of: of))
        return fields.year == nil ? withYear(found) : found
    }

    /// Whether a number behind a date goes on with it: nothing that it counts stands behind.
    private func isDayBehind(_ index: Int, _ end: Int, _ link: Int) -> Bool {
        if case .month = atoms.word(pastDash(end)) { return false }
        if case .unit = atoms.word(pastDash(end)) { return false }
        if atoms.isWord(end, "of") { return false }
        if atoms.isMark(link, ",") { return atoms.isWord(end, "and") || year(end + 1) != nil && atoms.isMark(end, ",") }
        return !isNoun(end) && !tag(end).hasPrefix("JJ")
    }

    /// `45` behind `1939–`
    private func shortened(_ fields: DateFields, _ next: Int) -> TimePhrase? {
        guard let first = fields.year, first > 0, atoms.isMark(next, "-") || atoms.isMark(next, "/"),
            atoms.isGlued(next), atoms.isGlued(next + 1), let short = atoms.digits(next + 1),
            atoms.length(next + 1) == 2
        else { return nil }
        let isClosed = !atoms.isGlued(next + 2) || atoms.atoms[next + 2].kind == .mark && !atoms.isMark(next + 2, "-")
        guard isClosed, short > first % 100 || first % 100 == 99 else { return nil }
        let century = short > first % 100 ? first / 100 : first / 100 + 1
        return TimePhrase(next + 1..<next + 2, .date(DateFields(year: century * 100 + short), of: nil))
    }

    /// Gives the year of a date to the one that is joined to it in front and has none: `July 1 to July 3, 1863`,
    /// `499–493 BC`.
    func shared(_ phrases: [TimePhrase]) -> [TimePhrase] {
        var phrases = phrases
        for index in phrases.indices.dropLast().reversed() {
            guard case .date(var first, of: nil) = phrases[index].meaning, first.year == nil, first.shortYear == nil,
                case .date(let second, of: nil) = phrases[index + 1].meaning, let year = second.year,
                first.month != nil || first.season != nil, second.month != nil || second.season != nil,
                isJoined(phrases[index], phrases[index + 1])
            else { continue }
            let isBefore = (first.month ?? first.season?.month ?? 0) <= (second.month ?? second.season?.month ?? 0)
            first.year = isBefore || first.season != nil ? year : year - 1
            phrases[index].meaning = .date(first, of: nil)
        }
        return phrases
    }

    func isJoined(_ first: TimePhrase, _ second: TimePhrase) -> Bool {
        guard first.end < second.atoms.lowerBound else { return false }
        let gap = first.end..<second.atoms.lowerBound
        guard gap.count <= 2 else { return false }
        return isLinked(gap.lowerBound) && (gap.count == 1 || atoms.isWord(gap.lowerBound + 1, "the", "in", "on"))
    }
}
