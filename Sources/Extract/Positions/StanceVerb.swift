import DemarcheAnnotate
import DemarcheRecords

/// A verb of stance with what is proposed as its object, gerund, infinitive or clause.
///
///     Ruritania rules out talks.      The council voted against the levy.      She will not rule out a blockade.
///
/// Whether the stance is taken follows from the status of the verb: *refused to back*, *would not rule out*. A condition makes support
/// conditional.
struct StanceVerb: StanceConstruction {
    static let name = "StanceVerb"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        guard scene.tree.isVerb(index), scene.table.knows(scene.tree.lemma(index)),
            let (base, content, last) = content(of: index, scene),
            scene.isProposal(content, base), let (stance, condition) = taken(base, index, scene),
            let party = scene.party(of: index)
        else { return [] }
        let phrase = ProposalPhrase(scene: scene)
        return conjuncts(content, scene.tree).map { content in
            let head = phrase.head(content)
            let isBack = scene.refersBack(head)
            return StanceDraft(
                rule: Self.name, party: party, stance: stance, head: head,
                proposal: phrase.words(head, extendedBehind: index),
                condition: condition, cue: scene.cue(index, through: last), refersBack: isBack)
        }
    }

    /// `ruled out fighting or paying`: two gerunds, two proposals.
    private func conjuncts(_ head: Int, _ tree: Tree) -> [Int] {
        guard tree.isVerb(head) else { return [head] }
        return [head]
            + tree.children(head).filter {
                tree.relations[$0] == .conj && tree.isVerb($0) && tree.tag($0) == tree.tag(head)
            }
    }

    // MARK: Content

    private func content(of verb: Int, _ scene: StanceScene) -> (Position.Stance, content: Int, last: Int?)? {
        if let idiom = StanceIdiom.content(of: verb, scene) { return idiom }
        for key in scene.keys(verb) {
            if let found = behindPreposition(key, verb, scene) { return found }
            if let clause = clause(key, verb, scene) { return (clause.0, clause.1, nil) }
            if let object = object(key, verb, scene) { return (object.0, object.1, nil) }
        }
        return nil
    }

    private func behindPreposition(
        _ key: String, _ verb: Int, _ scene: StanceScene
    ) -> (Position.Stance, content: Int, last: Int?)? {
        let tree = scene.tree
        for preposition in tree.children(verb)
        where preposition > verb && [.prep, .dative, .advmod].contains(tree.relations[preposition]) {
            let word = "\(key) \(tree.lower(preposition))"
            let target = tree.children(verb).contains { tree.relations[$0] == .dobj && $0 < preposition }
            let isFor = target && tree.lower(preposition) == "for"
            if let object = tree.child(preposition, .pobj),
                let stance = isFor
                    ? scene.table.stance(key, "np-for")
                    : scene.table.stance(word, "np") ?? verdict(word, object, scene)
            {
                return (stance, object, preposition)
            }
            if let gerund = tree.child(preposition, .pcomp),
                let stance = scene.table.stance(word, "ing") ?? scene.table.stance(word, "np")
                    ?? scene.table.stance(word, "verdict")
            {
                return (stance, gerund, preposition)
            }
        }
        return nil
    }

    /// The stance of a verb that has one only towards things that one can be for or against, and of *shelve* and *float* towards
    /// plans and ideas.
    private func verdict(_ key: String, _ object: Int, _ scene: StanceScene) -> Position.Stance? {
        let isShell = ProposalPhrase(scene: scene).head(object) != object
        if isShell, let stance = scene.table.stance(key, "plans") { return stance }
        return isShell || scene.table.lists(scene.tree.lemma(object), "matter")
            ? scene.table.stance(key, "verdict") : nil
    }

    private func clause(_ key: String, _ verb: Int, _ scene: StanceScene) -> (Position.Stance, Int)? {
        let tree = scene.tree
        guard !tree.children(verb).contains(where: { [.dobj, .dative].contains(tree.relations[$0]) }) else {
            return nil
        }
        for child in tree.children(verb) where child > verb && isClause(child, verb, tree) {
            let (isFinite, hasTo) = (scene.status.isFinite(child), scene.status.hasTo(child))
            let hasSubject = tree.children(child).contains { [.nsubj, .nsubjpass].contains(tree.relations[$0]) }
            let frame = hasTo ? (hasSubject ? "np-to" : "to") : tree.tag(child) == "VBG" && !isFinite ? "ing" : "that"
            if tree.children(child).contains(where: { ["whether", "if"].contains(tree.lower($0)) && $0 < child }) {
                if let stance = open(key, verb, scene) { return (stance, child) }
                continue
            }
            if frame == "that", hasSubject, key == "want", ["VBN", "VBD", "JJ"].contains(tree.tag(child)) {
                return (.proposes, child)
            }
            if frame == "that", key == "suggest" || key == "insist", !isWished(child, scene) { continue }
            if frame == "to", tree.has(child, .auxpass), tree.has(child, .neg) { continue }
            if let stance = scene.table.stance(key, frame) { return (stance, child) }
        }
        return nil
    }

    /// `insists that they leave`, `suggests that it should leave`; `insists that it will leave` only tells.
    private func isWished(_ clause: Int, _ scene: StanceScene) -> Bool {
        guard let modal = scene.status.modal(clause) else { return scene.tree.tag(clause) == "VB" }
        return ["should", "must"].contains(modal)
    }

    /// `is weighing whether to leave`, `has not decided whether to leave`
    private func open(_ key: String, _ verb: Int, _ scene: StanceScene) -> Position.Stance? {
        if scene.table.lists("\(key) whether", "negated") { return .undecided }
        return scene.table.stance(key, "ing") == .undecided ? .undecided : nil
    }

    /// A complement, or a gerund right behind the verb that the parser takes for an adverbial.
    private func isClause(_ child: Int, _ verb: Int, _ tree: Tree) -> Bool {
        if [.xcomp, .ccomp].contains(tree.relations[child]) { return true }
        let end = (tree.child(verb, .prt) ?? verb) + 1
        return tree.relations[child] == .advcl && tree.tag(child) == "VBG" && tree.subtree(child).lowerBound == end
    }

    private func object(_ key: String, _ verb: Int, _ scene: StanceScene) -> (Position.Stance, Int)? {
        let tree = scene.tree
        let isPassive = scene.clauses.isPassive(verb)
        guard
            let object = object(of: verb, isPassive, tree),
            !tree.has(verb, .oprd), tree.entity(object) != "PERSON", tree.classes[object] != .pronoun
        else { return nil }
        let isTarget = tree.children(verb).contains { [.xcomp, .ccomp].contains(tree.relations[$0]) && $0 > object }
        if isTarget { return nil }
        if key == "deny", isGrant(verb, object, scene) { return nil }
        if key == "consider" || key == "regard",
            tree.children(verb).contains(where: { $0 > object && tree.lower($0) == "as" })
                || tree.subtree(verb).contains(where: {
                    $0 > object && tree.lower($0) == "as" && tree.heads[$0] == object
                })
        {
            return nil
        }
        if let stance = scene.table.stance(key, "np") {
            let denies =
                stance == .opposes && scene.table.lists(tree.lemma(object), "involvement")
                && scene.status.modal(ProposalPhrase(scene: scene).head(object)) == nil
            return (denies ? .denies : stance, object)
        }
        if key == "dismiss", scene.table.lists(tree.lemma(object), "involvement") { return (.denies, object) }
        return verdict(key, object, scene).map { ($0, object) }
    }

    /// `denied her a visa`, `denied a visa to her`: a refusal of leave, no denial.
    private func isGrant(_ verb: Int, _ object: Int, _ scene: StanceScene) -> Bool {
        let tree = scene.tree
        return scene.table.lists(tree.lemma(object), "privilege")
            || tree.children(verb).filter { [.dobj, .dative].contains(tree.relations[$0]) }.count > 1
    }

    /// The object; of several that a hyphen parts the last: `a re-run`.
    private func object(of verb: Int, _ isPassive: Bool, _ tree: Tree) -> Int? {
        if isPassive, tree.relations[verb] == .acl, !tree.has(verb, .nsubjpass) { return tree.heads[verb] }
        let objects = tree.children(verb).filter { tree.relations[$0] == (isPassive ? .nsubjpass : .dobj) }
        if let last = objects.last, last > 1, tree.words(last - 1) == "-" { return last }
        return objects.first
    }

    // MARK: Stance

    /// `left rather than accept`.
    private func isInstead(_ verb: Int, _ scene: StanceScene) -> Bool {
        verb > 1 && scene.tree.lower(verb - 1) == "than" && scene.tree.lower(verb - 2) == "rather"
    }

    /// The stance that is taken in the end, with its condition.
    private func taken(_ base: Position.Stance, _ verb: Int, _ scene: StanceScene) -> (Position.Stance, Range<Int>?)? {
        let status = scene.status.status(of: verb)
        let condition = scene.condition(of: verb)
        if isInstead(verb, scene) { return scene.negated(base).map { ($0, nil) } }
        if base == .undecided, scene.tree.relations[verb] == .advcl, scene.tree.tag(verb) == "VBG" { return nil }
        if base == .supports, scene.status.hasTo(verb), scene.tree.relations[verb] == .advcl { return nil }
        if let condition, base == .supports, status != .didNotHappen { return (.supportsIf, condition) }
        if base == .undecided, scene.table.lists("\(scene.status.key(verb)) whether", "negated") {
            return status == .didNotHappen ? (.undecided, nil) : nil
        }
        switch status {
        case .happened, .ongoing, .planned: return (base, base == .rulesOut ? condition : nil)
        case .didNotHappen: return scene.negated(base).map { ($0, nil) }
        case .hypothetical where base == .rulesOut && scene.status.isNegated(verb): return (.doesNotRuleOut, condition)
        case .hypothetical where base == .undecided && scene.status.modal(verb) != nil: return (.undecided, condition)
        case .hypothetical where scene.status.modal(verb) == "would" && [.supports, .opposes].contains(base):
            return (base, nil)
        case .threatened where base == .opposes: return (.opposes, condition)
        default: return nil
        }
    }
}

