import DemarcheAnnotate
import DemarcheRecords

/// A decision that has not been taken: whoever says so, or has not taken it, is undecided.
///
///     It is too early to say whether *Norland will sign*, she said.      No decision has been made on *the mission*.
///     Peru has not taken a decision on *the mission*.
struct OpenQuestion: StanceConstruction {
    static let name = "OpenQuestion"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        guard let (content, party) = early(index, scene) ?? untaken(index, scene) else { return [] }
        let phrase = ProposalPhrase(scene: scene)
        let head = phrase.head(content)
        return [
            StanceDraft(
                rule: Self.name, party: party, stance: .undecided, head: head, proposal: phrase.words(head),
                condition: nil, cue: index..<index + 1)
        ]
    }

    /// `too early to say whether`.
    private func early(_ index: Int, _ scene: StanceScene) -> (Int, Int?)? {
        let tree = scene.tree
        guard ["early", "soon", "premature"].contains(tree.lower(index)), tree.relations[index] == .acomp,
            scene.passage.statement(holding: tree.span(index))?.speaker.name != nil,
            let verb = (tree.children(index) + tree.children(tree.heads[index])).first(where: {
                $0 > index && ["say", "decide", "tell", "judge", "speculate"].contains(tree.lemma($0))
            }),
            let clause = tree.children(verb).first(where: { isQuestion($0, verb, scene) })
        else { return nil }
        return (clause, nil)
    }

    private func isQuestion(_ clause: Int, _ verb: Int, _ scene: StanceScene) -> Bool {
        clause > verb
            && scene.tree.children(clause).contains { ["whether", "if"].contains(scene.tree.lower($0)) && $0 < clause }
    }

    /// `no decision has been made on`.
    private func untaken(_ noun: Int, _ scene: StanceScene) -> (Int, Int?)? {
        let tree = scene.tree
        let verb = tree.heads[noun]
        guard tree.lemma(noun) == "decision", ["make", "take", "reach"].contains(tree.lemma(verb)),
            scene.status.isNegated(verb) || scene.status.isNone(noun),
            let content = content(noun, scene) ?? content(verb, scene)
        else { return nil }
        if tree.relations[noun] == .dobj, let party = scene.party(of: verb) { return (content, party) }
        guard tree.relations[noun] == .nsubjpass,
            scene.passage.statement(holding: tree.span(noun))?.speaker.name != nil
        else { return nil }
        return (content, nil)
    }

    private func content(_ head: Int, _ scene: StanceScene) -> Int? {
        let tree = scene.tree
        for child in tree.children(head) where child > head {
            if [.acl, .ccomp, .xcomp].contains(tree.relations[child]), tree.isVerb(child) { return child }
            if tree.relations[child] == .prep, ["on", "about", "regarding"].contains(tree.lower(child)),
                let content = scene.complement(of: child)
            {
                return content
            }
        }
        return nil
    }
}
