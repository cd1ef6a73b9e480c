import DemarcheRecords
import DemarcheSourceText

/// How the day of a holiday is found in a year.
enum HolidayRule: Hashable, Sendable {
    case day(month: Int, day: Int)
    /// So many days behind the nth weekday of a month; -1 is the last.
    case weekday(month: Int, weekday: Int, number: Int, plus: Int)
    /// Days from Easter Sunday of the western churches.
    case easter(Int)
    /// One day of history.
    case once(CalendarDay)
    /// Set by another calendar.
    case moves

    /// Nil where it cannot be counted.
    func day(in year: Int) -> CalendarDay? {
        switch self {
        case .day(let month, let day): CalendarDay(year, month, day)
        case .weekday(let month, let weekday, let number, let days):
            Self.weekday(weekday, number, month, year)?.adding(days)
        case .easter(let days): Self.easter(year).map { $0.adding(days) }
        case .once(let day): day
        case .moves: nil
        }
    }

    /// The nth weekday of a month, counted from its end where `number` is -1.
    static func weekday(_ weekday: Int, _ number: Int, _ month: Int, _ year: Int) -> CalendarDay? {
        guard let first = CalendarDay(year, month, 1) else { return nil }
        let ahead = first.adding((weekday - first.weekday + 7) % 7)
        let count = number > 0 ? number - 1 : (CalendarDay.days(in: month, of: year) - ahead.date.day) / 7
        let day = ahead.adding(7 * count)
        return day.month == month ? day : nil
    }

    /// Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher's form), for years from 1583.
    private static func easter(_ year: Int) -> CalendarDay? {
        guard year >= 1583 else { return nil }
        let (golden, century, rest) = (year % 19, year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let shift = (golden + 11 * epact + 22 * weekday) / 451
        let total = epact + weekday - 7 * shift + 114
        return CalendarDay(year, total / 31, total % 31 + 1)
    }
}

/// The names of holidays, from `Lexicon/en/holidays.txt`.
struct Holidays: Sendable {
    static let english = Holidays(PackageResources.holidays_txt)

    struct Name: Sendable {
        let atoms: TimeAtoms
        let rule: HolidayRule
    }

    /// By the letters of their first word; longer names first.
    private let names: [UInt128: [Name]]

    init(_ bytes: [UInt8]) {
        var names: [UInt128: [Name]] = [:]
        for row in WordTable.columns(bytes) where row.count == 2 {
            guard let rule = Self.rule(row[0]) else { continue }
            for name in row[1].split(separator: ",") {
                let atoms = TimeAtoms(SourceText(String(name.drop { $0 == " " })), tokens: [])
                guard let key = atoms.key(0) else { continue }
                names[key, default: []].append(Name(atoms: atoms, rule: rule))
            }
        }
        self.names = names.mapValues { $0.sorted { $0.atoms.count > $1.atoms.count } }
    }

    /// Those whose first word has these letters.
    subscript(key: UInt128) -> [Name] { names[key] ?? [] }

    private static func rule(_ text: String) -> HolidayRule? {
        if text == "moves" { return .moves }
        if text.hasPrefix("easter") { return Int(text.dropFirst(6)).map(HolidayRule.easter) }
        if let day = CalendarDay(iso: text) { return .once(day) }
        let parts = text.split(separator: "-")
        guard let month = parts.first.flatMap({ Int($0) }) else { return nil }
        if parts.count == 2 { return Int(parts[1]).map { .day(month: month, day: $0) } }
        let weekdays: [Substring] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        guard parts.count == 3, let weekday = weekdays.firstIndex(of: parts[1]) else { return nil }
        let numbers = parts[2].split(separator: "+").map { Int($0) ?? -1 }
        return .weekday(
            month: month, weekday: weekday + 1, number: numbers[0], plus: numbers.count > 1 ? numbers[1] : 0)
    }
}

extension TimeAtoms {
    /// The letters of a word of at most 16, packed; nil for what is no such word.
    func key(_ index: Int) -> UInt128? {
        guard index >= 0, index < count, atoms[index].kind == .letters, atoms[index].count <= 16 else { return nil }
        let bytes = text.string.utf8.span
        return (Int(atoms[index].start)..<Int(atoms[index].end)).reduce(0) { $0 << 8 | UInt128(bytes[$1] | 0x20) }
    }
}

extension TimeGrammar {
    /// `Christmas`, `Easter Monday 2017`, `Thanksgiving Day`.
    func holiday(_ index: Int) -> TimePhrase? {
        guard let key = atoms.key(index) else { return nil }
        guard let found = Holidays.english[key].first(where: { matches($0.atoms, index) }) else { return nil }
        let end = index + found.atoms.count
        if found.rule == .moves, atoms.isCapital(end), isNoun(end) { return nil }
        let next = atoms.isMark(end, ",") || atoms.isWord(end, "of") ? end + 1 : end
        if let (year, last) = year(next) {
            return TimePhrase(index..<last, .holiday(found.rule, of: .date(DateFields(year: year), of: nil)))
        }
        if case .relation(let relation) = atoms.word(pastArticle(next)),
            let outer = relative(relation, pastArticle(next)),
            case .relative(_, .unit(.year), _) = outer.meaning, next == end || atoms.isWord(end, "of")
        {
            return TimePhrase(index..<outer.end, .holiday(found.rule, of: outer.meaning))
        }
        return withClock(TimePhrase(index..<end, .holiday(found.rule, of: nil)))
    }

    private func matches(_ name: TimeAtoms, _ index: Int) -> Bool {
        guard !name.isCapital(0) || atoms.isCapital(index) else { return false }
        return (0..<name.count).allSatisfy { place in
            guard index + place < atoms.count else { return false }
            if let key = name.key(place) { return atoms.key(index + place) == key }
            let (mine, other) = (atoms.atoms[index + place], name.atoms[place])
            return mine.kind == .mark && mine.value == other.value && mine.isGlued == other.isGlued
        }
    }
}
