import DemarcheAnnotate
import DemarcheRecords

/// A threat to whoever does something: `threatens to cut off ports that admit the fleet`, `vowed to punish anyone who
/// trades with them`.
///
/// The consequence is the deed that is threatened, the trigger the relative clause without its pronoun, when that is in the present
/// and says nothing of certain known parties (no comma in front).
struct ThreatenedGroup: WarningConstruction {
    static let name = "ThreatenedGroup"

    func drafts(at index: Int, in clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        guard tree.isVerb(index), isThreat(index, clauses), let relative = relative(index, tree) else { return [] }
        let noun = tree.heads[relative]
        let pronoun = tree.child(relative, .nsubj).map { $0 + 1 } ?? relative
        let end = clauses.clauseEnd(relative, max(tree.subtree(relative).upperBound, relative + 1))
        guard let trigger = clauses.tidy(from: pronoun, to: end),
            let consequence = clauses.tidy(from: index, to: max(index + 1, tree.subtree(relative).lowerBound))
        else { return [] }
        return [
            WarningDraft(
                rule: Self.name, trigger: .init(words: trigger, head: relative, agent: noun),
                consequence: .init(words: consequence, head: index, agent: nil),
                force: ForceReading(.certain, [tree.heads[index]]), issuer: clauses.source(of: tree.heads[index]),
                isPenalty: true)
        ]
    }

    private func isThreat(_ verb: Int, _ clauses: Clauses) -> Bool {
        let tree = clauses.tree
        let head = tree.heads[verb]
        return head < verb && tree.relations[verb] == .xcomp && ["threaten", "vow"].contains(tree.lemma(head))
            && !clauses.isNegated(head)
    }

    private func relative(_ verb: Int, _ tree: Tree) -> Int? {
        (verb + 1..<max(verb + 1, tree.subtree(verb).upperBound)).first { index in
            guard tree.relations[index] == .relcl, ["VBP", "VBZ", "VB"].contains(tree.tag(index)),
                let subject = tree.child(index, .nsubj)
            else { return false }
            let noun = tree.heads[index]
            return ["who", "that", "which"].contains(tree.lower(subject)) && tree.words(subject - 1) != ","
                && (["NNS", "NNPS"].contains(tree.tag(noun))
                    || ["any", "anyone", "those", "anybody", "whoever"].contains(tree.lower(noun))
                    || tree.child(noun, .det).map { tree.lower($0) == "any" } ?? false)
        }
    }
}
