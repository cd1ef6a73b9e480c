import DemarcheRecords
import DemarcheSourceText

/// Finds statements that one party makes and another denies: *Ruritania denied that its fleet had sailed*, *rejected the claim that …*, or
/// the same said with a negation or by the opposite word, beside a statement of the other side that it is so.
///
/// Both must name the same act and the same parties (``ActWords``), where what the denier may leave out is itself, and be said within
/// ``days``; of what is said on a condition, asked or only feared nothing is told. Between two sides a matter is told once, where it
/// comes up first.
struct DeniedStatements: Sendable {
    /// How many days may lie between both.
    private static let days = 14
    /// What the verbs of statements do that deny, or that assert nothing: questions, demands, promises.
    private var acts: [String: Cue.Act] = [:]

    init() {}

    mutating func add(_ source: LinkSource) { add(Self.input(source)) }

    mutating func add(_ more: [UnassertedStatement]) { for one in more { acts[one.statement] = one.act } }

    /// The statements of an article whose verbs assert nothing, or deny.
    static func input(_ source: LinkSource) -> [UnassertedStatement] {
        source.findings.statements.compactMap { statement in
            guard let act = statement.cue?.act, !asserts(act) else { return nil }
            return UnassertedStatement(statement: statement.id, act: act)
        }
    }

    /// Linear in the statements but for those that name one act.
    func contradictions(_ stated: [StatedWords], _ directory: PartyDirectory) -> [Contradiction] {
        let denials = stated.compactMap { statement in
            Denial(statement, acts[statement.id]).flatMap { DenialBySomebody($0, directory) }
        }
        let index = Self.index(denials)
        var found: [Found] = []
        for statement in stated where statement.words.count <= Denial.most && acts[statement.id] == nil {
            let keys = Self.keys(of: statement)
            let near = keys.flatMap { index[$0] ?? [] }.filter { denials[$0].denial.act.keys.isSubset(of: keys) }
            guard !near.isEmpty, statement.polarity == .affirmed, let claim = ClaimedAct(statement, directory) else {
                continue
            }
            found += near.filter { claim.isDenied(by: denials[$0], within: Self.days) }
                .map { Found(claim: claim, denial: denials[$0]) }
        }
        return Self.first(found).map(\.contradiction)
    }

    /// The keys of near words of a statement's stems.
    private static func keys(of statement: StatedWords) -> Set<String> {
        Set(
            statement.words.compactMap { word in
                ProposalWords.english.opposite(of: word)?.key
                    ?? (word.utf8.count > 2 ? NearWords.english.key(of: word) : nil)
            })
    }

    /// Denials under the one of their keys that the fewest have.
    private static func index(_ denials: [DenialBySomebody]) -> [String: [Int]] {
        let counts = denials.flatMap(\.denial.act.keys).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        return denials.indices.reduce(into: [:]) { index, place in
            let key = denials[place].denial.act.keys.min { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
            if let key { index[key, default: []].append(place) }
        }
    }

    /// Of two sides and one matter the nearest in time, of these the first.
    private static func first(_ found: [Found]) -> [Found] {
        let sorted = found.sorted { $0.order.lexicographicallyPrecedes($1.order) }
        var told: Set<[String]> = []
        return sorted.filter { told.insert($0.matter).inserted }
    }

    private static func asserts(_ act: Cue.Act) -> Bool {
        switch act {
        case .state, .warn, .claim, .accuse, .confirm, .think: true
        case .deny, .reject, .ask, .demand, .request, .propose, .promise, .praise, .threaten, .agree: false
        }
    }

    private struct Found {
        let claim: ClaimedAct
        let denial: DenialBySomebody

        var matter: [String] {
            [claim.side, denial.side] + denial.denial.act.keys.sorted() + ["|"] + claim.act.names.sorted()
        }
        var order: [String] {
            let days = [claim.statement.day?.iso, denial.denial.statement.day?.iso].compactMap(\.self)
            return [days.max() ?? "9999", days.min() ?? "", claim.statement.id, denial.denial.statement.id]
        }
        var contradiction: Contradiction {
            Contradiction(
                [claim.statement.id, denial.denial.statement.id],
                date: denial.denial.statement.day?.iso ?? claim.statement.day?.iso,
                why: "\(claim.party.name) says “\(claim.statement.text)”\(Self.dated(claim.statement.day)); "
                    + "\(denial.party.name) \(denial.denial.isByCue ? "denies" : "says") “\(denial.denial.statement.text)”"
                    + Self.dated(denial.denial.statement.day))
        }

        private static func dated(_ day: CalendarDay?) -> String { day.map { " (\($0.iso))" } ?? "" }
    }
}

/// What the verb of a statement does that denies, or that asserts nothing.
struct UnassertedStatement: Hashable, Sendable {
    let statement: String
    let act: Cue.Act
}

/// A statement whose speaker denies something.
struct Denial: Sendable {
    let statement: StatedWords
    /// What is denied, taken as it would be if it were so.
    let act: ActWords
    /// Whether the verb denies, and not a negation in the words.
    let isByCue: Bool

