import DemarcheRecords
import DemarcheSourceText

/// A position or warning with what it concerns.
struct Concern: Hashable, Sendable {
    enum Entry: Hashable, Sendable {
        case position(Position.Stance, isConditional: Bool)
        /// - isWorded: whether words about the consequence say how firm it is; *warned of sanctions* does not.
        case warning(Warning.Force, isWorded: Bool)
    }

    var id: String
    var article: String
    /// The statement that carries it.
    var statement: String?
    var words: String
    /// Whoever takes the position or warns, by the name in the article.
    var name: String?
    var date: String?
    /// Where the words stand.
    var span: TextSpan
    var part: Series.Point.Part
    /// What the words of a warning name, trigger and consequence.
    var matter: Set<String>
    /// What the words of a warning name as consequence.
    var consequence: Set<String>
    var act: ConcernedAct
    /// What a position proposes; nil for warnings and where the words do not tell.
    var proposed: ProposedAct?
    var entry: Entry

    init(_ position: Position, date: String?, part: Series.Point.Part) {
        id = position.id
        article = position.article
        statement = position.statement
        words = position.proposal.evidence.exact
        name = position.party.shownName
        self.date = date
        self.part = part
        span = position.proposal.evidence.span
        (matter, consequence) = ([], [])
        act = ConcernedAct(position.proposal)
        proposed = ProposedAct(position)
        entry = .position(position.stance, isConditional: position.condition != nil)
    }

    init(_ warning: Warning, date: String?, part: Series.Point.Part) {
        id = warning.id
        article = warning.article
        statement = warning.statement
        words = warning.trigger.evidence.exact
        name = warning.issuer?.shownName
        self.date = date
        self.part = part
        span = warning.trigger.evidence.span
        let near = NearWords.english
        matter = Set(near.keys(of: warning.trigger.evidence.exact + " " + warning.consequence.evidence.exact))
        consequence = Set(near.keys(of: warning.consequence.evidence.exact))
        act = ConcernedAct(warning.trigger)
        let isWorded = !warning.forceWords.isEmpty && warning.rule != "WarnedOf"
        entry = .warning(warning.force, isWorded: isWorded)
    }

    var force: Warning.Force? {
        if case .warning(let force, _) = entry { return force }
        return nil
    }

    var isWorded: Bool {
        if case .warning(_, true) = entry { return true }
        return false
    }

    /// The stance where nothing is made a condition.
    var stance: Position.Stance? {
        if case .position(let stance, false) = entry { return stance }
        return nil
    }
}
