import DemarcheAnnotate
import DemarcheRecords

/// Tells threats, warnings and offers apart: who would do what follows, and whether it is welcome.
///
/// A party that says what it would do itself threatens, or offers when the deed is welcome and not refused; whatever others
/// or nobody would do is a warning. A penalty for whoever does not comply is a threat.
struct WarningKind {
    private let clauses: Clauses
    private var tree: Tree { clauses.tree }
    private static let words = WarningWords.english

    init(_ clauses: Clauses) { self.clauses = clauses }

    func kind(of draft: WarningDraft, by isSpoken: Bool) -> Warning.Kind {
        if draft.isPenalty { return .threat }
        let deed = tree.lemma(draft.consequence.head)
        let isRefused = tree.has(draft.consequence.head, .neg)
        guard isDeed(draft.consequence) else {
            return Self.words.has(deed, .welcome) && !isRefused && draft.force.force == .precondition
                ? .offer : .warning
        }
        return Self.words.has(deed, .welcome) && !isRefused && !draft.isDemand ? .offer : .threat
    }

    /// Whether a party does it by its own will.
    private func isDeed(_ part: WarningDraft.Part) -> Bool {
        guard let agent = part.agent else { return !clauses.isPassive(part.head) }
        guard tree.isVerb(part.head),
            !["face", "suffer", "lose", "become", "be", "see", "risk"].contains(tree.lemma(part.head))
        else { return false }
        if clauses.isPassive(part.head) { return false }
        return [.person, .body].contains(clauses.agency(agent))
    }
}
