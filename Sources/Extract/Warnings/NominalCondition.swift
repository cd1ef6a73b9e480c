import DemarcheAnnotate
import DemarcheRecords

/// A noun as the condition: `in the event of an attack, the fleet will sail`, `peace is impossible without a withdrawal`, `aid
/// is contingent upon a ceasefire`, `it is open to talks on the condition that the siege ends`.
///
/// What stands behind *contingent on*, *conditional on* and *on (the) condition* is a precondition; so is what stands behind
/// *without* when the clause says that nothing can be done.
struct NominalCondition: WarningConstruction {
    static let name = "NominalCondition"

    func drafts(at index: Int, in clauses: Clauses) -> [WarningDraft] {
        if WarningWords.english.has(clauses.tree.lemma(index), .hanging) { return hanging(index, clauses) }
        return switch clauses.tree.lower(index) {
        case "event", "case": inCaseOf(index, clauses)
        case "without": without(index, clauses)
        case "contingent", "conditional", "conditioned": contingent(index, clauses)
        case "condition", "proviso": condition(index, clauses)
        default: []
        }
    }

    /// `in (the) case of`, `in the event of`, `in the event that`.
    private func inCaseOf(_ noun: Int, _ clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        let phrase = tree.heads[noun]
        guard tree.relations[noun] == .pobj, tree.lower(phrase) == "in", noun - phrase <= 2,
            let object = object(of: noun, ["of"], tree) ?? tree.child(noun, .acl) ?? tree.child(noun, .relcl)
        else { return [] }
        return pair(object, phrase, tree.heads[phrase], clauses)
    }

    private func without(_ preposition: Int, _ clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        guard tree.relations[preposition] == .prep,
            let object = tree.child(preposition, .pobj), tree.classes[object] == .noun,
            !WarningWords.english.has(tree.lemma(object), .aftermath)
        else { return [] }
        return pair(object, preposition, tree.heads[preposition], clauses, needs: true)
    }

    private func pair(
        _ object: Int, _ marker: Int, _ governor: Int, _ clauses: Clauses, needs: Bool = false
    ) -> [WarningDraft] {
        let tree = clauses.tree
        let words = tree.subtree(object)
        guard
            let trigger = clauses.tidy(
                from: max(words.lowerBound, marker + 1), to: clauses.clauseEnd(object, words.upperBound)),
            let consequence = Consequence(
                head: governor, marker: marker, condition: Range(from: marker, to: trigger.upperBound), in: clauses)
        else { return [] }
        let isImpossible =
            consequence.isNegated || tree.child(consequence.top, .acomp).map { tree.lower($0) == "impossible" } ?? false
        if needs, !isImpossible && consequence.root < marker || tree.relations[consequence.top] == .relcl { return [] }
        let isBefore = consequence.root < marker
        if needs, isBefore, !isSaidOfAny(consequence.top, tree), !clauses.isDeed(object) { return [] }
        let end =
            isBefore
            ? marker : clauses.clauseEnd(consequence.root, tree.subtree(consequence.top).upperBound, keepsJoined: false)
        guard let range = clauses.tidy(consequence.range(endingAt: end, from: isBefore ? 0 : trigger.upperBound)) else {
            return []
        }
        return [
            WarningDraft(
                rule: Self.name, trigger: .init(words: trigger, head: object, agent: nil),
                consequence: .init(words: range, head: consequence.root, agent: consequence.subject),
                force: needs && isImpossible
                    ? ForceReading(.precondition, [marker]) : ForceReading(consequence.forceRange, in: tree),
                isDemand: needs)
        ]
    }

    /// `is impossible without justice`, `there can be no peace without justice`; but not `he will not leave without his coat`.
    private func isSaidOfAny(_ top: Int, _ tree: Tree) -> Bool {
        tree.has(top, .acomp) || tree.has(top, .expl)
    }

    /// `aid depends on reform`: where both are deeds.
    private func hanging(_ verb: Int, _ clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        guard tree.isVerb(verb), !clauses.isNegated(verb), let subject = tree.child(verb, .nsubj),
            clauses.isDeed(subject), let object = object(of: verb, ["on", "upon"], tree), clauses.isDeed(object)
        else { return [] }
        return contingent(verb, clauses)
    }

    /// `aid is contingent upon reform`.
    private func contingent(_ word: Int, _ clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        let verb = tree.relations[word] == .acomp ? tree.heads[word] : word
        guard let object = object(of: word, ["on", "upon"], tree) ?? object(of: verb, ["on", "upon"], tree),
            let subject = [.nsubj, .nsubjpass, .csubj, .dobj].lazy.compactMap({ tree.child(verb, $0) }).first,
            let trigger = clauses.tidy(
                from: tree.subtree(object).lowerBound, to: clauses.clauseEnd(object, tree.subtree(object).upperBound)),
            let consequence = clauses.tidy(tree.subtree(subject)), !consequence.overlaps(trigger)
        else { return [] }
        return [
            WarningDraft(
                rule: Self.name, trigger: .init(words: trigger, head: object, agent: nil),
                consequence: .init(words: consequence, head: subject, agent: nil),
                force: ForceReading(.precondition, [word]),
                isDemand: true)
        ]
    }

    /// `would disarm on the condition that the siege ends`; not `spoke on condition of anonymity`.
    private func condition(_ noun: Int, _ clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        let phrase = tree.heads[noun]
        guard tree.relations[noun] == .pobj, ["on", "under", "with"].contains(tree.lower(phrase)),
            let clause = [.acl, .ccomp, .relcl].lazy.compactMap({ tree.child(noun, $0) }).first,
            let trigger = clauses.tidy(
                from: start(clause, noun, tree), to: clauses.clauseEnd(clause, tree.subtree(clause).upperBound)),
            let words = promised(tree.heads[phrase], phrase, trigger, clauses)
        else { return [] }
        return [
            WarningDraft(
                rule: Self.name, trigger: .init(words: trigger, head: clause, agent: tree.child(clause, .nsubj)),
                consequence: words, force: ForceReading(.precondition, [noun]))
        ]
    }

    private func start(_ clause: Int, _ noun: Int, _ tree: Tree) -> Int {
        max(noun + 1, (tree.child(clause, .mark) ?? noun) + 1)
    }

    private func promised(
        _ governor: Int, _ marker: Int, _ trigger: Range<Int>, _ clauses: Clauses
    ) -> WarningDraft.Part? {
        let tree = clauses.tree
        if let consequence = Consequence(
            head: governor, marker: marker, condition: Range(from: marker, to: trigger.upperBound), in: clauses),
            let range = clauses.tidy(
                consequence.range(
                    endingAt: consequence.root < marker ? marker : tree.subtree(consequence.top).upperBound,
                    from: consequence.root < marker ? 0 : trigger.upperBound))
        {
            return .init(words: range, head: consequence.root, agent: consequence.subject)
        }
        guard governor < marker, let words = clauses.tidy(from: governor, to: marker) else { return nil }
        return .init(words: words, head: governor, agent: tree.child(governor, .nsubj))
    }

    private func object(of word: Int, _ prepositions: Set<String>, _ tree: Tree) -> Int? {
        tree.children(word).first { tree.relations[$0] == .prep && $0 > word && prepositions.contains(tree.lower($0)) }
            .flatMap { tree.child($0, .pobj) ?? tree.child($0, .pcomp) }
    }
}
