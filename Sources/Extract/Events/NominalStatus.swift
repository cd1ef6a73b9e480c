import DemarcheAnnotate
import DemarcheRecords

/// The status of what a noun names: from the words in front of it, the verb it is subject or object of, and the preposition
/// that it stands behind.
///
///     a *planned* visit: planned         *call for* a truce: proposed        *amid* the siege: ongoing
///     *after* the raid: happened         *called off* the talks: did not happen
extension EventStatus {
    func nominal(_ noun: Int, _ steps: Int) -> PoliticalEvent.Status {
        if isNone(noun) { return .didNotHappen }
        let role = role(noun, steps)
        if Self.isReal(role), isScheduled(noun) { return .planned }
        if let modifier = modifier(noun) { return modified(modifier, noun, role) }
        if role == .happened, isLasting(noun) { return .ongoing }
        return role
    }

    /// `talks scheduled for May`
    private func isScheduled(_ noun: Int) -> Bool {
        tree.children(noun).contains { participle in
            guard participle > noun, tree.relations[participle] == .acl, tree.tag(participle) == "VBN" else {
                return false
            }
            return ([participle] + tree.children(participle).filter { tree.relations[$0] == .conj }).contains {
                ["schedule", "plan", "slate", "set"].contains(tree.lemma($0)) && tree.tag($0) == "VBN"
            }
        }
    }

    func isLasting(_ noun: Int) -> Bool {
        guard table.lasting.contains(tree.lemma(noun)) else { return false }
        let verb = tree.heads[noun]
        if tree.relations[noun] == .nsubj, isPredicate(verb), table.verbs[key(verb)] == .halt { return false }
        return !(tree.relations[noun] == .dobj || tree.relations[noun] == .nsubjpass) || !isPredicate(verb)
            || table.verbs[key(verb)] != .real
    }

    private func modifier(_ noun: Int) -> Embedding? {
        tree.children(noun).lazy.filter { $0 < noun }.compactMap { table.modifiers[tree.lower($0)] }.first
    }

    private func modified(
        _ embedding: Embedding, _ noun: Int, _ role: PoliticalEvent.Status
    ) -> PoliticalEvent.Status {
        switch embedding {
        case .plan: Self.isReal(role) ? .planned : role
        case .propose: Self.isReal(role) ? .proposed : role
        case .threaten: .threatened
        case .suppose: Self.isReal(role) ? .hypothetical : role
        case .fail: .didNotHappen
        case .going: Self.isReal(role) ? .ongoing : role
        default: role
        }
    }

    private func role(_ noun: Int, _ steps: Int) -> PoliticalEvent.Status {
        let head = tree.heads[noun]
        guard head != noun else { return .happened }
        switch tree.relations[noun] {
        case .dobj, .dative, .oprd: return object(noun, of: head, steps)
        case .nsubjpass where isPredicate(head) && isAny(head) && !Self.isReal(status(head, steps + 1)):
            return .hypothetical
        case .nsubjpass: return isPredicate(head) ? object(noun, of: head, steps) : .happened
        case .nsubj: return subject(noun, of: head, steps)
        case .csubj: return judged(tree.child(head, .acomp), steps) ?? .happened
        case .attr: return isPredicate(head) ? predicated(head, steps) : .happened
        case .pobj: return behind(noun, head, steps)
        case .conj: return status(head, steps + 1)
        case .compound, .nmod, .amod: return part(noun, of: head, steps)
        case .ccomp, .xcomp, .pcomp: return embedding(head, nil).map { value($0, noun, head, steps) } ?? .happened
        default: return .happened
        }
    }

    /// `there were clashes`: as real as the copula, but over when that does not say that it goes on.
    private func predicated(_ copula: Int, _ steps: Int) -> PoliticalEvent.Status {
        let status = status(copula, steps + 1)
        return status == .ongoing ? .happened : status
    }

    /// `a sanctions threat`; `anti-war protests` says nothing of a war.
    private func part(_ noun: Int, of head: Int, _ steps: Int) -> PoliticalEvent.Status {
        guard let embedding = table.nouns[tree.lemma(head)], embedding != .real else { return status(head, steps + 1) }
        return value(embedding, noun, head, steps)
    }

    private func object(_ noun: Int, of verb: Int, _ steps: Int) -> PoliticalEvent.Status {
        guard isPredicate(verb) else { return .happened }
        if key(verb) == "call", !tree.has(verb, .oprd) { return value(.plan, noun, verb, steps) }
        if let embedding = table.verbs[key(verb)] {
            if embedding == .fail, Self.involvement.contains(tree.lemma(noun)) { return .denied }
            return value(embedding, noun, verb, steps)
        }
        if clauses.verbCue(verb)?.isSpeech == true { return .happened }
        let governor = status(verb, steps + 1)
        return Self.isReal(governor) || isDefinite(noun) && isLasting(noun) ? .happened : governor
    }

