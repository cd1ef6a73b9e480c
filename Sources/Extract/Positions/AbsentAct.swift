import DemarcheAnnotate
import DemarcheRecords

/// What there is, or must be, none of: whoever says so rules it out or is against it; what there *must* be they propose.
///
///     There is no question of *lifting the curfew*, she said.      There will be no *talks*, he said.
///     “There must be no *return to the blockade*.”                 There should be *a truce*, the bishop said.
struct AbsentAct: StanceConstruction {
    static let name = "AbsentAct"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        let tree = scene.tree
        let verb = tree.heads[index]
        guard tree.relations[index] == .attr, tree.lemma(verb) == "be", tree.has(verb, .expl), verb < index,
            !scene.status.isCondition(verb),
            scene.passage.statement(holding: tree.span(index))?.speaker.name != nil,
            let (stance, content) = reading(index, verb, scene)
        else { return [] }
        let phrase = ProposalPhrase(scene: scene)
        let head = phrase.head(content)
        let words = scene.withoutNo(phrase.words(head))
        return [
            StanceDraft(
                rule: Self.name, party: nil, stance: stance, head: head, proposal: words,
                condition: scene.condition(of: verb), cue: scene.cue(verb, through: content == index ? verb : index))
        ]
    }

    private func reading(_ noun: Int, _ verb: Int, _ scene: StanceScene) -> (Position.Stance, Int)? {
        let isNone = scene.status.isNone(noun) || scene.status.isNegated(verb)
        if isNone, let stance = scene.table.stance(scene.tree.lemma(noun), "absence"), let content = named(noun, scene)
        {
            return (stance, content)
        }
        guard scene.isDealing(noun), let modal = scene.status.modal(verb) else { return nil }
        switch (modal, isNone) {
        case ("will", true), ("would", true), ("can", true): return (.rulesOut, noun)
        case ("must", true), ("should", true): return (.opposes, noun)
        case ("must", false), ("should", false): return (.proposes, noun)
        default: return nil
        }
    }

    /// What the noun is of: `no question of leaving`, `no need to leave`.
    private func named(_ noun: Int, _ scene: StanceScene) -> Int? {
        let tree = scene.tree
        for child in tree.children(noun) where child > noun {
            if tree.relations[child] == .acl, scene.status.hasTo(child) { return child }
            if tree.relations[child] == .prep, ["of", "for", "about"].contains(tree.lower(child)),
                let content = scene.complement(of: child), scene.isAct(content)
            {
                return content
            }
        }
        return nil
    }
}

extension StanceScene {
    /// The words behind a *no* with which they begin.
    func withoutNo(_ words: Range<Int>) -> Range<Int> {
        words.count > 1 && tree.lower(words.lowerBound) == "no" ? words.lowerBound + 1..<words.upperBound : words
    }
}
