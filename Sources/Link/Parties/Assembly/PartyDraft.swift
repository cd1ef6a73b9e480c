import DemarcheRecords

/// A party as far as its own mentions tell: without the name that keeps it apart from others.
package struct PartyDraft: Hashable, Sendable, Codable {
    package let key: String
    /// The name that it has if nobody else has it, and this folded.
    package let plain: String
    package let folded: String
    /// The name that a table or the user gives it.
    let fixedName: String?
    /// One that stands for a state or body of the tables, which keeps its name.
    let isOfTable: Bool
    let spellings: [String]
    let kind: Speaker.Kind?
    let country: String?
    let sector: String?
    let offices: [Party.Office]
    /// Why its names were taken for one party's, in the order of letters.
    let why: [String]
    /// The same with why mentions without a name are of it.
    private let reasons: [String]

    /// - Parameters:
    ///   - mentions: in the order of their first places; at least one.
    ///   - fixedName: where the user gave one.
    init(key: String, _ mentions: [CountedMention], why: [String], fixedName: String? = nil) {
        let fixedName = fixedName ?? mentions.lazy.compactMap(\.who.fixedName).first
        let name = fixedName ?? mentions.commonest(\.name) ?? ""
        self.fixedName = fixedName
        let written = Dictionary(grouping: mentions, by: \.who.folded).values.compactMap { $0.commonest(\.name) }
        self.key = key
        (self.plain, folded) = (name, FoldedName.of(name))
        isOfTable = mentions.contains { $0.who.key.hasPrefix("state:") || $0.who.key.hasPrefix("body:") }
        spellings = written.sorted()
        kind = mentions.commonest(\.kind?.rawValue).flatMap(Speaker.Kind.init)
        (country, sector) = (mentions.commonest(\.country), mentions.commonest(\.sector))
        offices = OfficeTerms.of(mentions)
        self.why = Set(why).sorted()
        reasons = Set(why + mentions.compactMap(\.who.why) + Self.unnamed(mentions)).sorted()
    }

    /// A state that nobody mentions by name, though somebody speaks for it.
    init(spokenFor code: String) {
        key = ResolvedMention.stateKey(code)
        plain = StateTable.shared.name(of: code) ?? code
        (folded, fixedName) = (FoldedName.of(plain), plain)
        (isOfTable, kind, country, sector) = (true, .state, code, nil)
        (spellings, offices, why, reasons) = ([], [], [], [])
    }

    func party(named name: String) -> Party {
        Party(
            key: FoldedName.of(name), name: name, aliases: spellings.filter { $0 != name }, kind: kind,
            country: country, sector: sector, offices: offices, why: reasons)
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

/// A party as it is remembered: with the name that no other has.
package struct RememberedParty: Hashable, Sendable, Codable {
    package let draft: PartyDraft
    package private(set) var name: String
    package private(set) var folded: String
    package private(set) var id: String

    init(_ draft: PartyDraft, named name: String) {
        self.draft = draft
        self.name = name
        folded = FoldedName.of(name)
        id = Party(key: folded, name: name).id
    }

    var party: Party { draft.party(named: name) }
}
