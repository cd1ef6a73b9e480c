import DemarcheRecords
package import DemarcheStore

/// One event on a line of time, shown by the template `happening`; a date that is only known within bounds is drawn over them.
package struct TimelineRow {
    static let width = 200
    package let date: String
    package let type: String?
    package let status: String
    package let actors: String?
    package let recipients: String?
    package let words: String
    /// The sign of its words, where it has one.
    package let label: String?
    let isLabelled: Bool
    package let address: String?
    /// `7 reports`, for what several articles tell.
    package let reports: String?
    /// The stretch that the date covers.
    let x: Int
    let length: Int
    let isExact: Bool
    /// The arrow for what falls before or behind the line.
    let arrow: String?

    /// - Parameters:
    ///   - event: the event, or the first report of one that several articles tell.
    ///   - status: of the event as a whole.
    init(
        _ event: PoliticalEvent?, status: PoliticalEvent.Status, words: String, date: RecordedDate, _ span: DaySpan,
        _ stretch: TimelineStretch, label: String?, address: String?, reports: String? = nil
    ) {
        let scale = DayScale(days: stretch.days, width: Self.width - 12)
        let start = 6 + scale.place(span.first)
        self.date = date.until.map { Dates.period(date.date, $0) } ?? Wording.date(date.date)
        type = event?.plover.type.rawValue
        self.status = Wording.value(status.rawValue)
        actors = Self.names(event?.actors ?? [])
        recipients = Self.names(event?.recipients ?? [])
        self.words = Excerpt.of(words, most: 180)
        self.label = label
        isLabelled = label != nil
        self.address = address
        self.reports = reports
        x = start
        length = max(1, 6 + scale.place(span.last) - start)
        isExact = span.isExact
        arrow = stretch.side(of: span).map { $0 == .before ? "M9 2L3 7L9 12Z" : "M191 2L197 7L191 12Z" }
    }

    private static func names(_ participants: [PoliticalEvent.Participant]) -> String? {
        let names = participants.compactMap(\.party.shownName)
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}

/// Events merged over articles in the order in which they fall, shown by the template `timetable`.
package struct OccurrenceTimeline {
    package let events: Shortlist<TimelineRow>
    package let isEmpty: Bool
    /// *from 2 July 1911 to 3 September 1911*; nil for no dated event.
    package let reach: String?

    /// - Parameters:
    ///   - found: with how many reports each is listed; the undated are left out.
    ///   - most: how many rows are shown before the fold.
    package init(
        _ found: [ReportedOccurrence], _ store: RecordStore, most: Int = 20, _ addresses: any PageAddresses
    ) throws {
        let first = found.compactMap(\.occurrence.events.first)
        let events = Dictionary(
            try store.entries(PoliticalEvent.self, ids: first).map { ($0.entry.id, $0.entry) }
        ) { first, _ in first }
        let dated = found.compactMap { one -> (found: ReportedOccurrence, date: RecordedDate, span: DaySpan)? in
            guard let date = one.occurrence.date.flatMap(Dates.recorded), let span = DaySpan(date) else { return nil }
            return (one, date, span)
        }.sorted {
            ($0.span.first, $0.span.last, $0.found.occurrence.id) < (
                $1.span.first, $1.span.last, $1.found.occurrence.id
            )
        }
        let stretch = TimelineStretch(dated.map(\.span))
        let rows = dated.compactMap { one in
            stretch.map { stretch in
                let occurrence = one.found.occurrence
                return TimelineRow(
                    occurrence.events.first.flatMap { events[$0] }, status: occurrence.status, words: occurrence.title,
                    date: one.date, one.span, stretch, label: nil,
                    address: addresses.link(.occurrence, occurrence.id),
                    reports: Figure.count(one.found.reports, "report"))
            }
        }
        self.events = Shortlist(rows, most: most)
        isEmpty = rows.isEmpty
        reach = stretch.map { "from \(Self.written($0.days.lowerBound)) to \(Self.written($0.days.upperBound))" }
    }

    private static func written(_ day: Int) -> String { Wording.date(CalendarDay(number: day).iso) }
}
