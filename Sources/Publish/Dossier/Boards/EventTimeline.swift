internal import DemarcheRecords

/// The dated events in the order in which they fall; a date that is only known within bounds is drawn over them.
struct EventTimeline {
    let events: Shortlist<TimelineRow>
    let isEmpty: Bool
    let undated: String?
    /// *from 2 July 1911 to 3 September 1911*; nil for no dated event.
    let reach: String?

    init(_ events: [PoliticalEvent], _ places: EntryPlaces) {
        let dated = events.compactMap { event -> (event: PoliticalEvent, date: RecordedDate, span: DaySpan)? in
            guard let date = event.date, let span = DaySpan(date) else { return nil }
            return (event, date, span)
        }.sorted { ($0.span.first, $0.span.last, $0.event.id) < ($1.span.first, $1.span.last, $1.event.id) }
        let stretch = TimelineStretch(dated.map(\.span))
        self.events = Shortlist(
            dated.compactMap { one in stretch.map { Self.event(one.event, one.date, one.span, $0, places) } }, most: 40)
        isEmpty = dated.isEmpty
        let left = events.count - dated.count
        undated = left > 0 ? Wording.count(left, "event") : nil
        reach = stretch.map { "from \(Self.iso($0.days.lowerBound)) to \(Self.iso($0.days.upperBound))" }
    }

    private static func iso(_ day: Int) -> String { Wording.date(CalendarDay(number: day).iso) }

    private static func event(
        _ event: PoliticalEvent, _ date: RecordedDate, _ span: DaySpan, _ stretch: TimelineStretch,
        _ places: EntryPlaces
    ) -> TimelineRow {
        let link = places.link(to: event)
        return TimelineRow(
            event, status: event.status, words: event.trigger.exact, date: date, span, stretch, label: link.label,
            address: "#\(link.anchor)")
    }
}
