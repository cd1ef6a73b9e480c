import DemarcheAnnotate
import DemarcheRecords

/// A verb of asking with whoever is asked and an infinitive: what they shall do is proposed, what they shall not do opposed.
///
///     Graustark urged the council to *wait*.      They called on the envoys to *leave*.      He begged them not to *fire*.
struct RequestedAct: StanceConstruction {
    static let name = "RequestedAct"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        let tree = scene.tree
        guard tree.isVerb(index), !scene.clauses.isPassive(index) || tree.has(index, .agent),
            let act = act(of: index, scene), isAsked(index, act, scene), let party = scene.party(of: index),
            [.happened, .ongoing, .planned].contains(scene.status.status(of: index))
        else { return [] }
        return [
            StanceDraft(
                rule: Self.name, party: party, stance: scene.isNegatedInfinitive(act) ? .opposes : .proposes, head: act,
                proposal: ProposalPhrase(scene: scene).words(act),
                condition: nil, cue: scene.cue(index))
        ]
    }

    private func act(of verb: Int, _ scene: StanceScene) -> Int? {
        let tree = scene.tree
        return tree.children(verb).first { child in
            child > verb && [.xcomp, .ccomp, .advcl, .acl].contains(tree.relations[child]) && scene.status.hasTo(child)
        }
            ?? tree.children(verb).lazy.filter { $0 > verb }.compactMap { object in
                tree.children(object).first {
                    tree.relations[$0] == .acl && $0 > object && scene.status.hasTo($0)
                        && tree.relations[object] == .dobj
                }
            }.first
    }

    /// Whether the verb asks, and somebody stands between it and the infinitive.
    private func isAsked(_ verb: Int, _ act: Int, _ scene: StanceScene) -> Bool {
        let tree = scene.tree
        let key = scene.status.key(verb)
        let person =
            tree.children(verb).first { [.dobj, .dative, .nsubjpass].contains(tree.relations[$0]) && $0 < act }
            ?? tree.children(act).first { [.nsubj, .nsubjpass].contains(tree.relations[$0]) }
        if let person, scene.table.stance(key, "np-to") != nil { return canAct(person, key, scene) }
        return tree.children(verb).contains { preposition in
            preposition > verb && preposition < act
                && scene.table.stance("\(key) \(tree.lower(preposition))", "np-to") != nil
        }
    }

    /// `pushed the chances to unlock it`: behind verbs that do other things, too, somebody must be meant.
    private func canAct(_ person: Int, _ key: String, _ scene: StanceScene) -> Bool {
        guard ["push", "press", "pressure", "want", "encourage", "invite", "lobby"].contains(key) else { return true }
        return scene.isParty(person) || scene.tree.tag(person) == "NNP"
            || key == "want" && scene.tree.classes[person] != .pronoun
    }
}
