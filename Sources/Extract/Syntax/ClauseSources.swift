import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Who does what a verb says, as far as syntax tells, and what sort of source that is.
extension Clauses {
    /// The head of the words for whoever does what the verb says: its subject or, where it has none of its own, that of the
    /// clause that controls it. Nil for a passive without *by*, and where nobody is named.
    func source(of verb: Int) -> Int? {
        let source = source(of: verb, steps: 0).flatMap { isWithin($0, verb) ? $0 : nil }
        return source ?? (isPassive(verb) ? nil : nounPhrase(before: verb))
    }

    /// `said the bridge was shut, adding that`: a participle that reports goes on with the cue in whose content the parser
    /// has it.
    private func outerCue(of verb: Int) -> Int? {
        guard isReportingParticiple(verb) else { return nil }
        var outer: Int?
        var index = verb
        while tree.heads[index] != index, Self.embedding.contains(tree.relations[index]) {
            if tree.relations[index] == .ccomp, tree.heads[index] < verb, tree.isVerb(tree.heads[index]),
                verbCue(tree.heads[index])?.reading("that") == .sure, !isCarried(tree.heads[index])
            {
                outer = tree.heads[index]
            }
            index = tree.heads[index]
        }
        return outer
    }

    private static let embedding: [Relation] = [.ccomp, .xcomp, .advcl, .conj, .relcl, .acl, .pcomp, .prep]

    /// `conceded that the ferry was late and insisted that it was safe`: a second verb of speech without a subject goes on
    /// with the first, in whose content the parser has it, when the subject there is no person.
    func joinedCue(of verb: Int) -> Int? {
        let inner = tree.heads[verb]
        guard tree.has(verb, .ccomp), verbCue(verb)?.reading("that") == .sure, tree.relations[inner] == .ccomp,
            let subject = tree.child(inner, .nsubj), agency(subject) == .thing
        else { return nil }
        let outer = tree.heads[inner]
        return tree.isVerb(outer) && outer < verb && verbCue(outer)?.reading("that") == .sure ? outer : nil
    }

    /// Whether an agency or an outlet is the subject, which reports what others say: `Reuters reported that he left, saying`.
    func isCarried(_ verb: Int) -> Bool {
        guard let subject = tree.child(verb, .nsubj) else { return false }
        let words = tree.source[tree.span(tree.nounPhrase(subject))].lowercased()
        return lexicon.carriers[words] != nil || lexicon.carriers["the " + words] != nil
    }

    /// `…, adding that`: a present participle of a verb of speech behind a comma.
    func isReportingParticiple(_ verb: Int) -> Bool {
        guard tree.tag(verb) == "VBG", tree.isVerb(verb), [.advcl, .pcomp].contains(tree.relations[verb]),
            tree.child(verb, .mark).map({ ["while", "before", "after"].contains(tree.lower($0)) }) ?? true,
            let entry = verbCue(verb),
            entry.reading("that") == .sure || entry.lemma == "refer" || entry.lemma == "cite"
        else { return false }
        var before = verb - 1
        while before > 0, tree.classes[before] == .adverb { before -= 1 }
        return before >= 0
            && (["while", "before", "after"].contains(tree.lower(before))
                || tree.relations[verb] == .advcl
                    && (tree.words(before) == "," || tree.quotation[before] != tree.quotation[verb]))
    }

    /// Verbs of carrying what somebody else says: `was quoted by Tass as saying`.
    static let quoting: Set<String> = ["quote", "cite", "report"]

    /// `defended the levy, calling it just`: a participle behind a comma goes on with the verb whose object it follows.
    private func governor(of noun: Int, steps: Int) -> Int? {
        var index = noun
        while [.pobj, .prep, .dobj, .conj].contains(tree.relations[index]), !tree.isVerb(index) {
            index = tree.heads[index]
        }
        return tree.isVerb(index) ? source(of: index, steps: steps + 1) : nil
    }

    /// Who issues a statement that says something: `issued a letter saying`.
    private func issuer(of noun: Int, steps: Int) -> Int? {
        let verb = tree.heads[noun]
        guard verb != noun, tree.relations[noun] == .dobj, tree.isVerb(verb), !isPassive(verb),
            Self.documents.contains(tree.lemma(noun)) || lexicon.nouns[tree.lemma(noun)] != nil
        else { return nil }
        return source(of: verb, steps: steps + 1)
    }

