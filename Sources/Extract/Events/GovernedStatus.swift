import DemarcheAnnotate
import DemarcheRecords

/// The status that governing verbs, nouns and adjectives give, and clauses around a clause.
///
///     *plans to* withdraw: planned        *foiled a plot to* attack: did not happen       *without* firing: did not happen
///     *denies that* it fired: denied      *if* it fires: hypothetical                     *began* firing: happened
extension EventStatus {
    func verbal(_ verb: Int, _ steps: Int) -> PoliticalEvent.Status {
        let first = firstConjunct(verb)
        guard isFinite(verb) else {
            if isAlternative(verb, first) { return .threatened }
            return first == verb || tree.isVerb(first) == false ? governed(verb, steps) : status(first, steps + 1)
        }
        return embedded(finite(verb, steps), verb, first, steps)
    }

    /// `must leave or face sanctions`.
    private func isAlternative(_ verb: Int, _ first: Int) -> Bool {
        guard verb != first else { return false }
        let head = tree.heads[verb]
        return tree.children(head).contains {
            $0 < verb && $0 > head && tree.lower($0) == "or" && tree.relations[$0] == .cc
        }
            && (tree.lemma(verb) == "face" || tree.lemma(verb) == "risk")
    }

    // MARK: Clauses with a tense

    private func embedded(
        _ status: PoliticalEvent.Status, _ verb: Int, _ first: Int, _ steps: Int
    ) -> PoliticalEvent.Status {
        if isConditional(first) || isConditional(verb) { return .hypothetical }
        let head = tree.heads[first]
        guard head != first else { return status }
        switch tree.relations[first] {
        case .ccomp, .acl, .relcl, .xcomp, .csubj, .pcomp:
            if tree.relations[first] == .relcl, isPredicateOfRelative(first) { return relative(status, head, steps) }
            guard first > head || clauses.verbCue(head)?.isSpeech == true && table.verbs[key(head)] != .fail,
                let embedding = embedding(head, tree.relations[first] == .pcomp ? head : nil)
            else { return status }
            return projected(embedding, status, verb, head, steps)
        default: return status
        }
    }

    private func isPredicateOfRelative(_ verb: Int) -> Bool {
        tree.children(verb).contains {
            ["WDT", "WP", "WP$"].contains(tree.tag($0)) || ["which", "who"].contains(tree.lower($0))
        }
    }

    /// `a bill that would ban`, `a march that was to pass`: what is told of something that is only proposed.
    private func relative(_ status: PoliticalEvent.Status, _ noun: Int, _ steps: Int) -> PoliticalEvent.Status {
        guard status == .hypothetical, table.nouns[tree.lemma(noun)] == .propose else { return status }
        return .proposed
    }

    /// In a clause of condition, or one that waits for what is still to come.
    func isConditional(_ clause: Int) -> Bool {
        guard tree.relations[clause] != .ccomp || tree.lower(tree.subtree(clause).lowerBound) == "if" else {
            return tree.children(clause).contains {
                tree.relations[$0] == .mark && ["whether", "if"].contains(tree.lower($0))
            }
        }
        if isCondition(clause) { return true }
        guard tree.relations[clause] == .advcl,
            ["VBZ", "VBP"].contains(tree.tag(clause)) || tree.has(clause, .auxpass),
            let mark = tree.children(clause).first(where: {
                ["when", "before", "once", "until"].contains(tree.lower($0))
            })
        else { return false }
        return mark < clause && modal(tree.heads[clause]) != nil
    }

    /// What a governor makes of a clause with a tense.
    private func projected(
        _ embedding: Embedding, _ status: PoliticalEvent.Status, _ verb: Int, _ head: Int, _ steps: Int
    ) -> PoliticalEvent.Status {
        let governor = self.status(head, steps + 1)
        switch embedding {
        case .deny: return governor == .didNotHappen ? status : .denied
        case .suppose, .exclude: return status == .happened && isPast(verb) ? status : .hypothetical
        case .propose: return isWanted(verb, head) ? .proposed : status
        case .threaten: return [.planned, .hypothetical].contains(status) ? .threatened : status
        case .fact: return status
        case .plan where status == .planned && isWish(verb, head): return .proposed
        case .real, .plan, .vow, .going, .halt: return governor == .denied ? .denied : status
        case .fail: return governor == .didNotHappen ? status : .didNotHappen
        }
    }

