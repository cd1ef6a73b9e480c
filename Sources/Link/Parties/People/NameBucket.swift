import DemarcheRecords

/// Resolves the people whose surnames have one skeleton. What comes out is a function of the bucket's sightings alone, in
/// the order of their first places; its cost grows with the square of the different full names in the bucket, and linearly with the sightings.
struct NameBucket: Sendable {
    /// A person with why their names were taken for one.
    struct Person: Sendable {
        var sightings: [Sighting]
        var why: [String]

        /// The commonest full name, those with an office counted twice; of equally common ones the longest, then the first in the
        /// order of letters.
        var name: String {
            var counts: [String: Int] = [:]
            for sighting in sightings {
                counts[sighting.name.name.shown, default: 0] += sighting.count * (sighting.office == nil ? 1 : 2)
            }
            let full = counts.filter { $0.key.contains(" ") }
            let best = (full.isEmpty ? counts : full).max {
                ($0.value, $0.key.utf8.count, $1.key) < ($1.value, $1.key.utf8.count, $0.key)
            }
            return best?.key ?? ""
        }
    }

    private let forms: [PersonForm]
    private let bare: [Sighting]

    init(_ sightings: [Sighting]) {
        let full = Dictionary(grouping: sightings.filter { !$0.name.name.given.isEmpty }) { $0.name.name.folded }
        forms = full.keys.sorted().flatMap { folded in
            let own = full[folded] ?? []
            return own.first.map { first in Namesakes.split(own).map { PersonForm($0, name: first.name) } } ?? []
        }
        bare = sightings.filter { $0.name.name.given.isEmpty }
    }

    func people() -> [Person] {
        var groups = merged()
        attachSurnames(&groups)
        return groups
    }

    // MARK: Full names

    private struct Pair {
        var one: Int
        var other: Int
        var agreement: NameAgreement
    }

    /// The forms of each person, the surest agreements first.
    private func merged() -> [Person] {
        var groups = Groups(forms.count)
        for pair in pairs() {
            let (one, other) = (groups.members(of: pair.one), groups.members(of: pair.other))
            guard groups.root(pair.one) != groups.root(pair.other), agree(one, other),
                let reason = reason(pair, in: groups)
            else { continue }
            groups.join(pair.one, pair.other, reason)
        }
        return groups.all.map { members, why in
            Person(sightings: members.flatMap { forms[$0].sightings }, why: why)
        }
    }

    private func pairs() -> [Pair] {
        var pairs: [Pair] = []
        for one in forms.indices {
            for other in forms.indices.dropFirst(one + 1) {
                guard let agreement = forms[one].name.agreement(forms[other].name) else { continue }
                pairs.append(Pair(one: one, other: other, agreement: agreement))
            }
        }
        return pairs.sorted { ($0.agreement, $0.one, $0.other) < ($1.agreement, $1.one, $1.other) }
    }

    /// Whether every name of one person can be every name of the other, and nothing keeps them apart.
    private func agree(_ one: [Int], _ other: [Int]) -> Bool {
        one.allSatisfy { first in
            other.allSatisfy { second in
                !forms[first].conflicts(forms[second])
                    && (forms[first].name == forms[second].name
                        || forms[first].name.agreement(forms[second].name) != nil)
            }
        }
    }

    /// Why two names are one person's; nil where the names alone do not do, and nothing else speaks for it.
    private func reason(_ pair: Pair, in groups: Groups) -> String? {
        let (one, other) = (forms[pair.one], forms[pair.other])
        if one.name == other.name { return nil }
        let names = "“\(one.name.name.shown)” and “\(other.name.name.shown)” \(pair.agreement.reason)"
        let shared = one.shared(other, pair.agreement)
        if let shared { return "\(names), and \(shared)." }
        if pair.agreement == .close { return nil }
        if pair.agreement == .initial, one.name.name.surname != other.name.name.surname { return nil }
        guard isOnly(pair.one, for: pair.other, groups), isOnly(pair.other, for: pair.one, groups) else { return nil }
        return "\(names)."
    }

    /// Whether everybody who may be meant by `form` can be one person with `candidate`.
    private func isOnly(_ candidate: Int, for form: Int, _ groups: Groups) -> Bool {
        forms.indices.allSatisfy { other in
            other == form || other == candidate || groups.root(other) == groups.root(candidate)
                || groups.root(other) == groups.root(form)
                || forms[other].name.agreement(forms[form].name) == nil || forms[other].conflicts(forms[form])
                || forms[other].name.agreement(forms[candidate].name) != nil
                    && !forms[other].conflicts(forms[candidate])
        }
    }

    // MARK: Surnames alone

    /// How many times as often as all others somebody must be named to be meant by a surname alone.
    private static let dominance = 10
    /// An article's only bearer of a surname is meant by it alone unless somebody else is named more than so many times as often.
    private static let nearness = 3
    /// So many months before and after somebody is named in full a surname alone can mean them.
    private static let reach = 13

