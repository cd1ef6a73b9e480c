import DemarcheRecords

/// What is known when an expression is resolved.
struct TimeContext {
    /// Nil when the day of writing is not known.
    let written: WritingDay?
    /// Whether dates lead to each other, as in a history.
    let isNarrative: Bool
    /// The last date that was told of.
    var focus: Focus?
    /// The last date of this block that has its year from its own words.
    var explicit: Focus?
    /// A day near that of writing, where that itself is not known.
    var hint: Base?
    /// Of the expression at hand.
    var tense: Tense?
    var block = 0
    var sentence = 0

    struct Focus {
        let period: CalendarPeriod
        /// The expression that gives it.
        let index: Int
        let block: Int
        let sentence: Int
    }

    /// A date and what it was counted from.
    struct Base {
        let period: CalendarPeriod
        let anchor: TimeExpression.Anchor
    }

    /// The day of writing for words such as `today`; in a history, what is told of.
    var deictic: Base? { isNarrative && written != nil ? told : writing }

    var writing: Base? { written.map { Base(period: .day($0.day), anchor: .written($0.day, $0.source)) } }

    /// The date that is spoken of: in news, not further back than the paragraph before.
    var told: Base? {
        guard let focus, isNarrative || focus.block + 1 >= block else { return nil }
        return Base(period: focus.period, anchor: .expression(focus.index))
    }

    /// From where the year of a date is counted: the date told of in a history; in news the day of writing, unless the
    /// paragraph itself is about another year.
    var yearBase: Base? {
        if isNarrative || written == nil { return hint ?? told }
        if let explicit, explicit.period.year != written?.day.year,
            explicit.sentence == sentence || explicit.period.unit <= .month
        {
            return Base(period: explicit.period, anchor: .expression(explicit.index))
        }
        return writing
    }
}

/// What an expression was found to mean.
struct TimeResolution {
    var kind = TimeExpression.Kind.date
    var value: String?
    var period: CalendarPeriod?
    var days: ClosedRange<CalendarDay>?
    var anchor: TimeExpression.Anchor?
    var unresolved: String?

    init(_ period: CalendarPeriod, _ anchor: TimeExpression.Anchor? = nil) {
        self.period = period
        self.anchor = anchor
        value = period.timex
    }

    init(_ kind: TimeExpression.Kind, _ value: String?) {
        self.kind = kind
        self.value = value
    }

    /// What is not known, with what is, and why.
    init(open value: String?, _ reason: String) {
        self.value = value
        unresolved = reason
    }

    static let noDay = "no publication date"
    static let notExact = "the date before it is not as exact"
    static let noDate = "no date in the text before it"
}
