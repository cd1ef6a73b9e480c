/// What a word may do in an expression of time; the table is `Lexicon/en/time-words.txt`.
enum TimeWord: Hashable, Sendable {
    case month(Int)
    /// 1 is Monday.
    case weekday(Int, isPlural: Bool)
    case season(Season)
    case unit(TimeUnit, isPlural: Bool)
    /// `seven`, `forty`
    case cardinal(Int)
    /// `hundred`, `thousand`
    case scale(Int)
    case ordinal(Int)
    /// `twenties`
    case decade(Int)
    /// Days from today.
    case day(Int)
    case part(DayPart, isPlural: Bool)
    case tonight
    /// `early`
    case fuzzy(TimeModifier)
    /// `beginning`
    case edge(TimeModifier)
    case relation(Relation)
    case direction(Direction)
    case quantity(Quantity)
    /// `about`; nil where nothing is said but the number itself, as in `just`.
    case approximate(TimeModifier?)
    case reference(Reference)
    /// The same before a noun.
    case adjective(Reference)
    /// `weekly`
    case frequency(TimeUnit)
    /// `every`
    case each
    case era(isBC: Bool)
    /// It begins a name or a phrase: a holiday, `half a year`, `the rest of`.
    case named
    /// Minutes that the zone is ahead of UTC.
    case zone(Int)

    enum Quantity: Hashable, Sendable { case one, few, couple, dozen, many }

    enum Relation: String, Sendable {
        case this, that, same, last, next, previous, following, coming, past, current
    }

    enum Direction: String, Sendable { case ago, later, earlier, before, after, hence }

    enum Reference: String, Sendable {
        case present = "PRESENT_REF"
        case past = "PAST_REF"
        case future = "FUTURE_REF"
    }
}

/// A part of the day, in TIMEX3's letters.
enum DayPart: String, Sendable {
    case morning = "MO"
    case noon = "NO"
    case afternoon = "AF"
    case evening = "EV"
    case night = "NI"
    case daytime = "DT"
    case midnight = "MI"

    /// As TIMEX3 writes it behind the day: noon and midnight are times of the clock.
    var timex: String {
        switch self {
        case .noon: "T12:00"
        case .midnight: "T24:00"
        case .morning, .afternoon, .evening, .night, .daytime: "T" + rawValue
        }
    }
}

/// What an expression says of the period or length that it gives, in TIMEX3's words.
package enum TimeModifier: String, Sendable {
    case start = "START"
    case middle = "MID"
    case end = "END"
    case approximate = "APPROX"
    case before = "BEFORE"
    case after = "AFTER"
    case lessThan = "LESS_THAN"
    case moreThan = "MORE_THAN"
    case orLess = "EQUAL_OR_LESS"
    case orMore = "EQUAL_OR_MORE"
}
