import DemarcheAnnotate
import DemarcheRecords

/// What a party will not do itself.
///
///     Ruritania refuses to *repatriate the fighters*.     It has no plans to *leave*.     “We will not *negotiate* unless they halt.”
///
/// With *unless* or *until* it is support on that condition. Not to accept, allow or recognise what others do is to oppose it.
struct RefusedAct: StanceConstruction {
    static let name = "RefusedAct"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        let tree = scene.tree
        if let special = bare(index, scene) ?? nothing(index, scene) { return [special] }
        guard tree.isVerb(index),
            let (act, cue) = refusal(index, scene) ?? pledge(index, scene) ?? noPlan(index, scene)
                ?? willNot(index, scene),
            let party = scene.party(of: index)
        else { return [] }
        let condition = scene.condition(of: index) ?? scene.condition(of: act)
        let isOpen = [index, act].contains { isNegativeCondition($0, scene) }
        let phrase = ProposalPhrase(scene: scene)
        let others = isOpen || scene.status.hasTo(act) && tree.lemma(act) == "be" ? nil : objected(act, scene)
        guard !isStance(act, scene) || others != nil || isOpen else { return [] }
        return [
            StanceDraft(
                rule: Self.name, party: party, stance: isOpen ? .supportsIf : others == nil ? .rulesOut : .opposes,
                head: others ?? act, proposal: proposal(act, others, phrase), condition: condition, cue: cue)
        ]
    }

    private func proposal(_ act: Int, _ others: Int?, _ phrase: ProposalPhrase) -> Range<Int> {
        if let others { return phrase.words(phrase.head(others)) }
        let words = phrase.words(act)
        return act..<max(words.upperBound, act + 1)
    }

    /// A verb of stance is not itself what is refused: `refuses to rule out`.
    private func isStance(_ act: Int, _ scene: StanceScene) -> Bool {
        let key = scene.status.key(act)
        if ["support", "back"].contains(key), let object = scene.tree.child(act, .dobj) {
            return scene.table.lists(scene.tree.lemma(object), "matter")
        }
        return ["np", "ing", "to"].contains { scene.table.stance(key, $0) != nil } || scene.table.lists(key, "refusal")
            || [
                "say", "comment", "be", "tell", "answer", "discuss", "know", "confirm", "comply", "disclose",
                "hesitate", "function", "want", "have",
            ].contains(
                key)
    }

    /// `No troops will be sent, the minister said`: whoever speaks rules it out.
    private func nothing(_ verb: Int, _ scene: StanceScene) -> StanceDraft? {
        let tree = scene.tree
        guard let noun = tree.child(verb, .nsubjpass), scene.status.isNone(noun),
            ["will", "would"].contains(scene.status.modal(verb) ?? ""),
            let none = tree.child(noun, .det), none < noun,
            let statement = scene.passage.statement(holding: tree.span(verb)),
            statement.speaker.name != nil
        else { return nil }
        let words = ProposalPhrase(scene: scene).words(verb)
        return StanceDraft(
            rule: Self.name, party: nil, stance: .rulesOut, head: verb,
            proposal: none + 1..<max(words.upperBound, none + 2), condition: scene.condition(of: verb),
            cue: Range(from: none, to: verb + 1))
    }

    /// `…, but it declined`: what was asked for before.
    private func bare(_ verb: Int, _ scene: StanceScene) -> StanceDraft? {
        guard ["refuse", "decline"].contains(scene.tree.lemma(verb)), scene.tree.isVerb(verb),
            !scene.status.isNegated(verb), EventStatus.isReal(scene.status.status(of: verb)),
            let party = scene.party(of: verb),
            !scene.tree.children(verb).contains(where: {
                [.dobj, .xcomp, .ccomp, .nsubjpass, .prep].contains(scene.tree.relations[$0])
            })
        else { return nil }
        return StanceDraft(
            rule: Self.name, party: party, stance: .opposes, head: verb, proposal: verb..<verb + 1, condition: nil,
            cue: scene.cue(verb), refersBack: true)
    }

    /// The object of *accept*, *allow*, *recognise*.
    private func objected(_ act: Int, _ scene: StanceScene) -> Int? {
        let tree = scene.tree
        guard scene.table.lists(tree.lemma(act), "refusal") else { return nil }
        if ["support", "back", "endorse"].contains(tree.lemma(act)) { return nil }
        return tree.children(act).first {
            $0 > act && [.dobj, .ccomp, .xcomp].contains(tree.relations[$0]) && tree.classes[$0] != .pronoun
        }
            ?? tree.child(act, .prep).flatMap { tree.child($0, .pobj) }
    }

    private func isNegativeCondition(_ verb: Int, _ scene: StanceScene) -> Bool {
        guard let clause = scene.status.condition(of: verb) else { return false }
        return scene.tree.children(clause).contains { ["unless", "until"].contains(scene.tree.lower($0)) }
    }

    /// `refuses to`, `declined to`
    private func refusal(_ verb: Int, _ scene: StanceScene) -> (Int, Range<Int>)? {
        guard ["refuse", "decline"].contains(scene.tree.lemma(verb)), !scene.status.isNegated(verb),
            EventStatus.isReal(scene.status.status(of: verb)),
            let act = scene.tree.children(verb).first(where: { $0 > verb && scene.status.hasTo($0) }),
            !scene.tree.has(act, .auxpass)
        else { return nil }
        return (act, scene.cue(verb))
    }

    /// `pledged not to`
    private func pledge(_ verb: Int, _ scene: StanceScene) -> (Int, Range<Int>)? {
        guard
            ["pledge", "promise", "vow", "agree", "decide", "swear", "choose", "undertake"].contains(
                scene.tree.lemma(verb)), !scene.status.isNegated(verb),
            EventStatus.isReal(scene.status.status(of: verb))
        else { return nil }
        let act = scene.tree.children(verb).first { act in
            act > verb && scene.status.hasTo(act) && scene.tree.has(act, .neg)
        }
        return act.map { ($0, scene.cue(verb)) }
    }

    /// `has no plans to`, `has no intention of`, `does not intend to`
    private func noPlan(_ verb: Int, _ scene: StanceScene) -> (Int, Range<Int>)? {
        let tree = scene.tree
        if ["intend", "plan"].contains(tree.lemma(verb)), scene.status.isNegated(verb), scene.status.modal(verb) == nil,
            let act = tree.children(verb).first(where: { $0 > verb && scene.status.hasTo($0) })
        {
            return (act, scene.cue(verb))
        }
        guard tree.lemma(verb) == "have", let noun = tree.child(verb, .dobj),
            scene.status.isNone(noun) || scene.status.isNegated(verb),
            ["plan", "intention", "intent", "desire", "wish"].contains(tree.lemma(noun)),
            let act = tree.children(noun).first(where: { tree.relations[$0] == .acl && $0 > noun })
                ?? tree.children(verb).first(where: { tree.relations[$0] == .xcomp && $0 > noun })
                ?? tree.child(noun, .prep).flatMap({ tree.child($0, .pcomp) })
        else { return nil }
        return (act, scene.cue(verb, through: noun))
    }

    /// `will not`, `would never`, `is not going to`, of the party's own act.
    private func willNot(_ verb: Int, _ scene: StanceScene) -> (Int, Range<Int>)? {
        let tree = scene.tree
        guard scene.status.isNegated(verb), !scene.clauses.isPassive(verb), tree.lemma(verb) != "be" else { return nil }
        let isWill =
            ["will", "would"].contains(scene.status.modal(verb) ?? "")
            && !tree.children(verb).contains { tree.lemma($0) == "have" && tree.relations[$0] == .aux }
        guard isWill, let subject = scene.clauses.nearestSubject(verb), scene.clauses.agency(subject) != .thing,
            tree.relations[verb] != .relcl, !scene.status.isCondition(verb), isSpokenOf(subject, verb, scene)
        else { return nil }
        return (verb, scene.cue(verb))
    }

    /// Whether the party says so itself, or the outlet reports it: what others say of it only foretells.
    private func isSpokenOf(_ subject: Int, _ verb: Int, _ scene: StanceScene) -> Bool {
        guard let statement = scene.passage.statement(holding: scene.tree.span(verb)), statement.speaker.name != nil
        else { return true }
        return scene.isOwn(subject, statement) || statement.speaker.affiliation == nil
            || scene.country(subject) == nil && statement.speaker.kind != .person
    }
}
