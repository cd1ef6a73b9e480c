package import DemarcheRecords
package import DemarcheSourceText

/// Words for a time, a length of time or what repeats, with what they mean in TIMEX3 and, for a date, in EDTF.
package struct TimeExpression: Sendable {
    /// The types of TIMEX3.
    package enum Kind: String, Sendable {
        case date = "DATE"
        case time = "TIME"
        case duration = "DURATION"
        case set = "SET"
    }

    /// What the meaning was counted from; nil where the words say all of it.
    package enum Anchor: Hashable, Sendable {
        /// The day of writing.
        case written(CalendarDay, WritingDay.Source)
        /// Another expression of the article, by its index.
        case expression(Int)
    }

    /// In the article's text.
    package let span: TextSpan
    /// The annotated block that it stands in, by index, and its tokens there; they may reach beyond the span.
    package let block: Int
    package let tokens: Range<Int>
    package let kind: Kind
    /// As TIMEX3 writes it, with X for what is not known; nil where nothing is.
    package let value: String?
    package let modifier: TimeModifier?
    /// The stretch of the calendar; nil for lengths, for what repeats, and for what is not resolved.
    package let period: CalendarPeriod?
    /// The first and the last day of a length that is counted from the day of writing: `the past two weeks`.
    package let days: ClosedRange<CalendarDay>?
    package let time: String?
    package let anchor: Anchor?
    /// Why it is not known when that was.
    package let unresolved: String?

    /// In EDTF, level 0 or 1; nil where there is no date.
    package var edtf: String? {
        if let days { return "\(days.lowerBound.iso)/\(days.upperBound.iso)" }
        guard let written = period?.edtf else { return nil }
        if case .day = period, let time { return written + time }
        return modifier == .approximate && !written.contains("/") ? written + "~" : written
    }
}

/// Two expressions that are the ends of one stretch: `from March to May 1918`, `1939–45`.
package struct TimeRange: Sendable {
    package let span: TextSpan
    /// By index.
    package let first: Int
    package let last: Int
    package let edtf: String
}

/// The expressions of time of one article, in text order.
package struct ArticleTimes: Sendable {
    package let expressions: [TimeExpression]
    package let ranges: [TimeRange]
    /// Nil when neither the article's date nor a dateline is known.
    package let written: WritingDay?
    /// What the article's own words say of the day of its publication, where nothing else does.
    package let derived: PublicationClue?
    /// Whether dates without a year are counted from each other, as in a history, and not from the day of writing.
    package let isNarrative: Bool

    /// For each annotated block the indices of its expressions.
    let places: [Range<Int>]

    /// The expressions of an annotated block.
    package func expressions(inBlock block: Int) -> ArraySlice<TimeExpression> { expressions[places[block]] }

    /// The expression that holds a token of an annotated block. Takes time in the logarithm of their number.
    package func expression(at token: Int, inBlock block: Int) -> TimeExpression? {
        var (low, high) = (places[block].lowerBound, places[block].upperBound)
        while low < high {
            let middle = (low + high) / 2
            if expressions[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        guard low < places[block].upperBound, expressions[low].tokens.contains(token) else { return nil }
        return expressions[low]
    }
}

/// The day that an article was written on.
package struct WritingDay: Hashable, Sendable {
    package enum Source: String, Sendable { case publication, dateline, text }

    package let day: CalendarDay
    package let source: Source
}
