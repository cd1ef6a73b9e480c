import DemarcheRecords

/// Resolves units of mentions: first each by its own words, then people among those whose surnames are alike, then offices by
/// who holds them.
struct PartyResolver {
    private let units: [MentionUnit]
    private let tallies: [MentionTally]
    private var descriptions: Descriptions
    private var votes = NameVotes()
    /// Whom each unit stands for, after names are voted on.
    private var referents: [Referent] = []
    private var people: [NameBucket.Person] = []
    /// The person of a unit.
    private var persons: [Int: Int] = [:]
    private var holders = OfficeHolders()
    private var states = StatesSpokenFor()

    init(_ counted: CountedUnits) {
        (units, tallies, descriptions) = (counted.units, counted.tallies, counted.descriptions)
        let described = units.map { descriptions.read($0.who) }
        for (described, tally) in zip(described, tallies) { votes.add(described, tally.count) }
        referents = described.map(votes.referent)
        gatherPeople(counted)
    }

    // MARK: People

    private mutating func gatherPeople(_ counted: CountedUnits) {
        var buckets: [String: [Sighting]] = [:]
        for number in units.indices {
            guard let (skeleton, sighting) = sighting(number, counted) else { continue }
            buckets[skeleton, default: []].append(sighting)
        }
        for skeleton in buckets.keys.sorted() { people += NameBucket(buckets[skeleton] ?? []).people() }
        for (person, found) in people.enumerated() {
            for sighting in found.sightings {
                persons[sighting.unit] = person
                holders.add(sighting, of: person)
                states.add(sighting, of: person)
            }
        }
    }

    /// Nil where a unit is of no person by name.
    private mutating func sighting(_ number: Int, _ counted: CountedUnits) -> (skeleton: String, Sighting)? {
        guard case .person(let name) = referents[number] else { return nil }
        let (unit, described) = (units[number], descriptions.read(units[number].who))
        let sighting = Sighting(
            name: descriptions.compared(name), unit: number, tally: tallies[number], month: unit.month,
            office: described.office, beside: counted.beside(unit))
        return described.skeleton.map { ($0, sighting) }
    }

    // MARK: Resolving

    /// Each unit, nil where it cannot be told who is meant, with why names that differ are one person's, by the key of the party.
    mutating func resolved() -> (mentions: [ResolvedMention?], why: [String: [String]]) {
        let names = people.map(Self.name)
        let keys = Self.keys(names, people)
        let resolved = units.indices.map { resolve($0, names, keys) }
        let why = zip(keys, people).map { ($0, $1.why) }
        return (resolved, Dictionary(why, uniquingKeysWith: +))
    }

    /// The commonest full name of a person, those with an office counted twice; of equally common ones the longest, then the first
    /// in the order of letters.
    private static func name(_ person: NameBucket.Person) -> String {
        var counts: [String: Int] = [:]
        for sighting in person.sightings {
            counts[sighting.name.name.shown, default: 0] += sighting.count * (sighting.office == nil ? 1 : 2)
        }
        let full = counts.filter { $0.key.contains(" ") }
        let best = (full.isEmpty ? counts : full).max {
            ($0.value, $0.key.utf8.count, $1.key) < ($1.value, $1.key.utf8.count, $0.key)
        }
        return best?.key ?? ""
    }

    /// The names, numbered where several people have the same.
    private static func keys(_ names: [String], _ people: [NameBucket.Person]) -> [String] {
        var seen: [String: Int] = [:]
        return names.map { name in
            let folded = FoldedName.of(name)
            seen[folded, default: 0] += 1
            return "person:\(folded):\(seen[folded] ?? 1)"
        }
    }

    private mutating func resolve(_ number: Int, _ names: [String], _ keys: [String]) -> ResolvedMention? {
        let (unit, described) = (units[number], descriptions.read(units[number].who))
        var mention = ResolvedMention(referents[number], described, unit.context)
        switch referents[number] {
        case .person:
            guard let person = persons[number] else { return nil }
            mention?.key = keys[person]
            mention?.fixedName = names[person]
            mention?.state = state(person, described.office, unit.month)
        case .office(let office, _): mention = holder(office, unit, names, keys) ?? mention
        case .state, .body, .ministry, .name, .source, .nobody: break
        }
        mention?.sector = unit.who.sector
        return mention
    }

    /// The state of the office that the article gives; where it gives none, or one without a country, that of other articles of
    /// the time. An office that is past or not one of state speaks for none.
    private func state(_ person: Int, _ office: OfficeReading?, _ month: Month?) -> String? {
        if let office, office.isOfState { return office.isFormer ? nil : office.country }
        if let office, office.country != nil || office.isFormer || office.role == nil { return nil }
        return states.state(of: person, in: month)
    }

    private func holder(
        _ office: OfficeReading, _ unit: MentionUnit, _ names: [String], _ keys: [String]
    ) -> ResolvedMention? {
        guard let person = holders.holder(of: office, in: unit.month) else { return nil }
        var mention = ResolvedMention(
            key: keys[person], name: names[person], fixedName: names[person], kind: .person, country: office.country)
        mention.state = office.isOfState ? office.country : nil
        mention.unnamedAs = unit.who.shown
        return mention
    }
}
