import DemarcheRecords
import DemarcheSourceText

/// The act that the words of a statement name, and whether they say that it is so or that it is not, as ``DeniedStatements`` compares it.
struct StatedAct: Hashable, Sendable {
    enum Denial: Hashable, Sendable {
        /// The verb denies.
        case byCue
        /// The words have a negation, or the second of two opposites.
        case byWords
    }

    /// Taken as it would be if it were so, where the verb denies.
    let words: ActWords
    let denial: Denial?
    /// Whether they say that something is so, without condition, question, demand or doubt.
    let isClaim: Bool

    init(words: ActWords, denial: Denial?, isClaim: Bool) {
        (self.words, self.denial, self.isClaim) = (words, denial, isClaim)
    }

    /// Nil for statements that neither claim nor deny, for those of more than one thing, and for words that name no act.
    ///
    /// - Parameter words: those of the content in lower case.
    init?(_ statement: ReportedStatement, _ text: String, _ words: [String]) {
        guard statement.polarity == .affirmed, words.count <= Self.most else { return nil }
        let act = statement.cue?.act
        let isAsserted = (act.map(Self.asserts) ?? true) && !Self.supposes(words)
        let isDenied = act == .deny || act == .reject && words.contains(where: Self.isAssertion)
        let isClaim = isAsserted && Self.isClause(words) && !words.contains(where: Self.isDoubt)
        let mayDeny = isDenied || isAsserted && !Self.isTold(words) && words.contains(where: Self.negates)
        guard isClaim || mayDeny, let named = ActWords(ProposalPhrase.items(text)) else { return nil }
        let negates = mayDeny && named.isNegated && named.keys.count + named.names.count > 2
        let denial: Denial? = isDenied ? .byCue : negates ? .byWords : nil
        guard isClaim || denial != nil else { return nil }
        self.init(words: named, denial: denial, isClaim: isClaim)
    }

    /// Statements of more words say more than one thing.
    private static let most = 30

    private static func asserts(_ act: Cue.Act) -> Bool {
        switch act {
        case .state, .warn, .claim, .accuse, .confirm, .think: true
        case .deny, .reject, .ask, .demand, .request, .propose, .promise, .praise, .threaten, .agree: false
        }
    }

    private static func isAssertion(_ word: String) -> Bool { ProposalWords.english.has(word, as: .assertion) }

    private static func isDoubt(_ word: String) -> Bool {
        isAssertion(word) || ProposalWords.english.has(word, as: .doubt) || word == "should"
    }

    private static func negates(_ word: String) -> Bool {
        ["not", "never", "no", "nobody", "without"].contains(word) || word.hasSuffix("n't")
            || ProposalWords.english.opposite(of: word)?.isOpposite == true
    }

    /// Whether the words only suppose something: *in the event of an attack*.
    private static func supposes(_ words: [String]) -> Bool {
        [["in", "the", "event"], ["in", "case"]].contains { !words.ranges(of: $0).isEmpty }
    }

    /// Whether somebody is told not to do something, as in *warned Graustark not to attack*, which does not say that he will not.
    private static func isTold(_ words: [String]) -> Bool {
        !words.ranges(of: ["not", "to"]).isEmpty && !isClause(words)
    }

    /// Whether the words say that something is so, and do not only name it, as in *warned of war*.
    private static func isClause(_ words: [String]) -> Bool {
        words.first == "that" || words.prefix(2).contains("of") || words.contains(where: finite.contains)
    }

    private static let finite: Set<String> = [
        "is", "are", "was", "were", "will", "would", "has", "have", "had", "may", "might", "could", "can", "did",
        "does", "do", "plans", "wants", "intends",
    ]
}
