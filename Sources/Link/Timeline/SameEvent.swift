import DemarcheRecords

/// Says whether two reports are of one event: type, mode, parties, time and words must all allow it. A wrong merge is worse than
/// none.
struct SameEvent {
    /// The least number of terms that the two sentences share beside those that name the event, unless the shorter has
    /// fewer, and the least part of the shorter one.
    static let leastShared = 3
    static let leastPart = 0.6

    let events: [ReportedEvent<Int32>]
    /// The keys of actors and recipients of each.
    let parties: [EventParties]

    /// The part of the shorter sentence that stands in the other; nil where they are not one event.
    func likeness(_ one: Int, _ other: Int) -> Double? {
        let (first, second) = (events[one], events[other])
        guard first.course == second.course, first.type == second.type,
            Self.agree(first.mode, second.mode), first.isWhen(second),
            parties[one].agree(with: parties[other])
        else { return nil }
        guard Self.shared(first.trigger, second.trigger) > 0 else { return nil }
        let shared = Self.shared(first.terms, second.terms)
        let shorter = min(first.terms.count, second.terms.count)
        let part = Double(shared) / Double(max(1, shorter))
        return shared >= min(Self.leastShared, max(1, shorter)) && part >= Self.leastPart ? part : nil
    }

    private static func agree(_ one: String?, _ other: String?) -> Bool { one == nil || other == nil || one == other }

    private static func shared(_ one: [Int32], _ other: [Int32]) -> Int {
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
    let actors: Set<String>
    let recipients: Set<String>
    private let isMutual: Bool

    /// - Parameter directory: who is who; where it knows nobody, names and states stand for themselves.
    init(_ event: ReportedEvent<Int32>, _ directory: PartyDirectory) {
        func keys(_ participants: [EventParticipant], _ role: PartyMention.Role) -> Set<String> {
            Set(
                participants.enumerated().flatMap { place, participant in
                    Self.keys(participant, directory.party(role, of: event.id, place: place))
                })
        }
        actors = keys(event.actors, .actor)
        recipients = keys(event.recipients, .recipient)
        isMutual = [.consult, .agree, .cooperate].contains(event.type)
    }

    var all: Set<String> { actors.union(recipients) }

    /// Some party is shared, and no side that both name is without one. In talks and agreements the sides may change places.
    func agree(with other: EventParties) -> Bool {
        if isMutual {
            let shared = all.intersection(other.all).count
            return shared > 0 && shared >= min(2, all.count, other.all.count)
        }
        return Self.meet(actors, other.actors) && Self.meet(recipients, other.recipients)
            && !all.isDisjoint(with: other.all)
    }

    private static func meet(_ one: Set<String>, _ other: Set<String>) -> Bool {
        one.isEmpty || other.isEmpty || !one.isDisjoint(with: other)
    }

    private static func keys(_ participant: EventParticipant, _ party: Party?) -> [String] {
        let state = participant.actsForState ? (participant.country ?? party?.country) : nil
        guard participant.isNamed || state != nil else { return [] }
        let name = party?.id ?? participant.name?.lowercased()
        return [name, state].compactMap(\.self)
    }
}
