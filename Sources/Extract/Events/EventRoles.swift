import DemarcheAnnotate
import DemarcheRecords

/// Who does it and to whom it is done, from the syntax around the words that name an event.
///
/// The actor of a verb is its subject or the *by* of a passive; that of a noun is its possessor, its adjective of a nation, its
/// *by* or *between*, and the subject of a light verb. The recipient is, in this order: an object that can act; the object of
/// *on*, *against*, *to*, *with* … at the verb or at the object that belongs to the event's name; the subject of what is asked
/// of somebody; whoever the object belongs to (`Graustark’s plan`, `a decision by Vaduz`); and where it is done.
struct EventRoles: Sendable {
    let syntax: EventSyntax
    private var tree: Tree { syntax.tree }

    func roles(of frame: EventFrame) -> (actors: [Int], recipients: [Int]) {
        frame.isNominal ? nominal(frame) : verbal(frame)
    }

    // MARK: Verbs

    private func verbal(_ frame: EventFrame) -> (actors: [Int], recipients: [Int]) {
        let actors = acting(syntax.subjects(of: frame.head).map { meant($0, by: frame.head) })
        var taken = Set(actors)
        let recipients = recipients(of: frame, actors).filter { taken.insert($0).inserted }
        return syntax.lexicon.undergone.contains(tree.lemma(frame.head)) ? (recipients, actors) : (actors, recipients)
    }

    /// Whether a possessive that belongs to somebody else only because of its noun can mean the actor: `arrived on *his* visit`.
    private func refers(_ possessive: Int, to actor: Int) -> Bool {
        guard tree.relations[possessive] == .poss, tree.classes[possessive] == .pronoun else { return false }
        let isPlural = ["NNS", "NNPS"].contains(tree.tag(actor)) || tree.has(actor, .conj)
        switch tree.lower(possessive) {
        case "their": return isPlural || tree.relations[actor] == .conj
        case "its": return !isPlural && tree.entity(actor) != "PERSON"
        case "his", "her": return !isPlural && !["GPE", "NORP"].contains(tree.entity(actor))
        default: return false
        }
    }

    /// Whom a pronoun that is the subject of reported words means: `the council said it would` means the council.
    private func meant(_ subject: Int, by verb: Int) -> Int {
        guard tree.classes[subject] == .pronoun, ["it", "they", "he", "she"].contains(tree.lower(subject)) else {
            return subject
        }
        var clause = verb
        while [.xcomp, .conj].contains(tree.relations[clause]), tree.heads[clause] != clause {
            clause = tree.heads[clause]
        }
        guard [.ccomp, .advcl].contains(tree.relations[clause]), tree.isVerb(tree.heads[clause]),
            let source = syntax.clauses.source(of: tree.heads[clause]), source != subject, syntax.isParty(source)
        else { return subject }
        let isPlural = ["NNS", "NNPS"].contains(tree.tag(source)) || tree.has(source, .conj)
        switch tree.lower(subject) {
        case "it": return syntax.clauses.agency(source) == .person && tree.entity(source) == "PERSON" ? subject : source
        case "they": return isPlural || tree.entity(source) != "PERSON" ? source : subject
        default: return isPlural || ["GPE", "ORG", "NORP"].contains(tree.entity(source)) ? subject : source
        }
    }

    /// Subjects that can act; for a thing whoever it belongs to: `a bombing by the militia killed`.
    private func acting(_ subjects: [Int]) -> [Int] {
        subjects.flatMap { subject -> [Int] in
            if syntax.isParty(subject) { return parties(named: subject) }
            let owners = owners(of: subject)
            return owners.isEmpty ? parties(named: subject) : owners
        }
    }

    private func recipients(of frame: EventFrame, _ actors: [Int]) -> [Int] {
        let verb = frame.head
        let own = isOwnForce(frame) ? frame.object : nil
        let named = frame.object.flatMap { syntax.isParty($0) && own == nil ? nil : $0 }
        let objects = syntax.objects(of: verb).filter { $0 != named }
        let datives = tree.children(verb).filter { tree.relations[$0] == .dative && tree.classes[$0] != .adposition }
        let addressed = addressed(frame)
        if !addressed.isEmpty { return addressed.flatMap(parties) }
        let direct = (datives + objects).filter(syntax.isParty)
        let blamed =
            direct.allSatisfy(isOwnPeople)
            ? ([verb] + direct).flatMap { phrases($0, Self.topics) }.filter(syntax.isParty) : []
        if !direct.isEmpty { return (blamed.isEmpty ? direct : blamed).flatMap(parties) }
        let clauses = tree.children(verb).filter {
            [.ccomp, .xcomp].contains(tree.relations[$0])
                || tree.relations[$0] == .advcl && isInfinitive($0) && frame.kind.isPromise
        }
        let heads = [verb, frame.object].compactMap(\.self) + frame.parts.filter { tree.relations[$0] == .prep }
        let things = objects + (own == nil ? [frame.object].compactMap(\.self) : [])
        let aimed = heads.flatMap { phrases($0, Self.directions) }
        let ways: [[Int]] = [
            clauses.flatMap(subjects).filter(syntax.isParty), aimed.filter(syntax.isParty),
            clauses.filter { tree.relations[$0] != .ccomp && tree.isVerb($0) }.flatMap(further),
            isMutual(frame) ? [] : things.flatMap(owners), heads.flatMap { phrases($0, nil) }.flatMap(owners),
            isMutual(frame) ? [] : heads.flatMap { phrases($0, Self.places) }.filter(isPlace), aimed.flatMap(owners),
            objects,
            clauses.filter(isInfinitive).flatMap(subjects), heads.flatMap { phrases($0, Self.targets) },
            own == nil && frame.kind.plover.type == .coerce ? [frame.object].compactMap(\.self) : [],
        ]
        let others = ways.lazy.map { $0.filter { recipient in !actors.contains { refers(recipient, to: $0) } } }
        return (others.first { !$0.isEmpty } ?? []).flatMap(parties)
    }

