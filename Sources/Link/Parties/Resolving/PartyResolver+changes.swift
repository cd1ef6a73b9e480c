import DemarcheRecords

/// What an update makes different.
extension PartyResolver {
    /// Where the user has no edits.
    mutating func changes(_ added: [ArticleMentions]) throws(Memory.Failure) -> PartyChanges {
        var (before, after): ([Party], [Party]) = ([], [])
        var units = Set(touched.units.keys)
        for (key, old) in touched.parties {
            let new = try memory.party(key)
            if let old { before.append(old.party) }
            if let new { after.append(new.party) }
            guard old?.id != new?.id else { continue }
            units.formUnion(try memory.units(.party(key)))
            if let code = ResolvedMention.state(ofKey: key) { units.formUnion(try memory.units(.state(code))) }
        }
        var owners: [Int: RememberedUnit.Owner] = [:]
        for number in units {
            if let who = try memory.unit(number)?.who { owners[number] = try owner(who) }
        }
        return try changes(added, from: before, to: after, units, owners)
    }

    private func owner(_ who: ResolvedMention) throws(Memory.Failure) -> RememberedUnit.Owner? {
        guard let party = try memory.party(who.key)?.id else { return nil }
        guard let state = who.state else { return RememberedUnit.Owner(party: party) }
        return RememberedUnit.Owner(party: party, state: try memory.party(ResolvedMention.stateKey(state))?.id)
    }

    /// Where the user has edits, or had: from the parties of all units.
    mutating func changes(_ added: [ArticleMentions], _ edits: [PartyEdit]) throws(Memory.Failure) -> PartyChanges {
        var units: [(number: Int, mention: CountedMention)] = []
        let numbers = try memory.allUnits()
        for number in numbers {
            guard let unit = try memory.unit(number), let who = unit.who else { continue }
            units.append((number, CountedMention(who: who, tally: unit.tally)))
        }
        var drafts: [PartyDraft] = []
        for key in try memory.allParties() { if let party = try memory.party(key) { drafts.append(party.draft) } }
        var edited = EditedParties(drafts, units.sorted { $0.mention.tally.first < $1.mention.tally.first })
        for edit in edits { edited.apply(edit) }
        let (parties, owners) = edited.links()
        return try changes(added, from: memory.given(), to: parties, Set(numbers), owners)
    }

    /// - Parameters:
    ///   - before: parties that may be otherwise now, and
    ///   - after: how they are.
    ///   - units: those that may have other owners, which `owners` are.
    private mutating func changes(
        _ added: [ArticleMentions], from before: [Party], to after: [Party], _ units: Set<Int>,
        _ owners: [Int: RememberedUnit.Owner]
    ) throws(Memory.Failure) -> PartyChanges {
        let (old, new) = (Set(before), Set(after.map(\.id)))
        var changes = PartyChanges()
        changes.parties = after.filter { !old.contains($0) }.sorted { $0.id < $1.id }
        changes.gone = before.map(\.id).filter { !new.contains($0) }.sorted()
        var articles = Set(added.map(\.article))
        for number in units {
            guard var unit = try memory.unit(number), unit.owner != owners[number] else { continue }
            unit.owner = owners[number]
            try memory.set(unit, number)
            articles.formUnion(try memory.uses(ofUnit: number).map(\.article))
        }
        for article in articles { changes.mentions[article] = try mentions(in: article) }
        return changes
    }

    private func mentions(in article: String) throws(Memory.Failure) -> [PartyMention] {
        var mentions: [PartyMention] = []
        for use in try memory.uses(inArticle: article) {
            guard let owner = try memory.unit(use.unit)?.owner else { continue }
            mentions += use.places.flatMap { owner.mentions($0) }
        }
        return mentions.sorted { ($0.entry, $0.role.rawValue, $0.place) < ($1.entry, $1.role.rawValue, $1.place) }
    }
}

extension RememberedUnit.Owner {
    /// Who is mentioned at a place: the party, and the state for which it speaks.
    fileprivate func mentions(_ place: MentionPlace) -> [PartyMention] {
        let own = PartyMention(entry: place.entry, role: place.role, place: place.place, party: party)
        guard let state, [.speaker, .issuer, .party].contains(place.role) else { return [own] }
        return [own, PartyMention(entry: place.entry, role: .state, party: state)]
    }
}
