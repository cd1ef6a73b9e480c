import DemarcheRecords

/// Says whether two reports are of one event: type, mode, parties, time and words must all allow it. A wrong merge is worse than
/// none.
struct SameEvent: ComparedThings {
    /// The least number of terms that the two sentences share beside those that name the event, unless the shorter has
    /// fewer, and the least part of the shorter one.
    static let leastShared = 3
    static let leastPart = 0.6
    static let reach = 1

    private(set) var events: [ReportedEvent<Int32>] = []
    /// The keys of actors and recipients of each.
    private var parties: [EventParties] = []
    private var vocabulary: WordNumbers
    private var numbers = WordNumbers()

    /// - Parameter vocabulary: the numbers of terms.
    init(_ vocabulary: WordNumbers = WordNumbers()) { self.vocabulary = vocabulary }

    static func names(in input: LinkInput) -> [String] { input.events.map(\.id) }

    mutating func add(_ input: LinkInput, _ directory: PartyDirectory) {
        add(input.events.map { $0.numbered(&vocabulary) }, directory)
    }

    mutating func add(_ more: [ReportedEvent<Int32>], _ directory: PartyDirectory) {
        for event in more { parties.append(EventParties(event, directory, &numbers)) }
        events += more
    }

    var count: Int { events.count }

    func name(of event: Int) -> String { events[event].id }

    func article(of event: Int) -> String { events[event].article }

    func day(of event: Int) -> Int? { events[event].firstDay }

    /// By type, course, party and a stem of the words that name it.
    func keys(of event: Int) -> [UInt64] {
        let course = "\(events[event].type.rawValue) \(events[event].course ?? -1)"
        return parties[event].all.flatMap { party in
            events[event].trigger.map { stem in
                FNV1a.hash("\(course) \(numbers[UInt32(party)]) \(vocabulary[UInt32(stem)])")
            }
        }
    }

    func mayBeOne(_ one: Int, _ other: Int) -> Bool { true }

    func fit(_ one: Int, _ other: Int) -> Bool { likeness(one, other) > 0 }

    func isNotAsked(_ event: Int) -> Bool { true }

    /// The part of the shorter sentence that stands in the other; 0 where they are not one event.
    func likeness(_ one: Int, _ other: Int) -> Double {
        let (first, second) = (events[one], events[other])
        guard first.course == second.course, first.type == second.type,
            Self.agree(first.mode, second.mode), first.isWhen(second),
            parties[one].agree(with: parties[other])
        else { return 0 }
        guard Self.shared(first.trigger, second.trigger) > 0 else { return 0 }
        let shared = Self.shared(first.terms, second.terms)
        let shorter = min(first.terms.count, second.terms.count)
        let part = Double(shared) / Double(max(1, shorter))
        return shared >= min(Self.leastShared, max(1, shorter)) && part >= Self.leastPart ? part : 0
    }

    private static func agree(_ one: String?, _ other: String?) -> Bool { one == nil || other == nil || one == other }

    /// How many numbers two rows in order have in common; linear in their lengths.
    static func shared(_ one: [Int32], _ other: [Int32]) -> Int {
        var (count, here, there) = (0, 0, 0)
        while here < one.count, there < other.count {
            let (mine, theirs) = (one[here], other[there])
            if mine == theirs { count += 1 }
            if mine <= theirs { here += 1 }
            if theirs <= mine { there += 1 }
        }
        return count
    }
}

/// Who does an event and to whom, as keys under which other articles may have them: the party, the name, and the state for
/// which somebody acts.
struct EventParties: Sendable {
    /// Numbers of keys, in order and once.
    let actors: [Int32]
    let recipients: [Int32]
    let all: [Int32]
    private let isMutual: Bool

    /// - Parameters:
    ///   - directory: who is who; where it knows nobody, names and states stand for themselves.
    ///   - numbers: those of the keys of all events.
    init(_ event: ReportedEvent<Int32>, _ directory: PartyDirectory, _ numbers: inout WordNumbers) {
        func keys(_ participants: [EventParticipant], _ role: PartyMention.Role) -> Set<Int32> {
            Set(
                participants.enumerated().flatMap { place, participant in
                    Self.keys(participant, directory.party(role, of: event.id, place: place))
                        .map { Int32(numbers.number(of: $0)) }
                })
        }
        let (actors, recipients) = (keys(event.actors, .actor), keys(event.recipients, .recipient))
        (self.actors, self.recipients) = (actors.sorted(), recipients.sorted())
        all = actors.union(recipients).sorted()
        isMutual = [.consult, .agree, .cooperate].contains(event.type)
    }

    /// Some party is shared, and no side that both name is without one. In talks and agreements the sides may change places.
    func agree(with other: EventParties) -> Bool {
        let shared = SameEvent.shared(all, other.all)
        if isMutual { return shared > 0 && shared >= min(2, all.count, other.all.count) }
        return shared > 0 && Self.meet(actors, other.actors) && Self.meet(recipients, other.recipients)
    }

    private static func meet(_ one: [Int32], _ other: [Int32]) -> Bool {
        one.isEmpty || other.isEmpty || SameEvent.shared(one, other) > 0
    }

    private static func keys(_ participant: EventParticipant, _ party: Party?) -> [String] {
        let state = participant.actsForState ? (participant.country ?? party?.country) : nil
        guard participant.isNamed || state != nil else { return [] }
        let name = party?.id ?? participant.name?.lowercased()
        return [name, state].compactMap(\.self)
    }
}
