package import DemarcheRecords
package import DemarcheSourceText

/// The day of publication as far as an article's own words give it, where nothing else does.
///
/// Two ways of writing do: `today, Wednesday, March 23` gives the day; `Thursday, March 24 will mark one month` was written
/// before that day. The year is the only one near in which the day of the week is right: the calendar repeats after five years
/// at the earliest, so of the five that begin with the last date of the article that has its year at most one fits. Without
/// such a date nothing is derived.
package struct PublicationClue: Hashable, Sendable {
    package let days: ClosedRange<CalendarDay>
    /// The words that give it, in the article.
    package let span: TextSpan

    package var recorded: RecordedDate {
        let isDay = days.lowerBound == days.upperBound
        return RecordedDate(
            date: days.lowerBound.iso, precision: isDay ? .day : .interval, until: isDay ? nil : days.upperBound.iso,
            basis: .text)
    }

    /// The day, where it is one.
    var written: WritingDay? {
        days.lowerBound == days.upperBound ? WritingDay(day: days.lowerBound, source: .text) : nil
    }

    /// A date with its day of the week and no year.
    struct Named {
        let fields: DateFields
        let tense: Tense?
        /// Days from the day of writing, where the words say so: 0 behind *today*.
        let fromWriting: Int?
        let span: TextSpan
        /// Its index among the article's expressions.
        let index: Int
    }

    /// The first of `named` that leaves one answer, and its index.
    ///
    /// - Parameter known: the days behind the writer that the article names with their year.
    static func find(_ named: [Named], known: [CalendarDay]) -> (clue: PublicationClue, index: Int)? {
        guard let last = known.max() else { return nil }
        let found = named.compactMap { date in days(date, since: last).map { (date, $0) } }
        let best = found.first { $0.1.lowerBound == $0.1.upperBound } ?? found.first
        return best.map { (PublicationClue(days: $0.1, span: $0.0.span), $0.0.index) }
    }

    private static func days(_ date: Named, since last: CalendarDay) -> ClosedRange<CalendarDay>? {
        let fitting = (last.year..<last.year + 5).compactMap { year -> CalendarDay? in
            guard case .day(let day)? = TimeResolver.period(date.fields, year) else { return nil }
            return day > last && day.weekday == date.fields.weekday ? day : nil
        }
        guard fitting.count == 1 else { return nil }
        if let shift = date.fromWriting { return fitting[0].adding(-shift)...fitting[0].adding(-shift) }
        return date.tense == .future ? last...fitting[0].adding(-1) : nil
    }
}
