import DemarcheRecords

/// What an expression says, before it is known when that was.
indirect enum TimeMeaning: Sendable {
    /// A date with what of it is said; what is not comes from `of` (`the 20th of next month`), or from the context.
    case date(DateFields, of: TimeMeaning?)
    case period(CalendarPeriod)
    /// `today`: days from the day of writing.
    case day(Int)
    /// `last week`, `that afternoon`
    case relative(TimeWord.Relation, Target, isDefinite: Bool)
    /// `the end of the month`
    case definite(Target)
    /// `two weeks ago`, `three days later`
    case distance(TimeAmount, TimeWord.Direction)
    /// `the day after Christmas`: so many units from it.
    case around(TimeMeaning, TimeAmount, isBefore: Bool)
    /// `the first week of August`; -1 is the last.
    case ordinal(Int, Target, of: TimeMeaning)
    case duration(TimeAmount)
    /// `the past two weeks`: a length that ends or begins at the day of writing.
    case span(TimeAmount, TimeWord.Relation)
    /// `in three weeks`, `within a month`: a length, and of what is to come the period that it reaches, or its days.
    case reach(TimeAmount, isWithin: Bool)
    /// What repeats, as TIMEX3 writes it.
    case repeated(String)
    case reference(TimeWord.Reference)
    /// A holiday whose day is not fixed in the Gregorian calendar.
    case holiday(HolidayRule, of: TimeMeaning?)
    /// A part of some day, or a time of the clock without one.
    case clock
    /// It names a time that the words alone do not give: `that time`, `the day after the battle`.
    case open(TimeUnit?)

    /// What a relation or an ordinal is said of.
    enum Target: Hashable, Sendable {
        case unit(TimeUnit)
        case weekday(Int)
        case month(Int)
        case season(Season)
        case part(DayPart)
        case holiday(HolidayRule)
    }
}

/// The parts of a date that an expression has.
struct DateFields: Hashable, Sendable {
    /// Astronomical: 0 is 1 BC.
    var year: Int?
    /// Of a year that is written with two digits only.
    var shortYear: Int?
    var month: Int?
    var day: Int?
    /// 1 is Monday.
    var weekday: Int?
    var season: Season?
    var quarter: Int?
    var half: Int?
    var week: Int?
}

/// A length of time: `P2W`, `PXD`, `PT2.5H`.
struct TimeAmount: Hashable, Sendable {
    /// Nil when it is not said: *several*, *a few*.
    var count: Int?
    /// The decimals.
    var fraction = ""
    var unit: TimeUnit
    /// What comes on top in shorter units: `two years and three months`.
    var further: [Further] = []

    struct Further: Hashable, Sendable {
        var count: Int
        var unit: TimeUnit
    }

    /// As TIMEX3 writes it.
    var timex: String {
        let head = Self.timex((count.map(String.init) ?? "X") + (fraction.isEmpty ? "" : "." + fraction), unit)
        return further.reduce(into: head) { text, part in
            let rest = Self.timex(String(part.count), part.unit).dropFirst()
            text += text.contains("T") ? rest.drop { $0 == "T" } : rest
        }
    }

    private static func timex(_ count: String, _ unit: TimeUnit) -> String {
        if unit == .fortnight { return "P" + (Int(count).map { String($0 * 2) } ?? "X") + "W" }
        return (unit.isClock ? "PT" : "P") + count + unit.letter
    }
}

/// A time within a day.
enum TimeOfDay: Hashable, Sendable {
    case part(DayPart)
    case clock(hour: Int, minute: Int?, second: Int?, zone: Int?)

    /// As TIMEX3 writes it behind the day: `T11:30`, `TMO`.
    var timex: String {
        switch self {
        case .part(let part): return part.timex
        case .clock(let hour, let minute, let second, let zone):
            let parts = [hour, minute ?? 0] + [second].compactMap(\.self)
            return "T" + parts.map { CalendarDay.digits($0, 2) }.joined(separator: ":") + (zone.map(Self.zone) ?? "")
        }
    }

    /// In EDTF, which has no parts of the day.
    var edtf: String? {
        guard case .clock(let hour, let minute, let second, let zone) = self, hour < 24 else { return nil }
        let parts = [hour, minute ?? 0, second ?? 0]
        return "T" + parts.map { CalendarDay.digits($0, 2) }.joined(separator: ":") + (zone.map(Self.zone) ?? "")
    }

    private static func zone(_ minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        let size = abs(minutes)
        return (minutes < 0 ? "-" : "+") + CalendarDay.digits(size / 60, 2) + ":" + CalendarDay.digits(size % 60, 2)
    }
}

/// An expression that the grammar found: which atoms, and what they say.
struct TimePhrase: Sendable {
    var atoms: Range<Int>
    var meaning: TimeMeaning
    var modifier: TimeModifier?
    var time: TimeOfDay?
    /// Whether it takes an article in front of it into its span.
    var takesArticle = false

    init(
        _ atoms: Range<Int>, _ meaning: TimeMeaning, modifier: TimeModifier? = nil, time: TimeOfDay? = nil,
        takesArticle: Bool = false
    ) {
        self.atoms = atoms
        self.meaning = meaning
        self.modifier = modifier
        self.time = time
        self.takesArticle = takesArticle
    }

    var end: Int { atoms.upperBound }

    func from(_ start: Int) -> TimePhrase {
        var phrase = self
        phrase.atoms = start..<atoms.upperBound
        return phrase
    }
}
