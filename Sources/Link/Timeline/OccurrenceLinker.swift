package import DemarcheRecords
import DemarcheSourceText

/// Finds the events of several articles, or of several places of one, that are one.
///
/// Candidates share type, party and a stem of the words that name them, and stand within two days of each other; of these
/// ``SameEvent`` decides, and a group holds only events of which each is one with each (complete linkage). A report is
/// compared with ``mostCompared`` others at most.
package struct OccurrenceLinker: Sendable {
    private static let mostCompared = 100

    private var events: [ReportedEvent<Int32>] = []
    private var words = TermReader()
    private var vocabulary = WordNumbers()

    package init() {}

    package mutating func add(_ source: LinkSource) { add(Self.input(source, &words)) }

    mutating func add(_ more: [ReportedEvent<String>]) {
        for event in more {
            let trigger = event.trigger.map { Int32(vocabulary.number(of: $0)) }.sorted()
            let terms = event.terms.map { Int32(vocabulary.number(of: $0)) }.sorted()
            events.append(event.with(trigger: trigger, terms: terms))
        }
    }

    /// The events of an article that may be those of others.
    static func input(_ source: LinkSource, _ words: inout TermReader) -> [ReportedEvent<String>] {
        var sentences: [TextSpan: EventSentence] = [:]
        return source.findings.events.filter { ReportedEvent<String>.course(of: $0.status) != nil }
            .map { ReportedEvent($0, source, &words, &sentences) }
    }

    /// Groups of two events or more.
    package func links(_ directory: PartyDirectory) -> [Occurrence] {
        let events = self.events.sorted { $0.id < $1.id }
        var numbers = WordNumbers()
        let same = SameEvent(events: events, parties: events.map { EventParties($0, directory, &numbers) })
        let alike = Self.candidates(same).compactMap { pair in
            same.likeness(pair.first, pair.second).map { (pair: pair, likeness: $0) }
        }.sorted { ($1.likeness, $0.pair) < ($0.likeness, $1.pair) }
        var groups = MergedGroups(count: events.count)
        for (pair, _) in alike {
            groups.merge(pair.first, pair.second) { same.likeness($0, $1) != nil }
        }
        return groups.groups.filter { $0.count > 1 }.map { Self.occurrence($0.map { events[$0] }) }.sorted {
            $0.id < $1.id
        }
    }

    /// What pairs must share.
    private struct Key: Hashable {
        let type: PLOVER.EventType
        let course: Int
        let party: Int32
        let trigger: Int32
    }

    private static func candidates(_ same: SameEvent) -> [Pair] {
        var shelves: [Key: [Int]] = [:]
        for (number, event) in same.events.enumerated() {
            for party in same.parties[number].all {
                for trigger in event.trigger {
                    let key = Key(type: event.type, course: event.course ?? 0, party: party, trigger: trigger)
                    shelves[key, default: []].append(number)
                }
            }
        }
        return shelves.values.flatMap { pairs($0, same.events) }.sortedOnce()
    }

    /// Those that stand next to each other in time.
    private static func pairs(_ shelf: [Int], _ events: [ReportedEvent<Int32>]) -> [Pair] {
        let byDay = shelf.sorted { (events[$0].firstDay ?? .min, $0) < (events[$1].firstDay ?? .min, $1) }
        return byDay.indices.flatMap { place in
            let day = events[byDay[place]].firstDay
            return byDay[(place + 1)...].prefix(mostCompared).prefix { next in
                guard let day, let other = events[next].firstDay else { return day == events[next].firstDay }
                return other - day <= 1
            }.map { Pair(byDay[place], $0) }
        }
    }

    private static func occurrence(_ events: [ReportedEvent<Int32>]) -> Occurrence {
        let ongoing = events.count { $0.status == .ongoing }
        let status = ongoing * 2 > events.count ? .ongoing : events.first { $0.status != .ongoing }?.status
        let dated = events.compactMap(\.date).min { ($0.precision.rank, $0.date) < ($1.precision.rank, $1.date) }
        return Occurrence(
            title: title(events), date: dated?.edtf, status: status ?? .happened, events: events.map(\.id))
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
