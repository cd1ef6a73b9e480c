package import DemarcheRecords

/// What resolving parties remembers, as long as the program runs.
package struct PartiesInMemory: PartyMemory {
    private var units: [Int: RememberedUnit] = [:]
    private var last = 0
    private var numbers: [MentionUnit: Int] = [:]
    private var byKey: [UnitKey: Set<Int>] = [:]
    private var usesOfUnits: [Int: [String: UnitUse]] = [:]
    private var unitsInArticles: [String: [Int]] = [:]
    private var votes: [String: NameVotes] = [:]
    private var parties: [String: RememberedParty] = [:]
    private var plainly: [String: Set<String>] = [:]
    private var called: [String: Set<String>] = [:]
    private var applied: [PartyEdit] = []
    private var lastGiven: [String: Party] = [:]

    package init() {}

    // MARK: Units

    package func number(of unit: MentionUnit) -> Int? { numbers[unit] }
    package func unit(_ number: Int) -> RememberedUnit? { units[number] }
    package func units(_ key: UnitKey) -> [Int] { byKey[key].map(Array.init) ?? [] }
    package func allUnits() -> [Int] { Array(units.keys) }

    package mutating func add(_ unit: RememberedUnit) -> Int {
        last += 1
        numbers[unit.unit] = last
        set(unit, last)
        return last
    }

    package mutating func set(_ unit: RememberedUnit, _ number: Int) {
        let (old, new) = (units[number]?.keys ?? [], unit.keys)
        if old != new {
            for key in old where !new.contains(key) { byKey.remove(number, key) }
            for key in new where !old.contains(key) { byKey[key, default: []].insert(number) }
        }
        units[number] = unit
    }

    package mutating func removeUnit(_ number: Int) {
        guard let unit = units.removeValue(forKey: number) else { return }
        numbers[unit.unit] = nil
        for key in unit.keys { byKey.remove(number, key) }
    }

    // MARK: Uses

    package func uses(ofUnit number: Int) -> [UnitUse] { usesOfUnits[number].map { Array($0.values) } ?? [] }

    package func uses(inArticle article: String) -> [UnitUse] {
        (unitsInArticles[article] ?? []).compactMap { usesOfUnits[$0]?[article] }
    }

    package mutating func setUses(_ uses: [UnitUse], inArticle article: String) {
        for number in unitsInArticles[article] ?? [] {
            usesOfUnits[number]?[article] = nil
            if usesOfUnits[number]?.isEmpty == true { usesOfUnits[number] = nil }
        }
        unitsInArticles[article] = uses.isEmpty ? nil : uses.map(\.unit)
        for use in uses { usesOfUnits[use.unit, default: [:]][article] = use }
    }

    // MARK: Names

    package func votes(on name: String) -> NameVotes { votes[name] ?? NameVotes() }

    package mutating func setVotes(_ votes: NameVotes, on name: String) {
        self.votes[name] = votes == NameVotes() ? nil : votes
    }

    // MARK: Parties

    package func party(_ key: String) -> RememberedParty? { parties[key] }
    package func parties(plainly name: String) -> [String] { plainly[name].map(Array.init) ?? [] }
    package func parties(called name: String) -> [String] { called[name].map(Array.init) ?? [] }
    package func allParties() -> [String] { Array(parties.keys) }

    package mutating func setParty(_ party: RememberedParty?, _ key: String) {
        if let old = parties[key] {
            plainly.remove(key, old.draft.folded)
            called.remove(key, old.folded)
        }
        parties[key] = party
        guard let party else { return }
        plainly[party.draft.folded, default: []].insert(key)
        called[party.folded, default: []].insert(key)
    }

    // MARK: What was given last

    package func edits() -> [PartyEdit] { applied }
    package func given() -> [Party] { Array(lastGiven.values) }

    package mutating func give(_ parties: [Party], gone: [String], edits: [PartyEdit]) {
        applied = edits
        for id in gone { lastGiven[id] = nil }
        for party in parties { lastGiven[party.id] = party }
    }
}

extension PartiesInMemory {
    /// Puts all of it into a memory that has nothing.
    package func copy<Other: PartyMemory>(to other: inout Other) throws(Other.Failure) {
        var numbers: [Int: Int] = [:]
        for (number, unit) in units.sorted(by: { $0.key < $1.key }) { numbers[number] = try other.add(unit) }
        for article in unitsInArticles.keys.sorted() {
            let uses = uses(inArticle: article).compactMap { use in
                numbers[use.unit].map { UnitUse(unit: $0, tally: use.tally, places: use.places) }
            }
            try other.setUses(uses, inArticle: article)
        }
        for name in votes.keys.sorted() { try other.setVotes(votes(on: name), on: name) }
        for key in parties.keys.sorted() { try other.setParty(party(key), key) }
    }
}

extension Dictionary {
    /// Takes a member from the set of a key, and the set when it is empty.
    fileprivate mutating func remove<Member>(_ member: Member, _ key: Key) where Value == Set<Member> {
        self[key]?.remove(member)
        if self[key]?.isEmpty == true { self[key] = nil }
    }
}
