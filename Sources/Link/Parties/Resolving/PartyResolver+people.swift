import DemarcheRecords

/// Whom units stand for by their words, and people.
extension PartyResolver {
    /// Resolves all units whose words or names are touched, but for offices by their holders; gives why names are one person's, by
    /// the key of each person that was looked at.
    mutating func resolvePeople() throws(Memory.Failure) -> [String: [String]] {
        var why: [String: [String]] = [:]
        let (skeletons, others) = try reread()
        for skeleton in skeletons { why.merge(try resolveBucket(skeleton)) { $1 } }
        for number in others {
            guard let unit = try memory.unit(number) else { continue }
            let described = descriptions.read(unit.unit.who)
            if case .office = described.referent { continue }
            try settle(number, unit, ResolvedMention(described.referent, described, unit.unit.context))
        }
        return why
    }

    /// The skeletons of all units whose number has changed or whose names have other votes, and the units that have none.
    private mutating func reread() throws(Memory.Failure) -> (skeletons: Set<String>, others: [Int]) {
        var names: Set<String> = []
        var skeletons: Set<String> = []
        var others: [Int] = []
        for (number, before) in touched.units {
            guard let unit = try memory.unit(number) ?? before else { continue }
            let described = descriptions.read(unit.unit.who)
            names.formUnion(described.ballots.map(\.name))
            if let skeleton = described.skeleton { skeletons.insert(skeleton) } else { others.append(number) }
        }
        for name in names {
            for number in try memory.units(.name(name)) {
                guard let unit = try memory.unit(number) else { continue }
                let skeleton = descriptions.read(unit.unit.who).skeleton
                if let skeleton { skeletons.insert(skeleton) }
            }
        }
        return (skeletons, others)
    }

    /// Resolves the units whose surnames have one skeleton.
    private mutating func resolveBucket(_ skeleton: String) throws(Memory.Failure) -> [String: [String]] {
        var units: [Int: RememberedUnit] = [:]
        for number in try memory.units(.skeleton(skeleton)) { units[number] = try memory.unit(number) }
        let numbers = Dictionary(units.map { ($1.unit, $0) }) { first, _ in first }
        var sightings: [Sighting] = []
        for (number, unit) in units.sorted(by: { $0.value.tally.first < $1.value.tally.first }) {
            let described = descriptions.read(unit.unit.who)
            let referent = try memory.votes(on: described.folded ?? "").referent(described)
            if case .person(let name) = referent {
                sightings.append(sighting(number, unit, described, name, numbers))
            } else {
                try settle(number, unit, ResolvedMention(referent, described, unit.unit.context))
            }
        }
        return try settle(NameBucket(sightings).people(), skeleton, units)
    }

    private mutating func sighting(
        _ number: Int, _ unit: RememberedUnit, _ described: Described, _ name: PersonName,
        _ numbers: [MentionUnit: Int]
    ) -> Sighting {
        var sighting = Sighting(
            name: descriptions.compared(name), unit: number, tally: unit.tally, month: unit.unit.month,
            office: described.office)
        if case .names(let names) = unit.unit.context {
            sighting.beside = Set(names.compactMap { numbers[MentionUnit(who: $0, month: unit.unit.month)] })
        }
        return sighting
    }

    private mutating func settle(
        _ people: [NameBucket.Person], _ skeleton: String, _ units: [Int: RememberedUnit]
    ) throws(Memory.Failure) -> [String: [String]] {
        var why: [String: [String]] = [:]
        var seen: [String: Int] = [:]
        for person in people {
            let name = person.name
            let folded = FoldedName.of(name)
            seen[folded, default: 0] += 1
            let key = "person:\(folded):\(skeleton):\(seen[folded] ?? 1)"
            why[key] = Set(person.why).sorted()
            let states = StatesSpokenFor(person)
            for sighting in person.sightings {
                guard let unit = units[sighting.unit] else { continue }
                var mention = ResolvedMention(person: descriptions.read(unit.unit.who), key, named: name)
                mention.state = states.state(sighting)
                try settle(sighting.unit, unit, mention)
            }
        }
        return why
    }

    /// Keeps whom a unit stands for.
    ///
    /// - Parameter unit: as it is remembered.
    mutating func settle(_ number: Int, _ unit: RememberedUnit, _ who: ResolvedMention?) throws(Memory.Failure) {
        var (unit, who) = (unit, who)
        who?.sector = unit.unit.who.sector
        guard unit.who != who else { return }
        touched.note(unit, number)
        unit.who = who
        try memory.set(unit, number)
    }
}