    /// Whoever stands behind a preposition that belongs to the verb: `arrived in`, `celebrated … with`.
    private func addressed(_ frame: EventFrame) -> [Int] {
        guard ![.accuse, .coerce, .sanction].contains(frame.kind.plover.type) else { return [] }
        return frame.parts.filter {
            tree.relations[$0] == .prep && ["with", "to", "in", "at", "for", "on"].contains(tree.lower($0))
        }.flatMap { preposition in
            tree.children(preposition).filter { tree.relations[$0] == .pobj }.flatMap(syntax.joined)
        }.filter { syntax.isParty($0) || frame.kind.plover.mode == "visit" && isPlace($0) }
    }

    /// `warned their citizens about`: whom it is said to is no other party.
    private func isOwnPeople(_ noun: Int) -> Bool {
        tree.child(noun, .poss).map { tree.classes[$0] == .pronoun } ?? false
    }

    private static let topics: Set<String> = ["about", "of", "against", "over"]

    private func isInfinitive(_ verb: Int) -> Bool {
        tree.children(verb).contains { tree.relations[$0] == .aux && tree.tag($0) == "TO" }
    }

    /// Whether two or more actors do it with each other, for whom a place is no recipient.
    private func isMutual(_ frame: EventFrame) -> Bool {
        ([.consult, .agree, .cooperate].contains(frame.kind.plover.type)
            || ["054", "057"].contains(frame.kind.cameo))
            && tree.isVerb(frame.governor) && syntax.subjects(of: frame.governor).count > 1
    }

    /// Whether the object that the pattern asks for is the actor's own: `deployed troops`, `withdrew its ambassador`.
    private func isOwnForce(_ frame: EventFrame) -> Bool {
        switch frame.kind.plover.type {
        case .mobilize, .cooperate, .consult: true
        case .retreat: frame.kind.plover.mode != "release"
        case .aid: ["070", "071", "072", "074"].contains(frame.kind.cameo)
        case .sanction: frame.kind.plover.mode == "withdraw"
        case .coerce: ["curfew", "martial-law"].contains(frame.kind.plover.mode)
        default: false
        }
    }

    /// To whom it is done what somebody refuses, threatens or agrees to do.
    private func further(_ verb: Int) -> [Int] {
        guard let frame = EventFrames(syntax: syntax).frame(ofVerb: verb) else {
            return syntax.objects(of: verb).flatMap { syntax.isParty($0) ? [$0] : owners(of: $0) }
                + phrases(verb, Self.directions).filter(syntax.isParty)
        }
        return recipients(of: frame, [])
    }

    private func subjects(_ verb: Int) -> [Int] {
        tree.children(verb).filter { [.nsubj, .nsubjpass].contains(tree.relations[$0]) }.flatMap(syntax.joined)
    }

    private static let directions: Set<String> = [
        "on", "upon", "against", "to", "with", "at", "toward", "towards", "from", "over", "for", "between", "of",
        "into", "onto", "among", "near",
    ]
    private static let targets: Set<String> = ["on", "against", "at", "to", "into", "near"]
    private static let places: Set<String> = ["in", "into", "at", "near", "outside", "along", "to", "around", "from"]

    private func phrases(_ head: Int, _ words: Set<String>?) -> [Int] {
        tree.children(head).filter { child in
            [.prep, .dative].contains(tree.relations[child]) && (words?.contains(tree.lower(child)) ?? true)
                && tree.lower(child) != "by"
        }.flatMap { preposition in
            tree.children(preposition).filter { tree.relations[$0] == .pobj && !syntax.clauses.isTime($0) }.flatMap(
                syntax.joined)
                + (tree.lower(preposition) == "of" ? [] : phrases(preposition, nil))
        }
    }

    private func isPlace(_ noun: Int) -> Bool {
        ["GPE", "LOC", "FAC"].contains(tree.entity(noun))
            || tree.classes[noun] == .properNoun && !syntax.clauses.isTime(noun)
    }

    // MARK: Nouns

