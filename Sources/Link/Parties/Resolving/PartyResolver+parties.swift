import DemarcheRecords
import HeapModule

/// Parties of units, and the names that keep them apart.
extension PartyResolver {
    // MARK: Parties

    /// Makes the parties of touched units anew.
    ///
    /// - Parameter why: reasons for taking names for one person's, by the key of each that was looked at.
    mutating func assemble(_ why: [String: [String]]) throws(Memory.Failure) {
        for key in try touchedParties(why) {
            let old = try memory.party(key)
            let draft = try draft(key, why[key] ?? old?.draft.why ?? [])
            guard draft != old?.draft else { continue }
            touched.note(old, key)
            let keeps = draft.map { $0.folded == old?.draft.folded } ?? false
            let party = draft.map { RememberedParty($0, named: keeps ? old?.name ?? $0.plain : $0.plain) }
            try memory.setParty(party, key)
        }
    }

    private func touchedParties(_ why: [String: [String]]) throws(Memory.Failure) -> Set<String> {
        var keys: Set<String> = []
        for (number, before) in touched.units {
            let after = try memory.unit(number)
            for who in [before?.who, after?.who] {
                if let who { keys.insert(who.key) }
                if let state = who?.state { keys.insert(ResolvedMention.stateKey(state)) }
            }
        }
        for (key, why) in why where !keys.contains(key) {
            if try memory.party(key)?.draft.why != why { keys.insert(key) }
        }
        return keys
    }

    /// Nil where no unit is of the party, and nobody speaks for it as a state.
    private func draft(_ key: String, _ why: [String]) throws(Memory.Failure) -> PartyDraft? {
        let mentions = try mentions(.party(key))
        if !mentions.isEmpty { return PartyDraft(key: key, mentions, why: why) }
        guard let code = ResolvedMention.state(ofKey: key), try !memory.units(.state(code)).isEmpty else { return nil }
        return PartyDraft(spokenFor: code)
    }

    /// In the order of their first places.
    private func mentions(_ key: UnitKey) throws(Memory.Failure) -> [CountedMention] {
        var mentions: [CountedMention] = []
        for number in try memory.units(key) {
            guard let unit = try memory.unit(number), let who = unit.who else { continue }
            mentions.append(CountedMention(who: who, tally: unit.tally))
        }
        return mentions.sorted { $0.tally.first < $1.tally.first }
    }

    // MARK: Names

    /// Names the parties anew that would have the name of a touched one, in the order of these names: what is in brackets hangs on
    /// parties named before, and a name given or freed touches those behind that may want it.
    mutating func namePartiesApart() throws(Memory.Failure) {
        var waiting = Heap(try touchedNames())
        var last: String?
        while let name = waiting.popMin() {
            if name == last { continue }
            last = name
            for changed in try nameApart(name) {
                for rival in PartyNames.rivals(of: changed) where rival > name { waiting.insert(rival) }
            }
        }
    }

    /// The plain names of touched parties, and those that wanted what is theirs.
    private func touchedNames() throws(Memory.Failure) -> Set<String> {
        var names: Set<String> = []
        for (key, before) in touched.parties {
            let after = try memory.party(key)
            for name in [before?.draft.folded, after?.draft.folded].compactMap(\.self) { names.insert(name) }
            guard before?.draft.folded != after?.draft.folded else { continue }
            let taken = [before?.folded, before?.draft.folded, after?.folded]
            for name in taken.compactMap(\.self) { names.formUnion(PartyNames.rivals(of: name)) }
        }
        return names
    }

    /// Names the parties whose plain name this is; gives the names that are given or freed by it.
    private mutating func nameApart(_ plain: String) throws(Memory.Failure) -> [String] {
        var group: [RememberedParty] = []
        for key in try memory.parties(plainly: plain).sorted() {
            if let party = try memory.party(key) { group.append(party) }
        }
        let names = try PartyNames.of(group.map(\.draft)) { (name) throws(Memory.Failure) in
            try isTaken(name, before: plain)
        }
        var changed: [String] = []
        for (party, name) in zip(group, names) where party.name != name {
            let named = RememberedParty(party.draft, named: name)
            changed += [party.folded, named.folded]
            touched.note(party, party.draft.key)
            try memory.setParty(named, party.draft.key)
        }
        return changed
    }

    /// Whether a name is some party's plain one, or was given to one before those with the plain name.
    private func isTaken(_ name: String, before plain: String) throws(Memory.Failure) -> Bool {
        if try !memory.parties(plainly: name).isEmpty { return true }
        for key in try memory.parties(called: name) {
            if let other = try memory.party(key), other.draft.folded < plain { return true }
        }
        return false
    }
}
