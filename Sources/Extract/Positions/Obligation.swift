import DemarcheAnnotate
import DemarcheRecords

/// What somebody says that others *should* or *must* do: they propose it. Where that is itself a stance, it is theirs.
///
///     The envoy said the fleet must leave the strait.
///     The king said that a blockade should not be ruled out.
struct Obligation: StanceConstruction {
    static let name = "Obligation"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        let tree = scene.tree
        guard tree.isVerb(index), ["must", "should"].contains(scene.status.modal(index) ?? ""),
            tree.relations[index] != .relcl,
            !scene.status.isCondition(index),
            !tree.children(index).contains(where: { tree.relations[$0] == .aux && tree.lemma($0) == "have" }),
            let subject = scene.clauses.nearestSubject(index) ?? tree.child(index, .nsubjpass),
            isDoer(subject, index, scene), !isAsked(index, subject, tree),
            let statement = scene.passage.statement(holding: tree.span(index)), statement.speaker.name != nil
        else { return [] }
        let isAgainst = scene.status.isNegated(index) != (statement.polarity == .negated)
        let judged = judged(index, subject, scene)
        guard judged != nil || tree.relations[index] != .acl else { return [] }
        let (stance, head) = judged ?? (isAgainst ? .opposes : .proposes, index)
        guard let stance else { return [] }
        return [
            StanceDraft(
                rule: Self.name, party: nil, stance: stance, head: head,
                proposal: ProposalPhrase(scene: scene).words(head), condition: nil, cue: scene.cue(index))
        ]
    }

    /// `Why should Graustark pay?`
    private func isAsked(_ verb: Int, _ subject: Int, _ tree: Tree) -> Bool {
        tree.children(verb).contains { $0 < subject && ["must", "should"].contains(tree.lower($0)) }
            && tree.sentence(verb).contains { tree.words($0) == "?" }
    }

    /// Whether the clause says what stance should be taken, which is then whoever says so’s own.
    static func isJudgement(_ verb: Int, _ scene: StanceScene) -> Bool {
        ["must", "should"].contains(scene.status.modal(verb) ?? "") && scene.clauses.isPassive(verb)
            && scene.table.stance(scene.status.key(verb), "np") != nil
    }

    /// The stance that others should take on what is the subject of the passive; nil where the verb expresses none.
    private func judged(_ verb: Int, _ subject: Int, _ scene: StanceScene) -> (stance: Position.Stance?, head: Int)? {
        guard scene.clauses.isPassive(verb), let base = scene.table.stance(scene.status.key(verb), "np") else {
            return nil
        }
        if scene.status.isNegated(verb) { return (scene.negated(base), subject) }
        return (base == .rulesOut ? .opposes : base, subject)
    }

    private func isDoer(_ subject: Int, _ verb: Int, _ scene: StanceScene) -> Bool {
        if scene.clauses.isPassive(verb) { return scene.tree.classes[subject] != .pronoun }
        return (scene.clauses.agency(subject) != .thing || scene.isGroup(subject))
            && !["i", "you", "one"].contains(scene.tree.lower(subject))
    }
}
