import DemarcheRecords

/// Finds positions on one act that cannot both hold: a party changes sides, two parties stand against each other, or one says of
/// another that it stands where that one says it does not.
///
/// Two positions are on one act only where their words name the same (``ProposedAct``), and the same party would do it. Conditions,
/// undecided stances and what is only alleged oppose nothing. Each opposition is told once: between the latest positions at the time at
/// which it begins, and again only when a side has changed.
struct OpposedStances {
    /// Talks come again and again: who declines one meeting is not against another.
    private static let recurring: Set<String> = ["talk"]

    private let directory: PartyDirectory

    init(_ directory: PartyDirectory) { self.directory = directory }

    /// Linear in the positions but for the square of the parties that speak of one act.
    func contradictions(_ concerns: [Concern]) -> [Contradiction] {
        let stands = concerns.compactMap { StatedStand($0, directory) }
        let byAct = Dictionary(grouping: stands.filter { $0.act.keys != Self.recurring }) { $0.act.keys.sorted() }
        return byAct.keys.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { key -> [Contradiction] in
            let sorted = (byAct[key] ?? []).sorted { ($0.date ?? "9999", $0.id) < ($1.date ?? "9999", $1.id) }
            return oppositions(sorted)
        }
    }

    /// Of each party, on each thing that it names, the latest stand is held against those of the others.
    private func oppositions(_ stands: [StatedStand]) -> [Contradiction] {
        var latest: [StatedStand.Key: StatedStand] = [:]
        var told: Set<Set<String>> = []
        var found: [Contradiction] = []
        for stand in stands {
            let opposed = latest.values.filter { $0.opposes(stand) }
                .sorted { ($1.date ?? "", $1.id) < ($0.date ?? "", $0.id) }
            for earlier in opposed where told.insert([earlier.side, stand.side]).inserted {
                found.append(contradiction(earlier, stand))
            }
            if latest[stand.key].map({ $0.isFor != stand.isFor }) == true {
                told = told.filter { !$0.contains(stand.side) }
            }
            latest[stand.key] = stand
        }
        return found
    }

    private func contradiction(_ earlier: StatedStand, _ later: StatedStand) -> Contradiction {
        Contradiction([earlier.id, later.id], date: later.date, why: "\(earlier.reason); \(later.reason)")
    }
}

/// A position for or against an act, with who takes it and who says so.
struct StatedStand {
    struct Key: Hashable {
        var party: String
        var teller: String?
        var names: Set<String>
    }

    let id: String
    let article: String
    let date: String?
    let act: ProposedAct
    let party: Party
    /// Who says that the party takes it, where that is somebody else.
    let teller: Party?
    /// Whether the party wants the act done.
    let isFor: Bool
    /// What the words may leave out, since the party is it.
    private let implied: Set<String>
    private let stance: Position.Stance
    private let words: String

    /// Nil where the position is neither for nor against, its party is not known or a crowd without a name, its words name no act,
    /// or others say that it is for an attack.
    init?(_ concern: Concern, _ directory: PartyDirectory) {
        guard let stance = concern.stance, let isFor = Self.isFor(stance), let act = concern.proposed,
            let party = directory.party(.party, of: concern.id)
        else { return nil }
        let isWanted = isFor != act.isNegated
        if isWanted, Self.isViolent(act), !Self.isOwn(concern, party, directory) { return nil }
        id = concern.id
        article = concern.article
        date = concern.date
        self.act = act
        self.party = party
        self.isFor = isWanted
        self.stance = stance
        words = concern.words
        implied = Set([party.country, FoldedName.of(party.name)].compactMap(\.self))
        teller = Self.teller(concern, party, directory)
    }

    /// Two tellers of one party's stand are two sides of it.
    var key: Key { Key(party: party.id, teller: teller?.id, names: act.names) }
    var side: String { "\(teller?.id ?? "")>\(party.id) \(isFor) \(act.names.sorted())" }

    /// `Graustark opposes “…” (1931-05-04)`, or `Norland says that Graustark …`.
    var reason: String {
        (teller.map { "\($0.name) says that " } ?? "") + "\(party.name) \(Self.verb(stance)) “\(words)”"
            + (date.map { " (\($0))" } ?? "")
    }

    /// Whether both cannot hold: of one party only where it says both itself on two days, or one is told by another.
    func opposes(_ other: StatedStand) -> Bool {
        guard isFor != other.isFor, article != other.article,
            isOneParty(other) || (teller == nil && other.teller == nil)
        else { return false }
        guard act.isSame(as: other.act, implied: implied, otherImplied: other.implied) else { return false }
        if isOneParty(other) {
            return (teller == nil) != (other.teller == nil) || teller == nil && date != nil && date != other.date
        }
        return wouldBeDoneByOne(with: other)
    }

    private func isOneParty(_ other: StatedStand) -> Bool { party.id == other.party.id }

    /// Whether the same party would do the act, as far as the words tell.
    private func wouldBeDoneByOne(with other: StatedStand) -> Bool {
        switch (act.agent, other.act.agent) {
        case (.named(let one)?, .named(let two)?): one == two
        case (.own?, .named(let name)?): implied.contains(name)
        case (.named(let name)?, .own?): other.implied.contains(name)
        case (.own?, _), (_, .own?): false
        default: true
        }
    }

    private static func isViolent(_ act: ProposedAct) -> Bool {
        act.keys.contains { ProposalWords.english.has($0, as: .violence) }
    }

    /// Whether the party, or one who speaks for its state, is known to say so.
    private static func isOwn(_ concern: Concern, _ party: Party, _ directory: PartyDirectory) -> Bool {
        guard let speaker = concern.statement.flatMap({ directory.party(.speaker, of: $0) }) else { return false }
        return speaker.id == party.id || teller(concern, party, directory) == nil
    }

    private static func teller(_ concern: Concern, _ party: Party, _ directory: PartyDirectory) -> Party? {
        guard let statement = concern.statement, let speaker = directory.party(.speaker, of: statement),
            speaker.id != party.id
        else { return nil }
        let states = [speaker.country, directory.party(.state, of: statement)?.country].compactMap(\.self)
        return party.country.map(states.contains) == true ? nil : speaker
    }

    /// Nil where a stance is neither for nor against.
    private static func isFor(_ stance: Position.Stance) -> Bool? {
        switch stance {
        case .proposes, .supports: true
        case .rulesOut, .opposes: false
        case .supportsIf, .undecided, .doesNotRuleOut, .denies: nil
        }
    }

    private static func verb(_ stance: Position.Stance) -> String {
        switch stance {
        case .proposes: "proposes"
        case .supports: "supports"
        case .rulesOut: "rules out"
        case .opposes: "opposes"
        case .supportsIf, .undecided, .doesNotRuleOut, .denies: "on"
        }
    }
}