    /// `rejects its involvement`: denies it.
    static let involvement: Set<String> = [
        "involvement", "role", "responsibility", "allegation", "accusation", "claim", "charge", "part", "link",
        "report",
    ]

    private func subject(_ noun: Int, of verb: Int, _ steps: Int) -> PoliticalEvent.Status {
        if let judged = judged(tree.child(verb, .acomp) ?? verb, steps) { return judged }
        guard isPredicate(verb) else { return .happened }
        let governor = status(verb, steps + 1)
        if isAny(verb), governor != .happened { return .hypothetical }
        if table.existence.contains(key(verb)) {
            if ["begin", "start", "resume"].contains(tree.lemma(verb)), tree.tag(verb) == "VBZ" { return .ongoing }
            return tree.lemma(verb) == "be" && governor == .ongoing ? .happened : governor
        }
        if table.verbs[key(verb)] == .halt, governor == .happened { return .happened }
        if [.going, .halt].contains(table.verbs[key(verb)]) { return .ongoing }
        return Self.isReal(governor) || isDefinite(noun) ? .happened : .hypothetical
    }

    /// `war is inevitable`, `makes a war unavoidable`, `talks are due`: an adjective says how sure its subject is.
    private func judged(_ adjective: Int?, _ steps: Int) -> PoliticalEvent.Status? {
        guard let adjective, tree.classes[adjective] == .adjective else { return nil }
        switch table.adjectives[tree.lower(adjective)] {
        case .suppose: return .hypothetical
        case .plan: return isNegated(tree.heads[adjective]) ? .hypothetical : .planned
        default: return nil
        }
    }

    private func isDefinite(_ noun: Int) -> Bool {
        tree.children(noun).contains { child in
            tree.relations[child] == .poss || ["the", "this", "these", "those", "that"].contains(tree.lower(child))
        }
    }

    private func behind(_ noun: Int, _ preposition: Int, _ steps: Int) -> PoliticalEvent.Status {
        let head = tree.heads[preposition]
        switch tree.lower(preposition) {
        case "without", "instead": return .didNotHappen
        case "amid", "amidst", "during": return .ongoing
        case "after", "following", "since", "despite", "because", "due", "over": return .happened
        default: break
        }
        if isChain(preposition) { return .happened }
        guard head != preposition else { return .happened }
        if let verb = verb(beyond: head),
            let embedding = table.verbs["\(tree.lemma(verb)) \(tree.lower(head)) \(tree.lower(preposition))"]
        {
            return value(embedding, noun, verb, steps)
        }
        if tree.lower(preposition) == "of", let status = shared(noun, head, steps) { return status }
        if isDistantCall(preposition, head) { return .proposed }
        if let embedding = embedding(head, preposition), !isAside(preposition, head) {
            return value(embedding, noun, head, steps)
        }
        if isAside(preposition, head), !isDefinite(noun), isConditional(head) { return .hypothetical }
        let isGoal = ["to", "into"].contains(tree.lower(preposition))
        guard isPredicate(head), !isDefinite(noun) || isGoal else { return .happened }
        let governor = status(head, steps + 1)
        return Self.isReal(governor) || isAside(preposition, head) ? .happened : governor
    }

    /// `pulled out of talks`, where the parser takes the particle for a preposition.
    private func verb(beyond head: Int) -> Int? {
        tree.relations[head] == .prep && isPredicate(tree.heads[head]) ? tree.heads[head] : nil
    }

    /// `a state of war`: an indefinite noun that names no act by itself and is not real makes what it is made of no more so.
    private func shared(_ noun: Int, _ head: Int, _ steps: Int) -> PoliticalEvent.Status? {
        guard !isPredicate(head), tree.classes[head] == .noun, table.nouns[tree.lemma(head)] == nil,
            tree.child(head, .det).map({ ["a", "an"].contains(tree.lower($0)) }) ?? false
        else { return nil }
        let status = status(head, steps + 1)
        return Self.isReal(status) ? nil : status
    }

    /// `in response to the raid`, `because of the siege`.
    private func isChain(_ preposition: Int) -> Bool {
        ["response", "reaction", "because", "due", "retaliation", "reply", "revenge"].contains(
            tree.lower(tree.heads[preposition]))
    }

    /// `calls grow for an inquiry`
    private func isDistantCall(_ preposition: Int, _ verb: Int) -> Bool {
        guard tree.lower(preposition) == "for", isPredicate(verb), let subject = tree.child(verb, .nsubj) else {
            return false
        }
        return table.nouns[tree.lemma(subject)] == .propose
    }

    /// A phrase of time, place or manner, which the governor says nothing of.
    private func isAside(_ preposition: Int, _ head: Int) -> Bool {
        ["in", "at", "by", "under", "from", "between"].contains(tree.lower(preposition)) && isPredicate(head)
            && table.verbs["\(key(head)) \(tree.lower(preposition))"] == nil
    }
}
