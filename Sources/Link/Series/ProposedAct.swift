import DemarcheRecords

/// What a position's words propose, as far as they tell it without a parse: which act, to or with whom, by whom, and whether that it
/// be done or that it be not.
///
/// *stop sending arms to Ruritania* has the keys of *supply* and *weapon* and the name RURITANIA, and is negated. Nil is given, so that nothing is
/// held against it, where the words make no act of their own: conditions, assertions (*the invasion hysteria*), what is only alleged, and
/// what an undoing word stands in the middle of.
struct ProposedAct: Sendable, Hashable {
    /// Who would do it.
    enum Agent: Sendable, Hashable {
        /// Whoever takes the position.
        case own
        /// A state's code, a body's folded name, or else the word that stands for somebody.
        case named(String)
    }

    /// Keys of near words (``NearWords``), without names and words that name no act.
    var keys: Set<String>
    /// States by code, bodies and others by folded name.
    var names: Set<String>
    var agent: Agent?
    /// Whether the words ask that the act not be done.
    var isNegated: Bool

    init?(_ position: Position) {
        let words = ProposalWords.english
        guard let phrase = ProposalPhrase(position), !Self.isAlleged(position, phrase, words),
            let matter = ActWords(phrase.matter, without: phrase.isStanceInside ? Self.negations : [])
        else { return nil }
        keys = matter.keys
        isNegated = matter.isNegated
        agent = phrase.agent
        names = matter.names
        names.subtract(agentName)
    }

    private static let negations: Set<String> = ["not", "n't", "never", "no"]

    /// Whether it is only said to be so: by an assertion's word in the proposal or close to it, or on a condition.
    private static func isAlleged(_ position: Position, _ phrase: ProposalPhrase, _ words: ProposalWords) -> Bool {
        let inside = ContentWords.words(position.proposal.evidence.exact)
        let around = ContentWords.words(phrase.before)
        return inside.contains { words.has($0, as: .assertion) || ["if", "unless", "whether"].contains($0) }
            || around.contains { words.has($0, as: .assertion) || words.has($0, as: .doubt) }
            || ContentWords.words(phrase.beforeStance).contains { words.has($0, as: .asking) }
    }

    /// Whether two acts are one: the same keys, and the same names but for those that the other side implies, its agent and who
    /// takes the position.
    func isSame(as other: ProposedAct, implied: Set<String>, otherImplied: Set<String>) -> Bool {
        guard keys == other.keys, !names.isEmpty || !other.names.isEmpty || keys.count > 1 else { return false }
        if names == other.names { return true }
        return names.isSubset(of: other.names.union(otherImplied).union(other.agentName))
            && other.names.isSubset(of: names.union(implied).union(agentName))
    }

    private var agentName: Set<String> {
        if case .named(let name) = agent { [name] } else { [] }
    }
}
