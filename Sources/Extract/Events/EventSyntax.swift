import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// What the patterns of events ask of the tree: objects, subjects and phrases of a verb or a noun, whatever the voice.
struct EventSyntax: Sendable {
    let clauses: Clauses
    let lexicon: EventLexicon
    /// Whose names stand for parties whatever the tagger takes them for.
    var actors: ActorDictionary?
    var tree: Tree { clauses.tree }

    /// The heads of what is done to: objects, also of a particle that the parser takes for a preposition (`called off the march`), the subject of a passive, the noun that a passive participle belongs to.
    func objects(of verb: Int) -> [Int] {
        let own = tree.children(verb).filter { [.dobj, .nsubjpass].contains(tree.relations[$0]) }.map(antecedent)
        if !own.isEmpty { return own.flatMap(joined) }
        let loose = tree.children(verb).filter {
            tree.relations[$0] == .prep && ["off", "out", "up", "down"].contains(tree.lower($0)) && $0 == verb + 1
        }.flatMap { tree.children($0).filter { tree.relations[$0] == .pobj } }
        if !loose.isEmpty { return loose.flatMap(joined) }
        if tree.relations[verb] == .acl, tree.tag(verb) == "VBN" { return [tree.heads[verb]] }
        if tree.relations[verb] == .conj, clauses.isPassive(verb) || tree.tag(verb) == "VBN",
            tree.isVerb(tree.heads[verb]), !tree.has(verb, .nsubj),
            let subject = tree.child(tree.heads[verb], .nsubjpass)
        {
            return joined(antecedent(subject))
        }
        return []
    }

    /// The heads of whoever does what a verb says.
    func subjects(of verb: Int) -> [Int] {
        guard let source = clauses.source(of: verb) ?? subjectOfPredicate(over: verb) else { return [] }
        return joined(antecedent(source)).filter { !clauses.isTime($0) }
    }

    /// Who is *about*, *set* or *ready* to do it: the subject of the copula over an infinitive.
    private func subjectOfPredicate(over verb: Int) -> Int? {
        var predicate = verb
        while [.xcomp, .pcomp, .ccomp, .advcl, .acomp, .prep, .conj].contains(tree.relations[predicate]),
            tree.heads[predicate] != predicate
        {
            predicate = tree.heads[predicate]
            if let subject = tree.child(predicate, .nsubj) { return tree.lemma(predicate) == "be" ? subject : nil }
        }
        return nil
    }

    /// A relative pronoun's noun; any other word is itself.
    private func antecedent(_ head: Int) -> Int {
        ["who", "which", "that", "whom"].contains(tree.lower(head)) ? clauses.relative(head) ?? head : head
    }

    /// The head with what is joined to it by *and* or a comma. A name that the parser takes for an apposition between two of a
    /// list is one of them: `Benin, the Gambia, Mali and Niger`.
    func joined(_ head: Int) -> [Int] {
        var heads = [head] + listed(head)
        var last = head
        while heads.count < 12,
            let next = tree.child(last, .conj) ?? apposed(last).first(where: { tree.has($0, .conj) }),
            tree.classes[next] != .verb, !isPlace(next, besideThatOf: last)
        {
            heads.append(next)
            last = next
        }
        return heads
    }

    private func listed(_ head: Int) -> [Int] {
        guard let next = tree.child(head, .conj), tree.classes[next] == .properNoun else { return [] }
        return apposed(head).filter { $0 < next && !tree.has($0, .conj) }
    }

    /// Names that the parser takes for other names of a name, no person's.
    private func apposed(_ head: Int) -> [Int] {
        guard tree.classes[head] == .properNoun, tree.entity(head) != "PERSON" || isKnown(head) else { return [] }
        return tree.children(head).filter { tree.relations[$0] == .appos && tree.classes[$0] == .properNoun }
    }

    /// The objects of a word's preposition; `nil` takes all prepositions. The agent of a passive is that of *by*.
    func objects(ofPrepositions words: Set<String>?, below head: Int) -> [Int] {
        tree.children(head).filter { child in
            [.prep, .agent, .dative].contains(tree.relations[child]) && (words?.contains(tree.lower(child)) ?? true)
        }.flatMap { preposition -> [Int] in
            tree.children(preposition).flatMap { child -> [Int] in
                switch tree.relations[child] {
                case .pobj, .pcomp: joined(child)
                case .prep: tree.children(child).filter { tree.relations[$0] == .pobj }.flatMap(joined)
                default: []
                }
            }
        }
    }

    /// Whether a noun is one of the class, itself, by its modifiers or by what it is a number of.
    func isOf(_ wanted: EventWordClass, _ noun: Int) -> Bool {
        if wanted.takesParties, isParty(noun) { return true }
        if isWord(wanted, noun) { return true }
        if lexicon.quantities.contains(tree.lemma(noun)),
            objects(ofPrepositions: ["of"], below: noun).contains(where: { isWord(wanted, $0) })
        {
            return true
        }
        return !wanted.takesParties
            && tree.children(noun).contains {
                [.compound, .amod, .nmod].contains(tree.relations[$0]) && isWord(wanted, $0)
                    && tree.classes[$0] != .properNoun
            }
    }

    func isWord(_ wanted: EventWordClass, _ word: Int) -> Bool {
        wanted.words.contains(tree.lemma(word)) || wanted.words.contains(tree.lower(word))
    }

    /// Entities that are nobody.
    private static let things: Set<String> = [
        "DATE", "TIME", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "PRODUCT", "MONEY", "PERCENT", "QUANTITY",
        "ORDINAL", "CARDINAL",
    ]

    /// Whether the user's dictionary has a name that ends in the word.
    func isKnown(_ head: Int) -> Bool {
        guard let actors, tree.classes[head] == .noun || tree.classes[head] == .properNoun else { return false }
        let start = max(tree.subtree(head).lowerBound, head - Self.longestName)
        return actors.isName(atEndOf: String(tree.source[tree.span(start..<head + 1)]))
    }

    private static let longestName = 5

    /// Whether a noun phrase stands for somebody who can act or be acted upon: a person, a body, a state, a people.
    func isParty(_ head: Int) -> Bool {
        if clauses.isTime(head) { return false }
        if ["GPE", "NORP", "ORG", "PERSON"].contains(tree.entity(head)) || isKnown(head) { return true }
        if tree.classes[head] == .pronoun {
            return !["it", "that", "this", "which", "what", "itself"].contains(tree.lower(head))
        }
        let lemma = tree.lemma(head)
        if clauses.lexicon.countries[tree.lower(head)] != nil, tree.isCapitalized(head) {
            return true
        }
        if lexicon.sectors[lemma] != nil || lexicon.sectors[tree.lower(head)] != nil { return true }
        return tree.classes[head] == .properNoun && !Self.things.contains(tree.entity(head))
            || [.noun, .adjective].contains(tree.classes[head])
                && [.person, .body].contains(clauses.agency(head))
    }
}
