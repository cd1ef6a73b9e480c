/// The days that the line of a timeline covers: all of them, but for the few far off.
///
/// A war forty years ago that an article mentions would press a week of crisis into one dot. An event at an end is left out of the
/// line where the rest is less than a fifth as long, and no more than a fifth of the events are.
struct TimelineStretch {
    let days: ClosedRange<Int>

    /// Nil for no events.
    ///
    /// - Parameter spans: by their first days.
    init?(_ spans: [DaySpan]) {
        guard var days = Self.days(spans[...]) else { return nil }
        var rest = spans[...]
        for _ in 0..<spans.count / 5 {
            let shorter = [rest.dropFirst(), Self.withoutLatest(rest)].compactMap { slice in
                Self.days(slice).map { (slice: slice, days: $0) }
            }.min { $0.days.count < $1.days.count }
            guard let shorter, shorter.days.count * 5 < days.count else { break }
            (rest, days) = (shorter.slice, shorter.days)
        }
        self.days = days
    }

    /// Where a span stands that does not touch the line: before or behind it.
    func side(of span: DaySpan) -> Side? {
        if span.last < days.lowerBound { return .before }
        return span.first > days.upperBound ? .behind : nil
    }

    enum Side { case before, behind }

    private static func days(_ spans: ArraySlice<DaySpan>) -> ClosedRange<Int>? {
        guard let first = spans.first?.first, let last = spans.map(\.last).max() else { return nil }
        return first...max(first, last)
    }

    private static func withoutLatest(_ spans: ArraySlice<DaySpan>) -> ArraySlice<DaySpan> {
        guard let latest = spans.indices.max(by: { spans[$0].last < spans[$1].last }) else { return spans }
        return (spans[..<latest] + spans[(latest + 1)...])[...]
    }
}
