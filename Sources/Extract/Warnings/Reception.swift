import DemarcheAnnotate
import DemarcheRecords

/// How an act would be taken: `any attempt to seize the isle will be met with force`, `a blockade would be treated as an act
/// of war`, `whoever crosses the line will be shot`.
///
/// The trigger is the subject of the passive, the consequence the passive with what it is met with or treated as. The
/// subject has *any*, *such*, *further* or a relative clause, or is an act. A subject that names whoever does something
/// (*anyone who*, *those who*, *countries that*) gives a trigger whatever the verb says.
struct Reception: WarningConstruction {
    static let name = "Reception"
    private static let words = WarningWords.english

    func drafts(at index: Int, in clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        guard tree.isVerb(index), tree.relations[index] != .relcl,
            let subject = tree.children(index).last(where: {
                [.nsubj, .nsubjpass, .csubj, .csubjpass].contains(tree.relations[$0]) && $0 < index
            }),
            let modal = tree.children(index).first(where: { tree.relations[$0] == .aux && tree.tag($0) == "MD" }),
            ["will", "would", "shall", "could", "may", "might", "'ll", "can"].contains(tree.lower(modal)),
            !tree.has(index, .neg),
            isReceived(index, subject, clauses) || isWhoever(index, subject, clauses)
        else { return [] }
        let end = clauses.clauseEnd(index, tree.subtree(index).upperBound, keepsJoined: false)
        let start = clauses.verbGroup(index)
        guard let trigger = clauses.tidy(tree.subtree(subject)), let consequence = clauses.tidy(from: start, to: end)
        else {
            return []
        }
        return [
            WarningDraft(
                rule: Self.name, trigger: .init(words: trigger, head: subject, agent: nil),
                consequence: .init(words: consequence, head: index, agent: nil),
                force: ForceReading(Range(from: modal, to: index + 1), in: tree), isPenalty: true)
        ]
    }

    private func isReceived(_ verb: Int, _ subject: Int, _ clauses: Clauses) -> Bool {
        let tree = clauses.tree
        guard Self.words.has(tree.lemma(verb), .reception), clauses.isPassive(verb), tree.classes[subject] == .noun,
            clauses.agency(subject) == .thing || clauses.agency(subject) == .document || isAny(subject, tree)
        else { return false }
        return tree.children(verb).contains {
            $0 > verb && [.prep, .agent, .advmod, .oprd].contains(tree.relations[$0])
                && isAnswer($0, tree)
        }
    }

    /// `with force`, `as an act of war`, `severely`.
    private func isAnswer(_ word: Int, _ tree: Tree) -> Bool {
        guard tree.lower(word) == "as" else {
            return ["with", "accordingly", "severely", "harshly", "forcefully", "hostile"].contains(tree.lower(word))
        }
        return tree.subtree(word).contains { Self.words.has(tree.lemma($0), .danger) }
    }

    private func isAny(_ noun: Int, _ tree: Tree) -> Bool {
        tree.child(noun, .det).map { tree.lower($0) == "any" } ?? false
    }

    /// `anyone who enters the zone will be shot`.
    private func isWhoever(_ verb: Int, _ subject: Int, _ clauses: Clauses) -> Bool {
        let tree = clauses.tree
        if tree.relations[subject] == .csubj { return isFree(subject, tree) && isSuffered(verb, clauses) }
        if tree.isVerb(subject) { return tree.child(subject, .nsubj).map { tree.lower($0) == "whoever" } ?? false }
        guard let relative = tree.child(subject, .relcl) ?? tree.child(subject, .acl), isPresent(relative, tree) else {
            return false
        }
        let isGeneric =
            ["anyone", "anybody", "those", "whoever", "everyone"].contains(tree.lower(subject)) || isAny(subject, tree)
        guard isGeneric, clauses.agency(subject) != .thing || isAny(subject, tree) else { return false }
        return isSuffered(verb, clauses)
    }

    /// `whoever crosses the line`.
    private func isFree(_ clause: Int, _ tree: Tree) -> Bool {
        ["whoever", "whosoever"].contains(tree.lower(tree.subtree(clause).lowerBound)) && isPresent(clause, tree)
    }

    private func isSuffered(_ verb: Int, _ clauses: Clauses) -> Bool {
        let tree = clauses.tree
        return Self.words.has(tree.lemma(verb), .penalty) || Self.words.has(tree.lemma(verb), .reception)
            || Self.words.has(tree.lemma(verb), .hostile) && clauses.isPassive(verb)
    }

    private func isPresent(_ verb: Int, _ tree: Tree) -> Bool { ["VBZ", "VBP", "VBG", "VB"].contains(tree.tag(verb)) }
}