    /// `demands that they leave`, `suggests that it should leave`; `suggests that it left` only tells.
    private func isWanted(_ verb: Int, _ head: Int) -> Bool {
        if let modal = modal(verb) { return ["should", "must"].contains(modal) }
        if tree.tag(verb) == "VB" { return true }
        return tree.tag(verb) == "VBP" && ["demand", "request", "urge", "call", "order"].contains(tree.lemma(head))
    }

    /// `hopes that they will leave`, of others.
    private func isWish(_ verb: Int, _ head: Int) -> Bool {
        guard ["hope", "hop", "wish"].contains(tree.lemma(head)), let subject = tree.child(verb, .nsubj) else {
            return false
        }
        return tree.classes[subject] != .pronoun
    }

    private func isPast(_ verb: Int) -> Bool {
        tree.tag(verb) == "VBD" || tree.tag(verb) == "VBN" && modal(verb) == nil
    }

    // MARK: Infinitives, gerunds, participles

    private func governed(_ verb: Int, _ steps: Int) -> PoliticalEvent.Status {
        let (head, relation) = (tree.heads[verb], tree.relations[verb])
        if isConditional(verb) { return .hypothetical }
        if let noun = announcing(verb) { return complement(verb, of: noun, nil, steps) }
        if relation == .advcl, isBehind(verb, head) { return complement(verb, of: head, nil, steps) }
        guard head != verb else {
            return isNegated(verb) ? .didNotHappen : hasTo(verb) ? heldOut(verb, else: .planned) : .happened
        }
        switch relation {
        case .acomp: return status(head, steps + 1)
        case .xcomp, .ccomp, .dobj, .oprd: return complement(verb, of: head, nil, steps)
        case .pcomp, .pobj: return complement(verb, of: tree.heads[head], head, steps)
        case .acl, .relcl:
            return tree.tag(verb) == "VB" || hasTo(verb)
                ? complement(verb, of: head, nil, steps) : participle(verb, of: head, steps)
        case .advcl: return adverbial(verb, head, steps)
        case .csubj, .nsubj, .csubjpass, .nsubjpass:
            return isReal(head, steps) && !isGeneral(head) ? .happened : .hypothetical
        case .amod: return table.lasting.contains(tree.lemma(verb)) ? .ongoing : .happened
        default: return isNegated(verb) ? .didNotHappen : isPredicate(head) ? status(head, steps + 1) : .happened
        }
    }

    /// `foiled a plot to kill`: the infinitive says more of the noun right in front of it.
    private func announcing(_ verb: Int) -> Int? {
        let head = tree.heads[verb]
        guard hasTo(verb), [.xcomp, .advcl].contains(tree.relations[verb]), isPredicate(head),
            table.verbs[key(head)] != .propose, let noun = tree.children(head).last(where: { $0 < verb }),
            tree.relations[noun] == .dobj, table.nouns[tree.lemma(noun)] != nil,
            tree.subtree(noun).upperBound == tree.subtree(verb).lowerBound
        else { return nil }
        return noun
    }

    /// A gerund right behind the verb, which the parser takes for an adverbial: `ruled out sending`.
    private func isBehind(_ verb: Int, _ head: Int) -> Bool {
        tree.tag(verb) == "VBG" && table.verbs[key(head)] != nil
            && tree.subtree(verb).lowerBound == (tree.child(head, .prt) ?? head) + 1
    }

    /// `Sending tanks risks a war`: in the present, where the tagger may take the verb for a noun.
    private func isGeneral(_ verb: Int) -> Bool { ["VBZ", "VBP", "NNS"].contains(tree.tag(verb)) }

