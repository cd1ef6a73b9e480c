package import DemarcheRecords
import DemarcheSourceText

/// Finds the events of several articles, or of several places of one, that are one.
///
/// Candidates share type, party and a stem of the words that name them, and stand within two days of each other; of these
/// ``SameEvent`` decides, and a group holds only events of which each is one with each (complete linkage).
package struct OccurrenceLinker: Sendable {
    private var events: [ReportedEvent<Int32>] = []
    private var words = TermReader()
    private var vocabulary = WordNumbers()

    package init() {}

    package mutating func add(_ source: LinkSource) { add(Self.input(source, &words)) }

    mutating func add(_ more: [ReportedEvent<String>]) {
        for event in more { events.append(event.numbered(&vocabulary)) }
    }

    /// The events of an article that may be those of others.
    static func input(_ source: LinkSource, _ words: inout TermReader) -> [ReportedEvent<String>] {
        var sentences: [TextSpan: EventSentence] = [:]
        return source.findings.events.filter { ReportedEvent<String>.course(of: $0.status) != nil }
            .map { ReportedEvent($0, source, &words, &sentences) }
    }

    /// Groups of two events or more.
    ///
    /// - Parameter keep: told under what the events of each article are found.
    package func links(
        _ directory: PartyDirectory, keeping keep: (([NeighbourKey], String) -> Void)? = nil
    ) -> [Occurrence] {
        var things = SameEvent(vocabulary)
        things.add(events.sorted { $0.id < $1.id }, directory)
        if let keep { things.eachKey(keep) }
        return Self.occurrences(AlikeGroups.all(things), things)
    }

    static func occurrences(_ groups: [[Int]], _ things: SameEvent) -> [Occurrence] {
        groups.map { occurrence($0.map { things.events[$0] }) }.sorted { $0.id < $1.id }
    }

    private static func occurrence(_ events: [ReportedEvent<Int32>]) -> Occurrence {
        let ongoing = events.count { $0.status == .ongoing }
        let status = ongoing * 2 > events.count ? .ongoing : events.first { $0.status != .ongoing }?.status
        let dated = events.compactMap(\.date).min { ($0.precision.rank, $0.date) < ($1.precision.rank, $1.date) }
        let order = events.sorted { ($0.reported ?? .max, $0.id) < ($1.reported ?? .max, $1.id) }
        return Occurrence(
            title: title(events), date: dated?.edtf, status: status ?? .happened, events: order.map(\.id))
    }

    /// A headline that tells it, or else the shortest sentence.
    private static func title(_ events: [ReportedEvent<Int32>]) -> String {
        let best = events.min { left, right in
            (left.isHeadline ? 0 : 1, left.sentence.utf8.count, left.sentence)
                < (right.isHeadline ? 0 : 1, right.sentence.utf8.count, right.sentence)
        }
        return best?.sentence ?? ""
    }
}

extension RecordedDate.Precision {
    /// The more exact, the smaller.
    fileprivate var rank: Int {
        switch self {
        case .day: 0
        case .interval: 1
        case .month: 2
        case .year: 3
        }
    }
}