    private func nominal(_ frame: EventFrame) -> (actors: [Int], recipients: [Int]) {
        let noun = frame.head
        var actors = tree.children(noun).filter { [.poss, .amod, .compound, .nmod].contains(tree.relations[$0]) }
            .filter { isOwner($0) }.flatMap { meant($0, of: noun) }
        actors += syntax.objects(ofPrepositions: ["by", "between", "from"], below: noun).filter(syntax.isParty)
        if frame.governor != noun { actors += acting(syntax.subjects(of: frame.governor)) }
        if isIntransitive(frame) {
            actors += syntax.objects(ofPrepositions: ["of"], below: noun).filter(syntax.isParty)
        }
        let aimed = phrases(noun, Self.directions.subtracting(["from", "between"])).filter(syntax.isParty)
        let further = frame.governor == noun ? [] : phrases(frame.governor, Self.directions).filter(syntax.isParty)
        let placed = ([noun] + (frame.governor == noun ? [] : [frame.governor])).flatMap { phrases($0, Self.places) }
            .filter { isPlace($0) && !isMutual(frame) }
        var taken = Set(actors)
        let undergoing = sufferers(of: noun)
        let things = [noun, frame.governor].flatMap { phrases($0, Self.targets) }
        let recipients =
            [undergoing, aimed, further, placed, things.flatMap(owners), things].first { !$0.isEmpty } ?? []
        return (actors.flatMap(parties), recipients.flatMap(parties).filter { taken.insert($0).inserted })
    }

    /// `Chad postponed its talks`: the subject of the verb over the noun, where the possessive can mean it.
    private func meant(_ possessive: Int, of noun: Int) -> [Int] {
        guard tree.relations[possessive] == .poss, tree.classes[possessive] == .pronoun, tree.relations[noun] == .dobj,
            tree.isVerb(tree.heads[noun])
        else { return [possessive] }
        let subjects = syntax.subjects(of: tree.heads[noun])
        guard let first = subjects.first, refers(possessive, to: first), subjects.allSatisfy(syntax.isParty) else {
            return [possessive]
        }
        return subjects
    }

    /// Whoever suffers or receives what the noun names.
    private func sufferers(of noun: Int) -> [Int] {
        let verb = tree.heads[noun]
        guard tree.relations[noun] == .dobj, tree.isVerb(verb), syntax.lexicon.undergone.contains(tree.lemma(verb))
        else {
            return []
        }
        return syntax.subjects(of: verb)
    }

    /// Whether *of* names whoever does it: `the visit of the envoy`, unlike `the arrest of the envoy`.
    private func isIntransitive(_ frame: EventFrame) -> Bool {
        [.consult, .protest].contains(frame.kind.plover.type) || frame.kind.plover.mode == "resign"
    }

    /// Whoever a thing belongs to or comes from: its possessor, the adjective of its nation, its *by*, *of* and *from*.
    /// `the resumption of ties with Graustark` is Graustark's.
    private func owners(of thing: Int) -> [Int] { owners(of: thing, steps: 3) }

    private func owners(of thing: Int, steps: Int) -> [Int] {
        let near = tree.children(thing).filter {
            [.poss, .amod, .compound, .nmod].contains(tree.relations[$0]) && isOwner($0)
        }
        if !near.isEmpty { return near }
        let far = syntax.objects(ofPrepositions: Self.owning, below: thing)
        let further = syntax.objects(ofPrepositions: ["on", "to", "with", "for", "in", "about"], below: thing)
        let direct = [far, further].map { $0.filter(syntax.isParty) }.first { !$0.isEmpty }
        if let direct { return direct }
        let makers = tree.children(thing).filter { tree.relations[$0] == .acl }.flatMap(makers)
        if !makers.isEmpty { return makers }
        return steps > 0 ? (far + further).flatMap { owners(of: $0, steps: steps - 1) } : []
    }

    /// Whom a participle gives a thing to: `a note sent by Graustark`, `roads leading into Ruritania`.
    private func makers(_ participle: Int) -> [Int] {
        let words: Set<String> = tree.tag(participle) == "VBN" ? ["by", "from"] : ["to", "into", "from"]
        return syntax.objects(ofPrepositions: words, below: participle).filter(syntax.isParty)
    }

    private static let owning: Set<String> = ["by", "of", "from", "against", "between"]

    private func isOwner(_ word: Int) -> Bool {
        if tree.relations[word] == .poss { return syntax.isParty(word) || tree.lower(word) == "its" }
        return ["NORP", "GPE", "ORG", "PERSON"].contains(tree.entity(word)) || syntax.isKnown(word)
            || tree.isCapitalized(word)
                && syntax.clauses.lexicon.countries[tree.lower(word)] != nil
            || tree.relations[word] == .compound && syntax.lexicon.sectors[tree.lower(word)] != nil
                && syntax.clauses.agency(word) != .thing
    }

    /// The head, or what a noun of number or a group counts: `thousands of soldiers`.
    private func parties(named head: Int) -> [Int] {
        guard syntax.lexicon.quantities.contains(tree.lemma(head)) || tree.classes[head] == .numeral else {
            return [head]
        }
        let counted = syntax.objects(ofPrepositions: ["of"], below: head)
        return counted.isEmpty ? [head] : counted
    }
}