extension StanceScene {
    /// `is practically inviting the guards to march`: what it comes to for whoever writes, and no stance.
    func isOnlyLikened(_ cue: Int) -> Bool {
        tree.children(cue).contains {
            $0 < cue && tree.relations[$0] == .advmod && table.lists(tree.lower($0), "likened")
        }
    }

    /// `urged them not to leave`: what is asked for is that it be left undone.
    func isNegatedInfinitive(_ act: Int) -> Bool {
        tree.isVerb(act) && status.hasTo(act) && tree.has(act, .neg)
    }

    /// `the call`, `that proposal`: a word for a proposal that says nothing of what is proposed.
    func refersBack(_ noun: Int) -> Bool {
        guard table.lists(tree.lemma(noun), "shell"), let determiner = tree.child(noun, .det) else { return false }
        return ["the", "this", "that"].contains(tree.lower(determiner)) && tree.subtree(noun).count == 2
    }

    /// Whether the words with this head can be a proposal: not a party, a person or somebody's name.
    func isProposal(_ head: Int, _ stance: Position.Stance) -> Bool {
        guard !tree.isVerb(head), tree.tag(head) != "VBG" else { return true }
        if table.lists(tree.lemma(head), "matter") || ["LAW", "EVENT", "WORK_OF_ART"].contains(tree.entity(head)) {
            return true
        }
        let isIndefinite = tree.child(head, .det).map { ["a", "an"].contains(tree.lower($0)) } ?? false
        if isIndefinite, tree.classes[head] == .properNoun || stance == .proposes { return true }
        if isForce(head, stance) { return true }
        if ["GPE", "ORG", "NORP", "PERSON", "LOC", "FAC"].contains(tree.entity(head)) { return false }
        return clauses.agency(head) != .person && clauses.agency(head) != .body && !isGroup(head)
    }

