import DemarcheRecords

/// Makes parties of resolved mentions, as the user's edits have them.
struct PartyAssembly {
    /// All mentions of one party under one name: what an edit can move.
    private struct Unit: Hashable {
        var key: String
        var name: String
    }

    private struct Draft {
        var units: [Unit]
        /// The name that the user or a table gives it.
        var fixedName: String?
        var why: [String]
    }

    private let mentions: [ResolvedMention]
    private let byUnit: [Unit: [Int]]
    private var drafts: [Draft]

    /// - Parameter why: reasons for taking names for one party, by its key.
    init(_ mentions: [ResolvedMention], _ why: [String: [String]]) {
        self.mentions = mentions
        byUnit = Dictionary(grouping: mentions.indices) {
            Unit(key: mentions[$0].key, name: mentions[$0].folded)
        }
        let units = Dictionary(grouping: byUnit.keys, by: \.key).mapValues { $0.sorted { $0.name < $1.name } }
        var fixed: [String: String] = [:]
        for mention in mentions { fixed[mention.key] = fixed[mention.key] ?? mention.fixedName }
        drafts = units.keys.sorted().map { Draft(units: units[$0] ?? [], fixedName: fixed[$0], why: why[$0] ?? []) }
    }

    // MARK: Edits

    /// Does what the user said, where its names are those of parties; an edit whose names no longer fit changes nothing.
    mutating func apply(_ edit: PartyEdit) {
        let names = partyNames()
        guard edit.parties.count == 2, let first = draft(edit.parties[0], names) else { return }
        switch edit.kind {
        case .merge:
            guard let second = draft(edit.parties[1], names), second != first else { return }
            merge(second, into: first, names)
        case .split: split(edit.parties[1], from: first)
        }
    }

    private mutating func merge(_ second: Int, into first: Int, _ names: [String]) {
        drafts[first].fixedName = names[first]
        drafts[first].units += drafts[second].units
        drafts[first].why += drafts[second].why + ["You merged “\(names[second])” into “\(names[first])”."]
        drafts[second].units = []
    }

    private mutating func split(_ name: String, from party: Int) {
        let folded = FoldedName.of(name)
        let leaving = drafts[party].units.filter { $0.name == folded }
        guard !leaving.isEmpty, leaving.count < drafts[party].units.count else { return }
        drafts[party].units.removeAll { $0.name == folded }
        drafts[party].why.removeAll { $0.contains("“\(name)”") }
        drafts.append(Draft(units: leaving, fixedName: name, why: ["You split “\(name)” off."]))
    }

    /// The party with this name; else the only one with this alias.
    private func draft(_ name: String, _ names: [String]) -> Int? {
        let folded = FoldedName.of(name)
        let live = drafts.indices.filter { !drafts[$0].units.isEmpty }
        if let named = live.first(where: { FoldedName.of(names[$0]) == folded }) { return named }
        let aliased = live.filter { drafts[$0].units.contains { $0.name == folded } }
        return aliased.count == 1 ? aliased[0] : nil
    }

    // MARK: Names

    /// The name of each party: no two have the same. Where two would, the state, an office or a number is added in brackets.
    private func partyNames() -> [String] {
        let plain = drafts.map { $0.fixedName ?? Self.commonest($0.units.flatMap(spellings)) ?? "" }
        let groups = Dictionary(grouping: plain.indices.filter { !drafts[$0].units.isEmpty }) {
            FoldedName.of(plain[$0])
        }
        var names = plain
        var taken = Set(groups.keys)
        for name in groups.keys.sorted() {
            let group = groups[name] ?? []
            let keeper = group.first(where: isOfTable) ?? (group.count == 1 ? group[0] : nil)
            for index in group where index != keeper {
                names[index] = Self.free(plain[index], qualifier(index, group), taken)
                taken.insert(FoldedName.of(names[index]))
            }
        }
        return names
    }

    /// The name with the qualifier, or else with the first number, that nobody else has.
    private static func free(_ name: String, _ qualifier: String?, _ taken: Set<String>) -> String {
        if let qualified = qualifier.map({ "\(name) (\($0))" }), !taken.contains(FoldedName.of(qualified)) {
            return qualified
        }
        var number = 1
        while taken.contains(FoldedName.of("\(name) (\(number))")) { number += 1 }
        return "\(name) (\(number))"
    }

    /// States and bodies of the tables keep their names.
    private func isOfTable(_ draft: Int) -> Bool {
        drafts[draft].units.contains { $0.key.hasPrefix("state:") || $0.key.hasPrefix("body:") }
    }

