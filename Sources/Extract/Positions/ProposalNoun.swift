import DemarcheAnnotate
import DemarcheRecords

/// The noun for a proposal with whoever makes it.
///
///     *Graustark’s* proposal to meet       a call *by the envoy* to wait       *The envoy* made a demand for their return
struct ProposalNoun: StanceConstruction {
    static let name = "ProposalNoun"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        let tree = scene.tree
        guard tree.classes[index] == .noun, let stance = scene.table.stance(tree.lemma(index), "noun"),
            tree.relations[index] != .compound, !isOwnPlan(index, scene), let party = maker(index, scene)
        else { return [] }
        let phrase = ProposalPhrase(scene: scene)
        let head = phrase.head(index)
        let isSpecific =
            head != index || tree.children(index).contains { tree.relations[$0] == .compound && $0 != party }
        guard isSpecific, !scene.status.isNone(index), head != party, !Obligation.isJudgement(head, scene) else {
            return []
        }
        return [
            StanceDraft(
                rule: Self.name, party: party,
                stance: stance == .proposes && scene.isNegatedInfinitive(head) ? .opposes : stance, head: head,
                proposal: head == index ? noun(index) : phrase.words(head), condition: nil, cue: index..<index + 1)
        ]

        func noun(_ index: Int) -> Range<Int> {
            let first = tree.children(index).first { tree.relations[$0] == .compound && $0 != party }
            return min(first ?? index, index)..<index + 1
        }
    }

    /// `Ruritania’s plans`, `Ruritanian plans to march`: what a party means to do itself is no proposal.
    private func isOwnPlan(_ noun: Int, _ scene: StanceScene) -> Bool {
        let tree = scene.tree
        guard tree.lemma(noun) == "plan", tree.tag(noun) == "NNS" else { return false }
        let act = tree.children(noun).first { $0 > noun && tree.relations[$0] == .acl }
        return tree.has(noun, .poss) || act.map(scene.status.hasTo) == true
    }

    private func maker(_ noun: Int, _ scene: StanceScene) -> Int? {
        let tree = scene.tree
        let by = tree.children(noun).first { $0 > noun && tree.lower($0) == "by" }
        if let by, let maker = tree.child(by, .pobj) { return maker }
        if let owner = tree.child(noun, .poss), tree.classes[owner] != .pronoun {
            return scene.isParty(owner) ? owner : nil
        }
        if let name = tree.children(noun).last(where: {
            $0 < noun && [.compound, .nmod, .amod].contains(tree.relations[$0])
                && ["ORG", "GPE", "NORP"].contains(tree.entity($0))
        }) {
            return name
        }
        let first = scene.status.firstConjunct(noun)
        let verb = tree.heads[first]
        guard tree.relations[first] == .dobj, tree.lemma(noun) != "plan", scene.table.lists(tree.lemma(verb), "issue"),
            EventStatus.isReal(scene.status.status(of: verb))
        else { return nil }
        return scene.party(of: verb)
    }
}