    private func isReal(_ head: Int, _ steps: Int) -> Bool { Self.isReal(status(head, steps + 1)) }

    func hasTo(_ verb: Int) -> Bool { tree.children(verb).contains { tree.tag($0) == "TO" && $0 < verb } }

    private func complement(_ verb: Int, of head: Int, _ preposition: Int?, _ steps: Int) -> PoliticalEvent.Status {
        if let preposition, ["without", "instead"].contains(tree.lower(preposition)) { return .didNotHappen }
        if let preposition, ["amid", "amidst", "during"].contains(tree.lower(preposition)) { return .ongoing }
        if hasTo(verb), isNegated(verb) || isYetToCome(verb, head) { return .didNotHappen }
        if let embedding = embedding(head, preposition) { return value(embedding, verb, head, steps) }
        let governor = status(head, steps + 1)
        if hasTo(verb) { return Self.isReal(governor) ? .hypothetical : governor }
        return governor
    }

    /// `have yet to leave`
    private func isYetToCome(_ verb: Int, _ head: Int) -> Bool {
        tree.lemma(head) == "have"
            && (tree.children(verb) + tree.children(head)).contains { tree.lower($0) == "yet" && $0 < verb }
    }

    /// `troops fighting rebels`: ongoing; `a letter demanding peace`, `a march held in May`: happened.
    private func participle(_ verb: Int, of noun: Int, _ steps: Int) -> PoliticalEvent.Status {
        if isNegated(verb) { return .didNotHappen }
        guard tree.tag(verb) == "VBG" else { return .happened }
        let noun = status(noun, steps + 1)
        if noun == .hypothetical || noun == .threatened { return noun }
        guard tree.words(max(0, verb - 1)) != "," else { return .happened }
        if table.verbs[key(verb)].map({ [.propose, .threaten, .deny, .real, .fail].contains($0) }) ?? false {
            return .happened
        }
        return clauses.verbCue(verb)?.isSpeech == true ? .happened : .ongoing
    }

    /// `to stop them`: the doer's aim; `killing two`, `food being let in`: with the main clause.
    private func adverbial(_ verb: Int, _ head: Int, _ steps: Int) -> PoliticalEvent.Status {
        if isNegated(verb) { return .didNotHappen }
        let governor = isPredicate(head) ? status(head, steps + 1) : .happened
        if hasTo(verb) { return Self.isReal(governor) ? .planned : governor }
        if tree.children(verb).contains(where: { ["without", "instead"].contains(tree.lower($0)) }) {
            return .didNotHappen
        }
        if tree.child(verb, .auxpass).map({ tree.tag($0) == "VBG" }) ?? false { return governor }
        guard tree.tag(verb) == "VBG" else { return .happened }
        return clauses.verbCue(verb)?.isSpeech == true || table.verbs[key(verb)] == .threaten ? .happened : governor
    }

    // MARK: Governors

    /// The verb with its particle, as the table has it.
    func key(_ verb: Int) -> String {
        if tree.lemma(verb) == "take", let object = tree.child(verb, .dobj), tree.lower(object) == "place" {
            return "take place"
        }
        guard let particle = tree.child(verb, .prt) else { return tree.lemma(verb) }
        return "\(tree.lemma(verb)) \(tree.lower(particle))"
    }

    /// What a governor says of what it governs, with the preposition between them.
    func embedding(_ head: Int, _ preposition: Int?) -> Embedding? {
        if isPredicate(head) {
            if let preposition {
                if let found = table.verbs["\(key(head)) \(tree.lower(preposition))"] { return found }
                if tree.heads[preposition] == head,
                    ["by", "after", "since", "in", "at", "on"].contains(tree.lower(preposition))
                {
                    return nil
                }
            }
            return table.verbs[key(head)] ?? phrase(head)
        }
        return [.adjective, .adverb].contains(tree.classes[head]) || tree.relations[head] == .acomp
            ? table.adjectives[tree.lower(head)] ?? table.verbs[tree.lemma(head)] : table.nouns[tree.lemma(head)]
    }

