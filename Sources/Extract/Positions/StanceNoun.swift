import DemarcheAnnotate
import DemarcheRecords

/// A noun of support or opposition that a party utters or has, with what it is about behind a preposition.
///
///     Graustark voiced *opposition to* the levy.       *Norland’s* support for a referendum
///     Peru withdrew its *support for* the mission.     Chad confirmed its *readiness to* host the talks.
struct StanceNoun: StanceConstruction {
    static let name = "StanceNoun"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        let tree = scene.tree
        guard tree.classes[index] == .noun,
            let (base, content, last) = content(index, scene), scene.isProposal(content, base),
            let stance = taken(base, index, scene), let party = holder(index, scene)
        else { return [] }
        let phrase = ProposalPhrase(scene: scene)
        let head = phrase.head(content)
        return [
            StanceDraft(
                rule: Self.name, party: party, stance: stance, head: head, proposal: phrase.words(head), condition: nil,
                cue: Range(from: index, to: last + 1))
        ]
    }

    private func content(_ noun: Int, _ scene: StanceScene) -> (Position.Stance, Int, Int)? {
        let tree = scene.tree
        if let stance = scene.table.stance(tree.lemma(noun), "noun-to"),
            let act = tree.children(noun).first(where: {
                $0 > noun && tree.relations[$0] == .acl && scene.status.hasTo($0)
            })
        {
            return (stance, act, noun)
        }
        for preposition in tree.children(noun) where tree.relations[preposition] == .prep && preposition > noun {
            guard let stance = scene.table.stance("\(tree.lemma(noun)) \(tree.lower(preposition))", "noun"),
                let content = tree.child(preposition, .pobj) ?? tree.child(preposition, .pcomp)
            else { continue }
            return (stance, content, preposition)
        }
        return nil
    }

    /// Whoever utters it, takes it back or whose it is; behind *her* the subject of the verb above, behind *from* its object.
    private func holder(_ noun: Int, _ scene: StanceScene) -> Int? {
        let tree = scene.tree
        if let owner = tree.child(noun, .poss) {
            guard tree.classes[owner] == .pronoun else { return owner }
            let party = verb(above: noun, tree).flatMap { scene.party(of: $0.verb) }
            return party.flatMap { agrees(owner, with: $0, tree) ? $0 : nil }
        }
        if let origin = origin(noun, scene) { return origin }
        guard let (verb, key) = verb(above: noun, tree),
            scene.table.lists(key, "utter") || scene.table.lists(key, "revoke"),
            scene.status.isNone(noun)
                || EventStatus.isReal(scene.status.status(of: verb)) && !scene.status.isNegated(verb)
        else { return nil }
        return scene.party(of: verb)
    }

    /// `Graustark meets its neighbours despite *their* refusal to pay`: theirs, not its own.
    private func agrees(_ pronoun: Int, with party: Int, _ tree: Tree) -> Bool {
        guard tree.lower(pronoun) == "their" else { return true }
        return tree.has(party, .conj) || ["NNS", "NNPS"].contains(tree.tag(party))
            || tree.classes[party] == .pronoun
    }

    /// `opposition from Chile to the levy`, `opposition among bishops to the levy`.
    private func origin(_ noun: Int, _ scene: StanceScene) -> Int? {
        let tree = scene.tree
        let from = tree.children(noun).first { $0 > noun && ["from", "by", "among"].contains(tree.lower($0)) }
        return from.flatMap { tree.child($0, .pobj) }.flatMap { scene.isParty($0) ? $0 : nil }
    }

    /// `withdrew its support for` turns the stance round, and so does `has no objection to`.
    private func taken(_ base: Position.Stance, _ noun: Int, _ scene: StanceScene) -> Position.Stance? {
        if scene.status.isNone(noun) {
            return base == .opposes && verb(above: noun, scene.tree)?.key == "have" ? .supports : nil
        }
        guard let (_, key) = verb(above: noun, scene.tree), scene.table.lists(key, "revoke") else { return base }
        return base == .opposes ? .supports : scene.negated(base)
    }

    /// The verb whose object the noun is, also behind a preposition, as the table names it.
    private func verb(above noun: Int, _ tree: Tree) -> (verb: Int, key: String)? {
        let head = tree.heads[noun]
        switch tree.relations[noun] {
        case .dobj: return (head, tree.lemma(head))
        case .pobj where tree.isVerb(tree.heads[head]):
            let verb = tree.heads[head]
            let particle = tree.child(verb, .prt).map { " " + tree.lower($0) } ?? ""
            return (verb, "\(tree.lemma(verb))\(particle) \(tree.lower(head))")
        default: return nil
        }
    }
}