    /// `called for more volunteers`, `ruled out foreign troops`: people whom nobody has named, to be sent or to come.
    private func isForce(_ head: Int, _ stance: Position.Stance) -> Bool {
        guard tree.tag(head) == "NNS", !tree.has(head, .det), !tree.has(head, .poss) else { return false }
        return [.proposes, .rulesOut, .doesNotRuleOut].contains(stance)
    }

    /// What the contrary of a stance is; nil where it tells nothing.
    func negated(_ stance: Position.Stance) -> Position.Stance? {
        switch stance {
        case .supports, .supportsIf: .opposes
        case .rulesOut: .doesNotRuleOut
        case .undecided: .rulesOut
        case .proposes, .doesNotRuleOut, .opposes, .denies: nil
        }
    }

    /// The words of the condition that hangs on the verb, without its mark.
    func condition(of verb: Int) -> Range<Int>? {
        guard let clause = status.condition(of: verb) else { return onCondition(verb) }
        var words = tree.subtree(clause)
        let marks = tree.children(clause).filter { $0 < clause && [.mark, .advmod].contains(tree.relations[$0]) }
        if let mark = marks.first(where: { ["if", "unless", "once", "until"].contains(tree.lower($0)) }),
            mark + 1 < words.upperBound
        {
            words = Range(from: mark + 1, to: words.upperBound)
        }
        while words.count > 1, tree.isPunctuation(words.upperBound - 1) {
            words = Range(from: words.lowerBound, to: words.upperBound - 1)
        }
        return words
    }

    /// `on condition that …`
    private func onCondition(_ verb: Int) -> Range<Int>? {
        for preposition in tree.children(verb) where tree.lower(preposition) == "on" {
            guard let noun = tree.child(preposition, .pobj), tree.lemma(noun) == "condition",
                let clause = tree.children(noun).first(where: {
                    $0 > noun && [.acl, .ccomp, .relcl].contains(tree.relations[$0])
                })
            else { continue }
            return ProposalPhrase(scene: self).words(clause)
        }
        return nil
    }
}
