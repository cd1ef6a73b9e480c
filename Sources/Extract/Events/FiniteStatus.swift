import DemarcheAnnotate
import DemarcheRecords

/// The status that a verb's own tense, aspect, modals and negation give it.
///
///     will *close*: planned      may *close*: hypothetical      has not *closed*: did not happen
///     must *close*: proposed     is *closing*: ongoing          would have *closed*: did not happen
extension EventStatus {
    /// Whether the verb has a tense of its own.
    func isFinite(_ verb: Int) -> Bool {
        if modal(verb) != nil || ["VBD", "VBZ", "VBP"].contains(tree.tag(verb)) { return true }
        return auxiliaries(verb).contains { ["VBD", "VBZ", "VBP", "MD"].contains(tree.tag($0)) }
    }

    func auxiliaries(_ verb: Int) -> [Int] {
        tree.children(verb).filter { [.aux, .auxpass].contains(tree.relations[$0]) }
    }

    /// *will*, *would*, *could* … in full.
    func modal(_ verb: Int) -> String? {
        auxiliaries(verb).first { tree.tag($0) == "MD" }.map { auxiliary in
            switch tree.lower(auxiliary) {
            case "'ll", "’ll", "shall", "wo": "will"
            case "'d", "’d": "would"
            case "ca": "can"
            default: tree.lower(auxiliary)
            }
        }
    }

    /// *not*, *never*, *no longer*, *under no circumstances*, and *no* with the subject or object: `No troops were sent`.
    func isNegated(_ verb: Int) -> Bool {
        tree.children(verb).contains { child in
            if tree.lower(child) == "longer", child > 0, tree.lower(child - 1) == "no" { return true }
            if tree.relations[child] == .prep, ["under", "in", "at"].contains(tree.lower(child)),
                let noun = tree.child(child, .pobj)
            {
                return isNone(noun) && ["circumstance", "condition", "way", "case", "point"].contains(tree.lemma(noun))
            }
            return isNegation(child)
        }
    }

    private func isNegation(_ child: Int) -> Bool {
        tree.relations[child] == .neg || ["never", "nor"].contains(tree.lower(child))
            || [.dobj, .nsubj, .nsubjpass, .attr].contains(tree.relations[child]) && isNone(child)
    }

    /// `no talks`, `nobody`.
    func isNone(_ noun: Int) -> Bool {
        ["nobody", "none", "nothing"].contains(tree.lower(noun))
            || tree.children(noun).contains {
                ["no", "neither"].contains(tree.lower($0)) && tree.relations[$0] == .det
            }
    }

    func finite(_ verb: Int, _ steps: Int) -> PoliticalEvent.Status {
        if let modal = modal(verb) { return modalStatus(modal, verb, steps) }
        if isNegated(verb) { return .didNotHappen }
        let auxiliaries = auxiliaries(verb).map { tree.lemma($0) }
        if tree.tag(verb) == "VBG", auxiliaries.contains("be") || auxiliaries.contains("'") { return progressive(verb) }
        let isPresent = ["VBZ", "VBP"].contains(tree.tag(verb))
        if isPresent, !isCommunicative(verb), condition(of: verb) != nil { return .hypothetical }
        if table.verbs[key(verb)] == .going, isPresent || !Self.changing.contains(tree.lemma(verb)) { return .ongoing }
        if table.lasting.contains(tree.lemma(verb)), ["VBZ", "VBP"].contains(tree.tag(verb)) { return .ongoing }
        if tree.lemma(verb) == "be", ["VBZ", "VBP"].contains(tree.tag(verb)), !tree.has(verb, .attr) {
            return .ongoing
        }
        return .happened
    }

    /// Whether the verb says or does something to the condition itself: `threatens to leave if`, `says it will if`.
    private func isCommunicative(_ verb: Int) -> Bool {
        tree.lemma(verb) != "be" && table.verbs[key(verb)] != nil || clauses.verbCue(verb)?.isSpeech == true
    }

    /// Verbs of going on that in the past name a deed that is done: `extended its waters`.
    private static let changing: Set<String> = ["extend", "prolong", "step", "intensify"]

    /// `is shelling`; but `is threatening`, `is urging` have happened when they are reported, and `is leaving tomorrow` is
    /// planned.
    private func progressive(_ verb: Int) -> PoliticalEvent.Status {
        if table.verbs[key(verb)] == .plan, tree.lemma(verb) != "be" { return .planned }
        if tree.lemma(verb) == "go", let act = tree.child(verb, .xcomp), tree.tag(act) == "VB" { return .planned }
        switch table.verbs[key(verb)] {
        case .propose, .threaten, .deny, .fail, .exclude, .vow: return .happened
        default: return clauses.verbCue(verb)?.reading("that") == .sure ? .happened : .ongoing
        }
    }

    private func modalStatus(_ modal: String, _ verb: Int, _ steps: Int) -> PoliticalEvent.Status {
        let isPerfect = auxiliaries(verb).contains { tree.lemma($0) == "have" }
        if isAsked(verb) { return .hypothetical }
        if isNegated(verb) { return negatedModal(modal, verb) }
        switch modal {
        case "will": return heldOut(verb, else: isBlow(verb) ? .threatened : .planned)
        case "would":
            if isPerfect { return .didNotHappen }
            return heldOut(verb, else: isFutureInPast(verb) ? (isBlow(verb) ? .threatened : .planned) : .hypothetical)
        case "must", "should", "ought": return isPerfect ? .didNotHappen : .proposed
        default: return isPerfect || isWelcome(verb) ? .hypothetical : heldOut(verb, else: .hypothetical)
        }
    }

