internal import DemarcheRecords

/// The dated events in the order in which they fall; a date that is only known within bounds is drawn over them.
struct EventTimeline {
    static let width = 200
    let events: Shortlist<Event>
    let isEmpty: Bool
    let undated: String?
    /// *from 2 July 1911 to 3 September 1911*; nil for no dated event.
    let reach: String?

    struct Event {
        let date: String
        let type: String
        let status: String
        let actors: String?
        let recipients: String?
        let words: String
        let link: EntryLink
        /// The stretch that the date covers.
        let x: Int
        let length: Int
        let isExact: Bool
        /// The arrow for what falls before or behind the line.
        let arrow: String?
    }

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
    ) -> Event {
        let scale = DayScale(days: stretch.days, width: Self.width - 12)
        let x = 6 + scale.place(span.first)
        return Event(
            date: Wording.date(date), type: event.plover.type.rawValue,
            status: Wording.value(event.status.rawValue), actors: names(event.actors),
            recipients: names(event.recipients), words: event.trigger.exact,
            link: places.link(to: event), x: x,
            length: max(1, 6 + scale.place(span.last) - x), isExact: span.isExact,
            arrow: stretch.side(of: span).map { $0 == .before ? "M9 2L3 7L9 12Z" : "M191 2L197 7L191 12Z" })
    }

    private static func names(_ participants: [PoliticalEvent.Participant]) -> String? {
        let names = participants.compactMap(\.party.shownName)
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
