import DemarcheRecords

/// Parties as the user's edits have them. An edit speaks of names, and hangs on those of all parties.
struct EditedParties {
    /// All mentions of one party under one name: what an edit can move.
    private struct NamedParty: Hashable {
        var key: String
        var name: String
    }

    private struct Edited {
        var names: [NamedParty]
        var draft: PartyDraft
    }

    private let units: [NamedParty: [(number: Int, mention: CountedMention)]]
    /// In the order of their keys, those split off behind.
    private var parties: [Edited]

    /// - Parameter units: those that are resolved with their numbers, in the order of their first places.
    init(_ drafts: [PartyDraft], _ units: [(number: Int, mention: CountedMention)]) {
        self.units = Dictionary(grouping: units) {
            NamedParty(key: $0.mention.who.key, name: $0.mention.who.folded)
        }
        let names = Dictionary(grouping: self.units.keys, by: \.key)
        parties = drafts.sorted { $0.key < $1.key }.map { draft in
            Edited(names: (names[draft.key] ?? []).sorted { $0.name < $1.name }, draft: draft)
        }
    }

    /// Does what the user said, where its names are those of parties; an edit whose names no longer fit changes nothing.
    mutating func apply(_ edit: PartyEdit) {
        let names = names()
        guard edit.parties.count == 2, let first = party(edit.parties[0], names) else { return }
        switch edit.kind {
        case .merge:
            guard let second = party(edit.parties[1], names), second != first else { return }
            merge(second, into: first, names)
        case .split: split(edit.parties[1], from: first)
        }
    }

    private mutating func merge(_ second: Int, into first: Int, _ names: [String]) {
        let (one, other) = (parties[first], parties[second])
        let why = one.draft.why + other.draft.why + ["You merged “\(names[second])” into “\(names[first])”."]
        parties[first] = edited(one.draft.key, one.names + other.names, why, fixedName: names[first])
        parties.remove(at: second)
    }

    private mutating func split(_ name: String, from index: Int) {
        let (folded, party) = (FoldedName.of(name), parties[index])
        let leaving = party.names.filter { $0.name == folded }
        let staying = party.names.filter { $0.name != folded }
        guard !leaving.isEmpty, !staying.isEmpty else { return }
        let why = party.draft.why.filter { !$0.contains("“\(name)”") }
        parties[index] = edited(party.draft.key, staying, why, fixedName: party.draft.fixedName)
        parties.append(edited(party.draft.key, leaving, ["You split “\(name)” off."], fixedName: name))
    }

    private func edited(_ key: String, _ names: [NamedParty], _ why: [String], fixedName: String?) -> Edited {
        let mentions = names.flatMap { units[$0] ?? [] }.map(\.mention).sorted { $0.tally.first < $1.tally.first }
        return Edited(names: names, draft: PartyDraft(key: key, mentions, why: why, fixedName: fixedName))
    }

    /// The party with this name; else the only one with this alias. One that nobody mentions is none.
    private func party(_ name: String, _ names: [String]) -> Int? {
        let folded = FoldedName.of(name)
        let live = parties.indices.filter { !parties[$0].names.isEmpty }
        if let named = live.first(where: { FoldedName.of(names[$0]) == folded }) { return named }
        let aliased = live.filter { parties[$0].names.contains { $0.name == folded } }
        return aliased.count == 1 ? aliased[0] : nil
    }

    /// The name of each party, those that would be first in the order of letters first.
    private func names() -> [String] {
        let groups = Dictionary(grouping: parties.indices) { parties[$0].draft.folded }
        var names = parties.map(\.draft.plain)
        var taken = Set(groups.keys)
        for name in groups.keys.sorted() {
            let group = groups[name] ?? []
            for (index, name) in zip(group, PartyNames.of(group.map { parties[$0].draft }, isTaken: taken.contains)) {
                names[index] = name
                taken.insert(FoldedName.of(name))
            }
        }
        return names
    }

    /// The parties, and whose each unit is.
    func links() -> (parties: [Party], owners: [Int: RememberedUnit.Owner]) {
        let made = zip(parties, names()).map { (edited: $0, party: $0.draft.party(named: $1)) }
        var states: [String: String] = [:]
        for (edited, party) in made {
            for key in edited.names.map(\.key) + [edited.draft.key] where states[key] == nil { states[key] = party.id }
        }
        var owners: [Int: RememberedUnit.Owner] = [:]
        for (edited, party) in made {
            for (number, mention) in edited.names.flatMap({ units[$0] ?? [] }) {
                let state = mention.who.state.flatMap { states[ResolvedMention.stateKey($0)] }
                owners[number] = RememberedUnit.Owner(party: party.id, state: state)
            }
        }
        return (made.map(\.party), owners)
    }
}