    /// Of several subjects that the parser gives a verb the one nearest to it; the person right in front of the verb where
    /// the parser takes the place before for the subject: `in Kyiv, Ukraine, party leader Tomas Reyne said`.
    func nearestSubject(_ verb: Int) -> Int? {
        let subjects = tree.children(verb).filter {
            tree.relations[$0] == .nsubj || tree.relations[$0] == .csubj && isSurname($0)
        }
        guard
            let subject = subjects.min(by: {
                (isParted($0, verb) ? 1 : 0, abs($0 - verb)) < (isParted($1, verb) ? 1 : 0, abs($1 - verb))
            })
        else { return nil }
        guard verb > 0, subject < verb - 1, tree.entity(subject) == "GPE", tree.entity(verb - 1) == "PERSON",
            !tree.has(subject, .cc), tree.isBelow(verb - 1, subject)
        else { return subject }
        return verb - 1
    }

    private func isParted(_ subject: Int, _ verb: Int) -> Bool {
        tree.words(subject < verb ? verb - 1 : verb + 1) == ","
    }

    /// `Schilling describes himself`: a single capitalised word in front of the verb, which the parser takes for a verb.
    private func isSurname(_ index: Int) -> Bool {
        tree.subtree(index).count == 1 && index + 1 < tree.indices.upperBound && tree.quotation[index] == nil
            && tree.isCapitalized(index) && [.verb].contains(tree.classes[index])
            && tree.isVerb(index + 1)
    }

    /// Whether a source stands where one of the verb can: not in a quotation that the verb is outside of.
    func isWithin(_ source: Int, _ verb: Int) -> Bool {
        tree.quotation[source] == nil || tree.quotation[source] == tree.quotation[verb]
    }

    private func source(of verb: Int, steps: Int) -> Int? {
        if isPassive(verb) {
            return tree.child(verb, .agent).flatMap { tree.child($0, .pobj) }
        }
        if let subject = nearestSubject(verb) ?? (isPerfect(verb) ? tree.child(verb, .nsubjpass) : nil) {
            return isDummy(subject) || steps > 0 && tree.lower(subject) == "it" ? nil : subject
        }
        guard steps < 8 else { return nil }
        let head = tree.heads[verb]
        guard head != verb else { return nil }
        switch tree.relations[verb] {
        case .conj, .xcomp, .advcl, .dep, .ccomp, .parataxis:
            guard tree.classes[head] == .verb || tree.classes[head] == .auxiliary else {
                return tree.relations[verb] == .xcomp ? source(of: head, steps: steps + 1) : nil
            }
            if tree.relations[verb] != .conj, isPassive(head), let subject = tree.child(head, .nsubjpass) {
                return subject
            }
            if tree.relations[verb] == .ccomp, tree.tag(verb) != "VBG" { return nil }
            if tree.relations[verb] == .conj, let outer = joinedCue(of: verb) {
                return source(of: outer, steps: steps + 1)
            }
            if tree.relations[verb] == .advcl, let outer = outerCue(of: verb) {
                return source(of: outer, steps: steps + 1)
            }
            return source(of: head, steps: steps + 1)
        case .acl:
            guard tree.tag(verb) == "VBG" || isMistakenParticiple(verb) else { return nil }
            if let issuer = issuer(of: head, steps: steps) { return issuer }
            return verb > 0 && tree.words(verb - 1) == "," && agency(head) == .thing
                ? governor(of: head, steps: steps) : head
        case .pcomp:
            let governor = tree.heads[head]
            if tree.lower(head) == "as", Self.quoting.contains(tree.lemma(governor)) {
                return tree.child(governor, .nsubjpass) ?? tree.child(governor, .dobj)
            }
            if let outer = outerCue(of: verb) { return source(of: outer, steps: steps + 1) }
            return tree.isVerb(governor) ? source(of: governor, steps: steps + 1) : nil
        default: return nil
        }
    }

    /// The noun phrase that ends right in front of a finite verb for which the parser has no subject: `Tomas Reyne, 44,
    /// said`.
    func nounPhrase(before verb: Int) -> Int? {
        guard ["VBD", "VBZ", "VBP"].contains(tree.tag(verb)) || tree.has(verb, .aux) else { return nil }
        var last = verb - 1
        while last > 0,
            tree.isPunctuation(last) && tree.words(last) == "," || [.adverb, .auxiliary].contains(tree.classes[last])
        { last -= 1 }
        let start = tree.sentence(verb).lowerBound
        guard last >= start, tree.quotation[last] == tree.quotation[verb] else { return nil }
        var head = last
        while Self.nominal.contains(tree.relations[head]), tree.heads[head] < verb, tree.heads[head] >= start,
            [.noun, .properNoun, .pronoun].contains(tree.classes[tree.heads[head]]),
            tree.entity(head) != "PERSON" || tree.entity(tree.heads[head]) == "PERSON"
        { head = tree.heads[head] }
        if [.pobj, .dobj, .attr, .dative].contains(tree.relations[head]),
            tree.entity(head) != "PERSON" || tree.relations[verb] != .root
        {
            return nil
        }
        return [.noun, .properNoun, .pronoun].contains(tree.classes[head]) && agency(head) != .thing
            && !["DATE", "TIME"].contains(tree.entity(head)) ? head : nil
    }

