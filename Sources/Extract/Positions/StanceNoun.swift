import DemarcheAnnotate
import DemarcheRecords

/// A noun of support or opposition that a party utters or has, with what it is about behind a preposition.
///
///     Graustark voiced *opposition to* the levy.       *Norland’s* support for a referendum
struct StanceNoun: StanceConstruction {
    static let name = "StanceNoun"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        let tree = scene.tree
        guard tree.classes[index] == .noun, !scene.status.isNone(index),
            let (stance, content, last) = content(index, scene),
            scene.isProposal(content, stance), let party = holder(index, scene)
        else { return [] }
        let phrase = ProposalPhrase(scene: scene)
        let head = phrase.head(content)
        return [
            StanceDraft(
                rule: Self.name, party: party, stance: stance, head: head, proposal: phrase.words(head), condition: nil,
                cue: index..<last + 1)
        ]
    }

    private func content(_ noun: Int, _ scene: StanceScene) -> (Position.Stance, Int, Int)? {
        let tree = scene.tree
        for preposition in tree.children(noun) where tree.relations[preposition] == .prep && preposition > noun {
            guard let stance = scene.table.stance("\(tree.lemma(noun)) \(tree.lower(preposition))", "noun"),
                let content = tree.child(preposition, .pobj) ?? tree.child(preposition, .pcomp)
            else { continue }
            return (stance, content, preposition)
        }
        return nil
    }

    /// Whoever utters it, or whose it is.
    private func holder(_ noun: Int, _ scene: StanceScene) -> Int? {
        let tree = scene.tree
        if let owner = tree.child(noun, .poss) { return tree.classes[owner] == .pronoun ? nil : owner }
        let verb = tree.heads[noun]
        guard tree.relations[noun] == .dobj, scene.table.lists(tree.lemma(verb), "utter"),
            EventStatus.isReal(scene.status.status(of: verb))
        else { return nil }
        return scene.party(of: verb)
    }
}
