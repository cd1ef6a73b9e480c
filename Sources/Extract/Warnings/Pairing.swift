import DemarcheAnnotate
import DemarcheRecords

/// Brings a subordinate condition and the clause it hangs on together: the spans of both, and the force of the pair.
struct Pairing {
    var rule: String
    /// The first word of the conjunction, with *only* before it.
    var marker: Int
    var conjunction: Int
    /// The head of the condition.
    var clause: Int
    var governor: Int
    /// *Only*, where it ties the consequence to this condition alone.
    var only: Int?
    var conjoins = "if"
    /// The words of the condition with its conjunction, where the tree does not tell.
    var given: Range<Int>?
    var clauses: Clauses
    private static let words = WarningWords.english
    private var tree: Tree { clauses.tree }

    func draft() -> WarningDraft? {
        let condition = condition
        guard let consequence = Consequence(head: governor, marker: marker, condition: condition, in: clauses),
            let force = force(consequence), start < condition.upperBound,
            let trigger = clauses.tidy(from: start, to: condition.upperBound),
            let words = words(consequence, condition), !isNature(consequence), !isBare(trigger), !isIdle(consequence)
        else { return nil }
        var draft = WarningDraft(
            rule: rule, trigger: .init(words: trigger, head: clause, agent: tree.child(clause, .nsubj)),
            consequence: .init(words: words, head: consequence.root, agent: consequence.subject), force: force)
        draft.isDemand = ["unless", "until", "till"].contains(conjoins)
        return draft
    }

    /// `If the wind turns, the fog will lift`: nobody does either.
    private func isNature(_ consequence: Consequence) -> Bool {
        [tree.child(clause, .nsubj), consequence.subject].allSatisfy {
            $0.map { Self.words.has(tree.lemma($0), .natural) } ?? false
        }
    }

    /// `if that happens`, `if we have to`: what is meant stands elsewhere.
    private func isBare(_ trigger: Range<Int>) -> Bool {
        let subject = tree.child(clause, .nsubj) ?? tree.child(clause, .nsubjpass)
        guard trigger.count <= 3, subject.map({ tree.classes[$0] == .pronoun }) ?? false else { return false }
        let isLight = Self.words.has(tree.lemma(clause), .bareCondition) || tree.lower(trigger.upperBound - 1) == "to"
        return isLight || trigger.count == 2 && ["be", "do", "have"].contains(tree.lemma(clause))
    }

    /// `we would prefer it if`, `you can go home if you pay`: a wish, or advice to anybody.
    private func isIdle(_ consequence: Consequence) -> Bool {
        if Self.words.has(tree.lemma(consequence.root), .idle) { return true }
        let isAnybody = [consequence.subject, tree.child(clause, .nsubj)].allSatisfy {
            $0.map { tree.lower($0) == "you" } ?? false
        }
        return isAnybody && consequence.auxiliaries.contains { ["can", "could", "may"].contains(tree.lower($0)) }
    }

    /// The condition from its conjunction on; it ends at a comma where what follows from it begins.
    private var condition: Range<Int> {
        if let given { return given }
        let end = max(tree.subtree(clause).upperBound, clause + 1)
        return Range(from: marker, to: clauses.clauseEnd(clause, end))
    }

    /// Behind the conjunction; *that* belongs to it in `provided that`.
    private var start: Int {
        conjunction + 1 < tree.indices.upperBound && tree.lower(conjunction + 1) == "that" && conjoins != "if"
            ? conjunction + 2 : conjunction + 1
    }

    private func words(_ consequence: Consequence, _ condition: Range<Int>) -> Range<Int>? {
        if consequence.root < marker {
            return clauses.tidy(consequence.range(endingAt: clauses.clauseEnd(consequence.root, marker)))
        }
        let end = clauses.clauseEnd(consequence.root, tree.subtree(consequence.top).upperBound, keepsJoined: false)
        return clauses.tidy(consequence.range(endingAt: end, from: condition.upperBound))
    }

    /// `will not negotiate`, `there will be no talks`, `no aid will reach them`.
    private func isDealing(_ consequence: Consequence) -> Bool {
        let named = [consequence.root, tree.child(consequence.top, .attr) ?? consequence.top]
        return named.contains {
            Self.words.has(tree.lemma($0), .dealing) || Self.words.has(tree.lemma($0), .good)
        }
    }

    /// *When*, *once* and *until* tie only as preconditions.
    private func force(_ consequence: Consequence) -> ForceReading? {
        let isRefused = consequence.isNegated
        let isDealing = isDealing(consequence)
        switch conjoins {
        case "until", "till":
            return isRefused && isDealing ? ForceReading(.precondition, [conjunction]) : nil
        case "once", "when", "after":
            return only.map { ForceReading(.precondition, [$0]) }
        case "unless" where isRefused && isDealing:
            return ForceReading(.precondition, [conjunction])
        default:
            if let only { return ForceReading(.precondition, [only]) }
            let reading = ForceReading(consequence.forceRange, in: tree)
            guard reading.words.isEmpty, let commitment = consequence.commitment else { return reading }
            return ForceReading(reading.force, [commitment])
        }
    }
}