    private func attachSurnames(_ people: inout [Person]) {
        let known = people.indices.map { (facts: Facts(people[$0]), person: $0) }
        var alone: [String: [Sighting]] = [:]
        for sighting in bare {
            let able = known.filter { $0.facts.mayBe(sighting, within: Self.reach) }
            if let meant = meant(sighting, able.map { ($0.facts, $0.person) }) {
                people[meant.person].sightings.append(sighting)
                people[meant.person].why.append("“\(sighting.name.name.shown)” alone: \(meant.why).")
            } else {
                alone[sighting.name.name.folded, default: []].append(sighting)
            }
        }
        people += alone.keys.sorted().flatMap { Namesakes.split(alone[$0] ?? []) }.map {
            Person(sightings: $0, why: [])
        }
    }

    private func meant(_ sighting: Sighting, _ able: [(facts: Facts, person: Int)]) -> (person: Int, why: String)? {
        let alike = able.filter { $0.facts.shares(sighting) }
        if let first = alike.max(by: { $0.facts.count < $1.facts.count }),
            first.facts.count >= Self.dominance * (alike.map(\.facts.count).reduce(0, +) - first.facts.count)
        {
            return (first.person, "the same office is given to hardly anybody else of this surname")
        }
        guard let most = able.map(\.facts.count).max(), let place = able.firstIndex(where: { $0.facts.count == most })
        else { return nil }
        let here = able.filter { !$0.facts.units.isDisjoint(with: sighting.beside) }
        if here.count == 1, here[0].facts.count * Self.nearness >= most {
            return (here[0].person, "the article names nobody else of this surname")
        }
        guard able[place].facts.isOfSeveralArticles, !NameTables.shared.isGiven(sighting.name.name.surname) else {
            return nil
        }
        if able.count == 1 { return (able[0].person, "at that time the articles name nobody else of this surname") }
        let others = able.map(\.facts.count).reduce(0, +) - most
        guard here.isEmpty, most >= Self.dominance * others else { return nil }
        return (able[place].person, "the articles hardly name anybody else of this surname")
    }

    /// What decides whether a surname alone can mean somebody.
    private struct Facts {
        let keys: Set<String>
        let surnames: Set<String>
        let units: Set<Int>
        let isOfSeveralArticles: Bool
        let countries: Set<String>
        let signatures: Set<String>
        let months: ClosedRange<Int>?
        let count: Int

        init(_ person: Person) {
            keys = Set(person.sightings.map(\.name.key))
            surnames = Set(person.sightings.map(\.name.name.surname))
            units = Set(person.sightings.map(\.unit))
            isOfSeveralArticles =
                person.sightings.dropFirst().reduce(into: person.sightings.first?.tally) {
                    $0?.add($1.tally)
                }?.isOfSeveralArticles ?? false
            countries = Set(person.sightings.compactMap(\.country))
            signatures = Set(person.sightings.compactMap(\.signature))
            let numbers = person.sightings.compactMap(\.month?.number)
            months = numbers.min().flatMap { first in numbers.max().map { first...$0 } }
            count = person.sightings.map(\.count).reduce(0, +)
        }

        func shares(_ sighting: Sighting) -> Bool { sighting.signature.map(signatures.contains) ?? false }

        func mayBe(_ sighting: Sighting, within reach: Int) -> Bool {
            let isShort = sighting.name.key.utf8.count < 5
            guard isShort ? surnames.contains(sighting.name.name.surname) : keys.contains(sighting.name.key) else {
                return false
            }
            if let country = sighting.country, !countries.isEmpty,
                !countries.contains(where: { StateTable.shared.agree($0, country) })
            {
                return false
            }
            guard let month = sighting.month?.number, let months else { return true }
            return month >= months.lowerBound - reach && month <= months.upperBound + reach
        }
    }
}

/// Disjoint sets of numbers with the reasons for their unions (Tarjan 1975), small enough to keep their members.
struct Groups: Sendable {
    private var parent: [Int]
    private var lists: [[Int]]
    private var reasons: [[String]]

    init(_ count: Int) {
        parent = Array(0..<count)
        lists = (0..<count).map { [$0] }
        reasons = Array(repeating: [], count: count)
    }

    func root(_ member: Int) -> Int {
        var member = member
        while parent[member] != member { member = parent[member] }
        return member
    }

    func members(of member: Int) -> [Int] { lists[root(member)] }

    /// The smaller number stays the root.
    mutating func join(_ one: Int, _ other: Int, _ reason: String) {
        let (first, second) = (min(root(one), root(other)), max(root(one), root(other)))
        guard first != second else { return }
        parent[second] = first
        lists[first] = (lists[first] + lists[second]).sorted()
        reasons[first] += reasons[second] + [reason]
        (lists[second], reasons[second]) = ([], [])
    }

    /// Each set with its reasons, by its smallest member.
    var all: [(members: [Int], why: [String])] {
        parent.indices.filter { parent[$0] == $0 }.map { (lists[$0], reasons[$0]) }
    }
}
