import DemarcheAnnotate
import DemarcheRecords

/// A proposal that meets with a stance of somebody: `the levy drew criticism from Chile`, `the plan won backing from the king`;
/// and a stance that comes from somebody: `support for a truce came from Kenya`.
struct DrawnStance: StanceConstruction {
    static let name = "DrawnStance"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        let tree = scene.tree
        guard [.noun, .properNoun].contains(tree.classes[index]),
            let stance = scene.table.stance(tree.lemma(index), "drawn"),
            !scene.status.isNone(index), let verb = verb(of: index, tree), tree.isVerb(verb),
            EventStatus.isReal(scene.status.status(of: verb)), let party = origin(index, verb, scene),
            let content = content(index, verb, scene)
        else { return [] }
        let phrase = ProposalPhrase(scene: scene)
        let head = phrase.head(content)
        return [
            StanceDraft(
                rule: Self.name, party: party, stance: stance, head: head, proposal: phrase.words(head), condition: nil,
                cue: min(index, verb)..<max(index, verb) + 1)
        ]
    }

    private func verb(of noun: Int, _ tree: Tree) -> Int? {
        let head = tree.heads[noun]
        switch tree.relations[noun] {
        case .dobj, .nsubj: return head
        case .pobj: return ["with", "into"].contains(tree.lower(head)) ? tree.heads[head] : nil
        default: return nil
        }
    }

    /// Whoever stands behind *from*.
    private func origin(_ noun: Int, _ verb: Int, _ scene: StanceScene) -> Int? {
        let tree = scene.tree
        let from = (tree.children(noun) + tree.children(verb)).first { $0 > noun && tree.lower($0) == "from" }
        return from.flatMap { tree.child($0, .pobj) }.flatMap { scene.isParty($0) ? $0 : nil }
    }

    private func content(_ noun: Int, _ verb: Int, _ scene: StanceScene) -> Int? {
        let tree = scene.tree
        let named = tree.children(noun).first {
            $0 > noun && ["for", "to", "of"].contains(tree.lower($0)) && tree.relations[$0] == .prep
        }
        if let named, let content = scene.complement(of: named), scene.isAct(content) { return content }
        guard tree.relations[noun] != .nsubj, scene.table.lists(scene.status.key(verb), "meet"),
            let subject = tree.child(verb, .nsubj), scene.isAct(subject)
        else { return nil }
        return subject
    }
}
