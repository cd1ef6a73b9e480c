import DemarcheAnnotate
import DemarcheRecords

/// What a party would do, if: a welcome act on a condition is support on that condition; what it *might* do itself it does not rule
/// out. Without a condition an announcement is an event, and a blow on a condition a threat: neither is a position.
///
///     Graustark will reopen the border if the talks go well.       He said he might visit Vaduz.
struct ConditionalPromise: StanceConstruction {
    static let name = "ConditionalPromise"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        guard scene.tree.isVerb(index), let modal = scene.status.modal(index), !scene.status.isNegated(index),
            !scene.status.isCondition(index), let stance = stance(modal, index, scene)
        else { return [] }
        let subject = scene.clauses.nearestSubject(index) ?? scene.tree.child(index, .nsubjpass)
        let words = ProposalPhrase(scene: scene).words(index)
        let isPassive = scene.clauses.isPassive(index)
        return [
            StanceDraft(
                rule: Self.name, party: isPassive ? nil : subject, stance: stance, head: index,
                proposal: (isPassive ? words.lowerBound : index)..<max(words.upperBound, index + 1),
                condition: scene.condition(of: index), cue: scene.cue(index))
        ]
    }

    private func stance(_ modal: String, _ verb: Int, _ scene: StanceScene) -> Position.Stance? {
        let statement = scene.passage.statement(holding: scene.tree.span(verb))
        guard let subject = scene.clauses.nearestSubject(verb) ?? scene.tree.child(verb, .nsubjpass) else { return nil }
        let isConditional = scene.status.condition(of: verb) != nil
        switch modal {
        case "may", "might":
            return scene.isOwn(subject, statement) && !scene.clauses.isPassive(verb) && scene.tree.tag(verb) == "VB"
                && (scene.status.isWelcome(verb) || !isConditional)
                && !["be", "have", "need", "do", "become"].contains(scene.tree.lemma(verb))
                ? .doesNotRuleOut : nil
        case "will", "would":
            guard isConditional, scene.status.isWelcome(verb), scene.tree.lemma(verb) != "pay" || !isPrice(verb, scene)
            else { return nil }
            if scene.clauses.isPassive(verb) { return statement == nil ? nil : .supportsIf }
            return scene.clauses.agency(subject) == .thing ? nil : .supportsIf
        default: return nil
        }
    }

    /// `would pay a heavy price`.
    private func isPrice(_ verb: Int, _ scene: StanceScene) -> Bool {
        scene.tree.child(verb, .dobj).map { ["price", "cost", "toll"].contains(scene.tree.lemma($0)) } ?? false
    }
}