    private func qualifier(_ draft: Int, _ others: [Int]) -> String? {
        let own = facts(draft)
        if let country = own.country, others.allSatisfy({ $0 == draft || facts($0).country != country }) {
            return StateTable.shared.name(of: country) ?? country
        }
        guard let kind = own.kind, others.allSatisfy({ $0 == draft || facts($0).kind != kind }) else { return nil }
        return kind.rawValue
    }

    private func spellings(_ unit: Unit) -> [String] { (byUnit[unit] ?? []).map { mentions[$0].name } }

    private func facts(_ draft: Int) -> (country: String?, kind: Speaker.Kind?, sector: String?) {
        let own = drafts[draft].units.flatMap { byUnit[$0] ?? [] }.map { mentions[$0] }
        return (
            Self.commonest(own.compactMap(\.country)),
            Self.commonest(own.compactMap { $0.kind?.rawValue })
                .flatMap(Speaker.Kind.init), Self.commonest(own.compactMap(\.sector))
        )
    }

    /// The commonest kind; a state that is in no table must be one in more than half of the mentions.
    private static func kind(_ mentions: [ResolvedMention]) -> Speaker.Kind? {
        let kinds = mentions.compactMap(\.kind)
        guard let kind = commonest(kinds.map(\.rawValue)).flatMap(Speaker.Kind.init) else { return nil }
        let isKnown = kind != .state || mentions.contains { $0.key.hasPrefix("state:") }
        return isKnown || kinds.count { $0 == kind } * 2 > mentions.count ? kind : nil
    }

    /// Of equally common ones the first in the order of letters.
    private static func commonest(_ values: [String]) -> String? {
        var counts: [String: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    // MARK: Links

    func links() -> ([Party], [PartyMention]) {
        let names = partyNames()
        var parties: [Party] = []
        var stateIDs: [String: String] = [:]
        var owner: [Int: String] = [:]
        for (index, draft) in drafts.enumerated() where !draft.units.isEmpty {
            let party = party(draft, index, named: names[index])
            parties.append(party)
            for unit in draft.units {
                for mention in byUnit[unit] ?? [] { owner[mention] = party.id }
                if unit.key.hasPrefix("state:") { stateIDs[unit.key] = party.id }
            }
        }
        parties += missingStates(&stateIDs)
        return (parties.sorted { $0.id < $1.id }, placed(owner, stateIDs))
    }

    /// States that nobody mentions by name, though somebody speaks for them.
    private func missingStates(_ ids: inout [String: String]) -> [Party] {
        Set(mentions.compactMap(\.state)).sorted().compactMap { code in
            guard ids[ResolvedMention.stateKey(code)] == nil else { return nil }
            let name = StateTable.shared.name(of: code) ?? code
            let party = Party(key: FoldedName.of(name), name: name, kind: .state, country: code)
            ids[ResolvedMention.stateKey(code)] = party.id
            return party
        }
    }

    private func party(_ draft: Draft, _ index: Int, named name: String) -> Party {
        let own = draft.units.flatMap { byUnit[$0] ?? [] }.sorted().map { mentions[$0] }
        let (country, kind, sector) = facts(index)
        let written = Dictionary(grouping: own, by: \.folded).values.compactMap { Self.commonest($0.map(\.name)) }
        return Party(
            key: FoldedName.of(name), name: name, aliases: written.filter { $0 != name }.sorted(), kind: kind,
            country: country, sector: sector, offices: OfficeTerms.of(own),
            why: Set(draft.why + own.compactMap(\.why) + Self.unnamed(own)).sorted())
    }

    /// Why offices without a name are somebody's, with the three commonest wordings.
    private static func unnamed(_ mentions: [ResolvedMention]) -> [String] {
        var counts: [String: Int] = [:]
        for mention in mentions { if let words = mention.unnamedAs { counts[words, default: 0] += 1 } }
        let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        guard !order.isEmpty else { return [] }
        let shown = order.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
        let more = order.count > 3 ? " and \(order.count - 3) more" : ""
        return ["\(shown)\(more) without a name: articles of about that date give the office to nobody else."]
    }

    private func placed(_ owner: [Int: String], _ stateIDs: [String: String]) -> [PartyMention] {
        var all: [PartyMention] = []
        for (number, mention) in mentions.enumerated() {
            guard let party = owner[number] else { continue }
            let state = mention.state.flatMap { stateIDs[ResolvedMention.stateKey($0)] }
            for place in mention.places {
                all.append(PartyMention(entry: place.entry, role: place.role, place: place.place, party: party))
                if let state, [.speaker, .issuer, .party].contains(place.role) {
                    all.append(PartyMention(entry: place.entry, role: .state, party: state))
                }
            }
        }
        return all.sorted { ($0.entry, $0.role.rawValue, $0.place) < ($1.entry, $1.role.rawValue, $1.place) }
    }
}