    /// Nil for all statements that deny nothing, and for words that name no act.
    ///
    /// - Parameter act: what the verb does where it asserts nothing.
    init?(_ statement: StatedWords, _ act: Cue.Act?) {
        let words = ProposalWords.english
        let isByCue =
            act == .deny || act == .reject && statement.words.contains { words.has($0, as: .assertion) }
        guard statement.polarity == .affirmed, isByCue || act == nil, statement.words.count <= Self.most,
            isByCue || statement.words.contains(where: Self.negates),
            let matter = ActWords(ProposalPhrase.items(statement.text)),
            isByCue || matter.isNegated && matter.keys.count + matter.names.count > 2
        else { return nil }
        self.statement = statement
        self.act = matter
        self.isByCue = isByCue
    }

    /// Statements of more words say more than one thing.
    static let most = 30

    private static func negates(_ word: String) -> Bool {
        ["not", "never", "no", "nobody", "without"].contains(word) || word.hasSuffix("n't")
            || ProposalWords.english.opposite(of: word)?.isOpposite == true
    }
}

/// A denial whose speaker is known.
struct DenialBySomebody: Sendable {
    let denial: Denial
    let party: Party
    let side: String
    /// What the words may leave out, since the speaker is it.
    let implied: Set<String>

    init?(_ denial: Denial, _ directory: PartyDirectory) {
        guard let party = directory.party(.speaker, of: denial.statement.id) else { return nil }
        self.denial = denial
        self.party = party
        let state = directory.party(.state, of: denial.statement.id)
        side = state?.country ?? party.country ?? party.id
        implied = Set([party.country, state?.country, FoldedName.of(party.name)].compactMap(\.self))
    }
}

/// A statement that something is so, whose speaker is known.
struct ClaimedAct {
    let statement: StatedWords
    let party: Party
    let side: String
    let act: ActWords

    /// Nil for conditions and for what is only alleged by yet others.
    init?(_ statement: StatedWords, _ directory: PartyDirectory) {
        let words = ProposalWords.english
        guard let party = directory.party(.speaker, of: statement.id), Self.isClause(statement.words),
            !statement.words.contains(where: {
                words.has($0, as: .assertion) || words.has($0, as: .doubt) || $0 == "should"
            }),
            let act = ActWords(ProposalPhrase.items(statement.text))
        else { return nil }
        self.statement = statement
        self.party = party
        side = directory.party(.state, of: statement.id)?.country ?? party.country ?? party.id
        self.act = act
    }

    /// Whether the words say that something is so, and do not only name it, as in *warned of war*.
    private static func isClause(_ words: [String]) -> Bool {
        words.first == "that" || words.prefix(2).contains("of") || words.contains(where: finite.contains)
    }

    private static let finite: Set<String> = [
        "is", "are", "was", "were", "will", "would", "has", "have", "had", "may", "might", "could", "can", "did",
        "does",
        "do", "plans", "wants", "intends",
    ]

    /// Whether the denial is of this: by another side, close in time, and of the same act of the same parties.
    func isDenied(by other: DenialBySomebody, within days: Int) -> Bool {
        let denial = other.denial
        guard side != other.side, isClose(denial, within: days),
            denial.statement.article != statement.article || !denial.statement.span.overlaps(statement.span)
        else { return false }
        let isOpposite = denial.isByCue ? act.isNegated == denial.act.isNegated : !act.isNegated
        let names = denial.act.names.union(other.implied)
        return isOpposite && act.keys == denial.act.keys && act.names.isSubset(of: names)
            && denial.act.names.isSubset(of: act.names.union(other.implied))
            && (!act.names.isDisjoint(with: other.implied) || !act.names.isEmpty && act.names == denial.act.names)
    }

    private func isClose(_ denial: Denial, within days: Int) -> Bool {
        guard let one = statement.day, let other = denial.statement.day else {
            return statement.article == denial.statement.article
        }
        return abs(one.number - other.number) <= days
    }
}
