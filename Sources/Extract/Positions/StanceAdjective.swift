import DemarcheAnnotate
import DemarcheRecords

/// A predicate of stance behind a copula: `is opposed to the levy`, `is open to talks`, `is ready to leave if …`, `is against it`.
///
/// *Open*, *ready*, *willing* and *prepared* are support on a condition where one is given, else plain support.
struct StanceAdjective: StanceConstruction {
    static let name = "StanceAdjective"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        let tree = scene.tree
        let head = tree.heads[index]
        guard [.acomp, .prep, .oprd].contains(tree.relations[index]), scene.isCopula(head),
            let party = scene.party(of: head),
            let (base, content, last) = content(index, scene), scene.isProposal(content, base),
            scene.status.status(of: head) != .hypothetical || scene.status.modal(head) == "would"
                || scene.status.condition(of: head) != nil
        else { return [] }
        let condition = scene.condition(of: head) ?? scene.condition(of: content) ?? scene.condition(of: index)
        guard let stance = stance(base, scene.status.isNegated(head), condition != nil) else { return [] }
        let phrase = ProposalPhrase(scene: scene)
        let proposal = phrase.head(content)
        return [
            StanceDraft(
                rule: Self.name, party: party, stance: stance, head: proposal, proposal: phrase.words(proposal),
                condition: condition,
                cue: min(scene.cue(head).lowerBound, index)..<max(head, last) + 1)
        ]
    }

    private func stance(_ base: Position.Stance, _ isNegated: Bool, _ isConditional: Bool) -> Position.Stance? {
        switch (base, isNegated) {
        case (.supportsIf, false), (.supports, false): isConditional ? .supportsIf : .supports
        case (.supportsIf, true): .rulesOut
        case (.supports, true): .opposes
        case (_, true): nil
        default: base
        }
    }

    private func content(_ index: Int, _ scene: StanceScene) -> (Position.Stance, Int, Int)? {
        let tree = scene.tree
        let word = tree.lower(index)
        if tree.relations[index] == .prep { return bare(index, word, scene) }
        if let stance = scene.table.stance(word, "adjective"),
            let act = tree.children(index).first(where: {
                $0 > index && [.xcomp, .ccomp].contains(tree.relations[$0]) && scene.status.hasTo($0)
            })
        {
            return (stance, act, index)
        }
        for preposition in tree.children(index) where tree.relations[preposition] == .prep {
            guard let stance = scene.table.stance("\(word) \(tree.lower(preposition))", "adjective"),
                let object = tree.child(preposition, .pobj) ?? tree.child(preposition, .pcomp)
            else { continue }
            return (stance, object, preposition)
        }
        return nil
    }

    /// `is against the levy`, `is in favour of the levy`
    private func bare(_ preposition: Int, _ word: String, _ scene: StanceScene) -> (Position.Stance, Int, Int)? {
        let tree = scene.tree
        guard let object = tree.child(preposition, .pobj) ?? tree.child(preposition, .pcomp) else { return nil }
        if let stance = scene.table.stance(word, "adjective") { return (stance, object, preposition) }
        guard let inner = tree.child(object, .prep),
            let content = tree.child(inner, .pobj) ?? tree.child(inner, .pcomp),
            let stance = scene.table.stance("\(word) \(tree.lower(object)) \(tree.lower(inner))", "adjective")
        else { return nil }
        return (stance, content, inner)
    }
}