    /// `Will they send the fleet?`
    private func isAsked(_ verb: Int) -> Bool {
        guard let modal = auxiliaries(verb).first(where: { tree.tag($0) == "MD" }),
            let subject = tree.child(verb, .nsubj) ?? tree.child(verb, .nsubjpass), modal < subject
        else { return false }
        return tree.words(tree.sentence(verb).upperBound - 1) == "?"
            || tree.children(verb).contains { tree.words($0) == "?" }
    }

    /// `will not sell`: the doer rules it out; `will not pay unless`: held out, or open until then.
    private func negatedModal(_ modal: String, _ verb: Int) -> PoliticalEvent.Status {
        guard ["will", "would", "may", "might"].contains(modal), let condition = condition(of: verb),
            tree.children(condition).contains(where: { tree.lower($0) == "unless" || tree.lower($0) == "until" })
        else { return .didNotHappen }
        return clauses.isPassive(verb) ? .threatened : .hypothetical
    }

    /// What is promised or held out on a condition: an offer where it is welcome, else a threat when there is somebody who
    /// would do it.
    func heldOut(_ verb: Int, else status: PoliticalEvent.Status) -> PoliticalEvent.Status {
        guard condition(of: verb) != nil || status == .planned && isAny(verb) else { return status }
        if isWelcome(verb) { return .proposed }
        let doer = clauses.nearestSubject(verb) ?? tree.child(verb, .nsubjpass) ?? clauses.source(of: verb)
        if isAny(verb) { return .threatened }
        guard isBlow(verb) || doer.map({ clauses.agency($0) != .thing }) ?? false else { return .hypothetical }
        return tree.lemma(verb) == "face" && status == .hypothetical ? .hypothetical : .threatened
    }

    /// `Any attack would …`: a condition in the shape of a subject.
    func isAny(_ verb: Int) -> Bool {
        guard let subject = clauses.nearestSubject(verb) ?? tree.child(verb, .nsubjpass) else { return false }
        return tree.children(subject).contains { tree.lower($0) == "any" }
    }

    /// `lift the siege`, but not `halt the aid`.
    func isWelcome(_ verb: Int) -> Bool {
        if tree.lemma(verb) == "take" { return tree.child(verb, .dobj).map { tree.lower($0) == "part" } ?? false }
        guard table.welcome.contains(tree.lemma(verb)) else { return false }
        guard ["halt", "cease", "suspend", "withdraw"].contains(tree.lemma(verb)), let object = tree.child(verb, .dobj)
        else { return true }
        return tree.subtree(object).contains { WarningWords.english.has(tree.lemma($0), .burden) }
    }
    func isBlow(_ verb: Int) -> Bool { table.blows.contains(tree.lemma(verb)) || tree.lemma(verb) == "face" }

    /// `said that it would leave`: the *will* of then.
    private func isFutureInPast(_ verb: Int) -> Bool {
        let first = firstConjunct(verb)
        if tree.has(verb, .csubj) { return false }
        if tree.relations[first] == .root || tree.relations[first] == .relcl { return tree.relations[first] == .root }
        return [.ccomp, .parataxis].contains(tree.relations[first])
    }

    /// The clause of condition that hangs on a verb: *if*, *unless*, *until*, *as long as*.
    func condition(of verb: Int) -> Int? { condition(below: firstConjunct(verb)) ?? condition(below: verb) }

    /// `as long as` and `provided that` stand between the verb and the clause.
    private func condition(below verb: Int) -> Int? {
        tree.children(verb).lazy.compactMap { child in
            if tree.relations[child] == .advcl { return isCondition(child) ? child : nil }
            switch tree.lower(child) {
            case "long": return tree.child(child, .advcl).flatMap { isCondition($0) ? $0 : nil }
            case "provided", "providing": return tree.child(child, .pcomp) ?? tree.child(child, .ccomp)
            default: return nil
            }
        }.first
    }

    func isCondition(_ clause: Int) -> Bool {
        isInverted(clause)
            || [.pcomp, .ccomp].contains(tree.relations[clause])
                && ["provided", "providing"].contains(tree.lower(tree.heads[clause]))
            || tree.children(clause).contains { mark in
                switch tree.lower(mark) {
                case "if", "unless", "lest": true
                case "provided", "providing": tree.relations[mark] == .mark
                case "until", "till", "once": tree.relations[mark] == .mark || tree.relations[mark] == .advmod
                case "as": tree.lower(max(0, mark - 1)) == "long"
                default: false
                }
            }
    }

    /// `should they attack`, `had they signed`, `were it to fall`; *should* also in a clause that the parser takes for another.
    private func isInverted(_ clause: Int) -> Bool {
        guard let subject = tree.child(clause, .nsubj) ?? tree.child(clause, .nsubjpass) else { return false }
        let first = tree.subtree(clause).lowerBound
        if tree.relations[clause] == .advcl, first < subject, ["should", "had", "were"].contains(tree.lower(first)) {
            return true
        }
        guard let modal = auxiliaries(clause).first(where: { tree.lower($0) == "should" }), modal < subject else {
            return false
        }
        let isAsked = tree.sentence(clause).contains { tree.words($0) == "?" }
        return !isAsked && !(first..<modal).contains { tree.tag($0).hasPrefix("W") || tree.tag($0) == "CC" }
    }

    func firstConjunct(_ index: Int) -> Int {
        var index = index
        while tree.relations[index] == .conj, tree.heads[index] < index { index = tree.heads[index] }
        return index
    }
}
