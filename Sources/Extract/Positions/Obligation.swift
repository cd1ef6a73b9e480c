import DemarcheAnnotate
import DemarcheRecords

/// What somebody says that others *should* or *must* do: they propose it.
///
///     The envoy said the fleet must leave the strait.
struct Obligation: StanceConstruction {
    static let name = "Obligation"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        let tree = scene.tree
        guard tree.isVerb(index), ["must", "should"].contains(scene.status.modal(index) ?? ""),
            tree.relations[index] != .relcl,
            !scene.status.isCondition(index),
            !tree.children(index).contains(where: { tree.relations[$0] == .aux && tree.lemma($0) == "have" }),
            let subject = scene.clauses.nearestSubject(index) ?? tree.child(index, .nsubjpass),
            isDoer(subject, index, scene),
            let statement = scene.passage.statement(holding: tree.span(index)), statement.speaker.name != nil
        else { return [] }
        return [
            StanceDraft(
                rule: Self.name, party: nil, stance: scene.status.isNegated(index) ? .opposes : .proposes, head: index,
                proposal: ProposalPhrase(scene: scene).words(index), condition: nil, cue: scene.cue(index))
        ]
    }

    private func isDoer(_ subject: Int, _ verb: Int, _ scene: StanceScene) -> Bool {
        if scene.clauses.isPassive(verb) { return scene.tree.classes[subject] != .pronoun }
        return (scene.clauses.agency(subject) != .thing || scene.isGroup(subject))
            && !["i", "you", "one"].contains(scene.tree.lower(subject))
    }
}