    /// `call on X to`: the preposition stands with the verb, and X in between.
    private func phrase(_ verb: Int) -> Embedding? {
        tree.children(verb).lazy.filter { tree.relations[$0] == .prep || tree.relations[$0] == .advmod }
            .compactMap { table.verbs["\(tree.lemma(verb)) \(tree.lower($0))"] }.first
    }

    /// What an embedding makes of an act without a tense, given how real the governor itself is.
    func value(_ embedding: Embedding, _ act: Int, _ head: Int, _ steps: Int) -> PoliticalEvent.Status {
        if embedding == .fact { return isPredicate(act) || !isLasting(act) ? .happened : .ongoing }
        let governor = predication(head, steps)
        if governor == .denied { return .denied }
        switch embedding {
        case .plan, .vow: return planned(embedding, act, head, governor)
        case .propose: return wanted(head, governor)
        case .threaten:
            return Self.isReal(governor) || governor == .planned || governor == .threatened
                ? .threatened : .hypothetical
        case .suppose: return isHeldOut(act, head) ? .threatened : .hypothetical
        case .deny: return governor == .didNotHappen ? .hypothetical : .denied
        case .fail: return failed(governor)
        case .exclude: return Self.isReal(governor) || governor == .planned ? .didNotHappen : .hypothetical
        case .real where hasBegun(act, head): return .ongoing
        case .real, .fact: return governor
        case .going: return Self.isReal(governor) ? .ongoing : governor
        case .halt: return isPredicate(act) ? governor : .ongoing
        }
    }

    /// `has begun pulling out`, and not yet ended.
    private func hasBegun(_ act: Int, _ head: Int) -> Bool {
        ["begin", "start"].contains(tree.lemma(head)) && isPredicate(act) && modal(head) == nil
            && tree.children(head).contains { ["has", "have"].contains(tree.lower($0)) && tree.relations[$0] == .aux }
    }

    /// The status of the governor: for an adjective that of its copula.
    private func predication(_ head: Int, _ steps: Int) -> PoliticalEvent.Status {
        let isAdjective = !isPredicate(head) && tree.relations[head] == .acomp
        return status(isAdjective ? tree.heads[head] : head, steps + 1)
    }

    /// `would consider leaving if …`, `is ready to strike if …`: what is not welcome and hangs on a condition.
    private func isHeldOut(_ act: Int, _ head: Int) -> Bool {
        let verb = predicate(head)
        return isPredicate(act) && !isWelcome(act) && isPredicate(verb)
            && (condition(of: verb) ?? condition(of: act)) != nil && (modal(verb) != nil || verb != head)
    }

    private func predicate(_ head: Int) -> Int { tree.relations[head] == .acomp ? tree.heads[head] : head }

    private func planned(
        _ embedding: Embedding, _ act: Int, _ head: Int, _ governor: PoliticalEvent.Status
    ) -> PoliticalEvent.Status {
        if isHeldOut(act, head) { return .threatened }
        guard Self.isReal(governor) || governor == .hypothetical && condition(of: predicate(head)) != nil else {
            return governor
        }
        if isPredicate(act), isWelcome(act), ["ready", "prepared"].contains(tree.lower(head)) { return .proposed }
        return embedding == .vow && isBlow(act) ? .threatened : .planned
    }

    /// A call that is rejected is not heeded; what nobody asks for is only imagined.
    private func wanted(_ head: Int, _ governor: PoliticalEvent.Status) -> PoliticalEvent.Status {
        switch governor {
        case .happened, .ongoing, .planned, .proposed: .proposed
        case .didNotHappen: isPredicate(head) ? .hypothetical : .didNotHappen
        default: governor
        }
    }

    private func failed(_ governor: PoliticalEvent.Status) -> PoliticalEvent.Status {
        switch governor {
        case .didNotHappen: .happened
        case .proposed, .hypothetical, .threatened: .hypothetical
        default: .didNotHappen
        }
    }
}
