import DemarcheRecords

/// Makes parties of resolved mentions, as the user's edits have them.
struct PartyAssembly {
    /// All mentions of one party under one name: what an edit can move.
    private struct NamedParty: Hashable {
        var key: String
        var name: String
    }

    private struct Draft {
        var names: [NamedParty]
        /// The name that the user or a table gives it.
        var fixedName: String?
        var why: [String]
    }

    private let mentions: [CountedMention]
    private let byName: [NamedParty: [Int]]
    private var drafts: [Draft]

    /// - Parameters:
    ///   - mentions: in the order of their first places.
    ///   - why: reasons for taking names for one party, by its key.
    init(_ mentions: [CountedMention], _ why: [String: [String]]) {
        self.mentions = mentions
        byName = Dictionary(grouping: mentions.indices) {
            NamedParty(key: mentions[$0].who.key, name: mentions[$0].who.folded)
        }
        let names = Dictionary(grouping: byName.keys, by: \.key).mapValues { $0.sorted { $0.name < $1.name } }
        var fixed: [String: String] = [:]
        for mention in mentions { fixed[mention.who.key] = fixed[mention.who.key] ?? mention.who.fixedName }
        drafts = names.keys.sorted().map { Draft(names: names[$0] ?? [], fixedName: fixed[$0], why: why[$0] ?? []) }
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
        drafts[first].names += drafts[second].names
        drafts[first].why += drafts[second].why + ["You merged “\(names[second])” into “\(names[first])”."]
        drafts[second].names = []
    }

    private mutating func split(_ name: String, from party: Int) {
        let folded = FoldedName.of(name)
        let leaving = drafts[party].names.filter { $0.name == folded }
        guard !leaving.isEmpty, leaving.count < drafts[party].names.count else { return }
        drafts[party].names.removeAll { $0.name == folded }
        drafts[party].why.removeAll { $0.contains("“\(name)”") }
        drafts.append(Draft(names: leaving, fixedName: name, why: ["You split “\(name)” off."]))
    }

    /// The party with this name; else the only one with this alias.
    private func draft(_ name: String, _ names: [String]) -> Int? {
        let folded = FoldedName.of(name)
        let live = drafts.indices.filter { !drafts[$0].names.isEmpty }
        if let named = live.first(where: { FoldedName.of(names[$0]) == folded }) { return named }
        let aliased = live.filter { drafts[$0].names.contains { $0.name == folded } }
        return aliased.count == 1 ? aliased[0] : nil
    }

    // MARK: Names

    /// The name of each party: no two have the same. Where two would, the state, an office or a number is added in brackets.
    private func partyNames() -> [String] {
        let plain = drafts.map { $0.fixedName ?? mentions(of: $0).commonest(\.name) ?? "" }
        let groups = Dictionary(grouping: plain.indices.filter { !drafts[$0].names.isEmpty }) {
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
        drafts[draft].names.contains { $0.key.hasPrefix("state:") || $0.key.hasPrefix("body:") }
    }

    private func qualifier(_ draft: Int, _ others: [Int]) -> String? {
        let own = facts(draft)
        if let country = own.country, others.allSatisfy({ $0 == draft || facts($0).country != country }) {
            return StateTable.shared.name(of: country) ?? country
        }
        guard let kind = own.kind, others.allSatisfy({ $0 == draft || facts($0).kind != kind }) else { return nil }
        return kind.rawValue
    }

    /// In the order of their first places.
    private func mentions(of draft: Draft) -> [CountedMention] {
        draft.names.flatMap { byName[$0] ?? [] }.sorted().map { mentions[$0] }
    }

    private func facts(_ draft: Int) -> (country: String?, kind: Speaker.Kind?, sector: String?) {
        let own = mentions(of: drafts[draft])
        let kind = own.commonest(\.kind?.rawValue).flatMap(Speaker.Kind.init)
        return (own.commonest(\.country), kind, own.commonest(\.sector))
    }

    // MARK: Links

    /// The parties in the order of their ids, and for each of the mentions the ids of its party and of the state for which they speak.
    func links() -> (parties: [Party], owners: [(party: String, state: String?)]) {
        let names = partyNames()
        var parties: [Party] = []
        var stateIDs: [String: String] = [:]
        var owners = [String](repeating: "", count: mentions.count)
        for (index, draft) in drafts.enumerated() where !draft.names.isEmpty {
            let party = party(draft, index, named: names[index])
            parties.append(party)
            for name in draft.names {
                for mention in byName[name] ?? [] { owners[mention] = party.id }
                if name.key.hasPrefix("state:") { stateIDs[name.key] = party.id }
            }
        }
        parties += missingStates(&stateIDs)
        let states = mentions.map { $0.who.state.flatMap { stateIDs[ResolvedMention.stateKey($0)] } }
        return (parties.sorted { $0.id < $1.id }, zip(owners, states).map { ($0, $1) })
    }

    /// States that nobody mentions by name, though somebody speaks for them.
    private func missingStates(_ ids: inout [String: String]) -> [Party] {
        Set(mentions.compactMap(\.who.state)).sorted().compactMap { code in
            guard ids[ResolvedMention.stateKey(code)] == nil else { return nil }
            let name = StateTable.shared.name(of: code) ?? code
            let party = Party(key: FoldedName.of(name), name: name, kind: .state, country: code)
            ids[ResolvedMention.stateKey(code)] = party.id
            return party
        }
    }

    private func party(_ draft: Draft, _ index: Int, named name: String) -> Party {
        let own = mentions(of: draft)
        let (country, kind, sector) = facts(index)
        let written = Dictionary(grouping: own, by: \.who.folded).values.compactMap { $0.commonest(\.name) }
        return Party(
            key: FoldedName.of(name), name: name, aliases: written.filter { $0 != name }.sorted(), kind: kind,
            country: country, sector: sector, offices: OfficeTerms.of(own),
            why: Set(draft.why + own.compactMap(\.who.why) + Self.unnamed(own)).sorted())
    }

    /// Why offices without a name are somebody's, with the three commonest wordings.
    private static func unnamed(_ mentions: [CountedMention]) -> [String] {
        let order = mentions.counts(\.unnamedAs).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        guard !order.isEmpty else { return [] }
        let shown = order.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
        let more = order.count > 3 ? " and \(order.count - 3) more" : ""
        return ["\(shown)\(more) without a name: articles of about that date give the office to nobody else."]
    }
}