    private static let nominal: [Relation] = [
        .compound, .appos, .amod, .nummod, .poss, .npadvmod, .conj, .pobj, .nmod, .punct,
    ]

    /// *It* and *there* that stand for nobody.
    private func isDummy(_ subject: Int) -> Bool {
        tree.relations[subject] == .expl || tree.lower(subject) == "there"
    }

    /// Whether a source is the one whose words are quoted, or who is spoken to.
    func isFirstPerson(_ source: Int) -> Bool { ["i", "we", "my", "our", "you"].contains(tree.lower(source)) }

    /// What a source is, as far as the words alone tell.
    enum Agency { case person, body, document, thing }

    func agency(_ head: Int) -> Agency {
        if isTime(head) { return .thing }
        switch tree.classes[head] {
        case .pronoun:
            let word = tree.lower(head)
            if word == "it" { return .body }
            if word == "which" || word == "that", let relative = relative(head) { return agency(relative) }
            return ["this", "that", "which", "what"].contains(word) ? .thing : .person
        case .properNoun: return .person
        case _ where isName(head): return .person
        case .noun, .adjective, .numeral, .determiner:
            let lemma = tree.lemma(head)
            if lexicon.roles[lemma] != nil || lexicon.roles[tree.lower(head)] != nil { return .person }
            if Self.documents.contains(lemma) { return .document }
            if lexicon.bodies[lemma] != nil { return .body }
            if let name = tree.child(head, .appos), tree.entity(name) == "PERSON" { return .person }
            return Self.groups.contains(lemma) || tree.classes[head] != .noun ? .person : .thing
        default: return .thing
        }
    }

    /// A noun that the entity recognizer takes for a date; *the 46-year-old* is a person.
    func isTime(_ head: Int) -> Bool {
        ["DATE", "TIME"].contains(tree.entity(head)) && tree.classes[head] != .adjective
    }

    /// The noun that a relative pronoun stands for.
    func relative(_ pronoun: Int) -> Int? {
        var verb = tree.heads[pronoun]
        while tree.relations[verb] != .relcl, tree.heads[verb] != verb { verb = tree.heads[verb] }
        let noun = tree.heads[verb]
        return tree.relations[verb] == .relcl && noun < pronoun && tree.classes[noun] != .pronoun ? noun : nil
    }

    /// A capitalised word that is a name elsewhere in the article.
    private func isName(_ index: Int) -> Bool {
        tree.isCapitalized(index)
            && (names.contains(tree.words(index)) || ["PERSON", "ORG", "GPE", "NORP"].contains(tree.entity(index)))
    }

    static let documents: Set<String> = [
        "poll", "survey", "study", "report", "document", "email", "e-mail", "letter", "statement", "memo", "article",
        "analysis", "data", "record", "figure", "statistic", "research", "result", "investigation", "lawsuit",
        "complaint", "filing", "transcript", "ad", "book", "editorial", "story", "law", "bill", "order", "ruling",
        "resolution", "text", "note", "message", "cable", "communique", "communiqué", "account", "review", "audit",
        "finding", "number", "evidence", "headline", "sign", "post", "tweet", "dispatch", "treaty", "agreement", "plan",
    ]
    static let groups: Set<String> = [
        "voter", "supporter", "opponent", "democrat", "republican", "conservative", "liberal", "fan", "family",
        "parent", "child", "friend", "group", "team", "campaign", "crowd", "public", "audience", "majority", "side",
        "some", "many", "most", "other", "party", "nation", "country", "percent", "respondent", "protester",
        "demonstrator", "follower", "user", "reader", "viewer", "rival", "partner", "neighbor", "neighbour",
        "politician", "operative", "staffer", "insider", "consultant", "establishment", "community", "press", "media",
        "outlet", "network", "paper", "rebel", "fighter", "boss", "man", "woman", "girl", "boy", "guy", "those", "one",
        "everyone", "anyone", "nobody", "hawk", "dove", "veteran", "immigrant", "migrant", "citizen", "taxpayer",
        "consumer", "investor", "company", "firm", "business", "industry", "staff", "police", "camp", "faction",
    ]
}
