import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A block's tree with what the constructions ask of it: cues, subjects, and the words of contents.
struct Clauses: Sendable {
    let tree: Tree
    /// Which block of the article it is.
    let number: Int
    let lexicon: Lexicon
    let quotations: [Quotation]
    /// The proper nouns of the whole article, for those that a tagger mistakes at the beginning of a sentence.
    let names: Set<Substring>

    // MARK: Cues

    /// The cue that a verb is, with its particle or the word that makes a phrase of it: *point out*, *make clear*, *take
    /// issue*.
    func verbCue(_ verb: Int) -> CueEntry? {
        let lemma = tree.lemma(verb)
        guard lexicon.phraseBeginnings.contains(lemma) else { return lexicon.verbs[lemma] }
        for part in tree.children(verb) where part > verb && part < verb + 6 {
            switch tree.relations[part] {
            case .prt, .acomp, .oprd, .advmod, .ccomp:
                if let phrase = lexicon.verbs["\(lemma) \(tree.lower(part))"] { return phrase }
            case .dobj:
                if let phrase = lexicon.verbs["\(lemma) \(tree.lemma(part))"] { return phrase }
            default: break
            }
        }
        return lexicon.verbs[lemma]
    }

    /// The cue that a verb is with a preposition, whose object is then the content: *call for*, *speak out against*.
    func verbCue(_ verb: Int, with preposition: Int) -> CueEntry? {
        let lemma = tree.lemma(verb)
        guard lexicon.phraseBeginnings.contains(lemma) else { return nil }
        let word = tree.lower(preposition)
        if let particle = tree.child(verb, .prt) ?? tree.child(verb, .advmod),
            let phrase = lexicon.verbs["\(lemma) \(tree.lower(particle)) \(word)"]
        {
            return phrase
        }
        return lexicon.verbs["\(lemma) \(word)"]
    }

    /// Whether the verb has an object that is not a part of the cue.
    func hasObject(_ verb: Int, _ entry: CueEntry) -> Bool {
        tree.children(verb).contains { child in
            [.dobj, .dative, .nsubjpass].contains(tree.relations[child])
                && !(entry.lemma.hasSuffix(" " + tree.lemma(child)))
        }
    }

    /// The cue's words: the verb with the auxiliaries, negations and adverbs right in front of it, and its particle.
    func cue(_ verb: Int, _ entry: CueEntry, through last: Int? = nil) -> CueWords {
        var start = verb
        while start > 0, tree.heads[start - 1] == verb, Self.verbal.contains(tree.relations[start - 1]) { start -= 1 }
        var end = max(verb, last ?? verb)
        for part in tree.children(verb) where tree.relations[part] == .prt && part == end + 1 { end = part }
        return CueWords(
            lemma: entry.lemma, act: entry.act, head: verb, tokens: start..<end + 1, isNegated: isNegated(verb))
    }

    private static let verbal: Set<Relation> = [.aux, .auxpass, .neg, .advmod]

    func isNegated(_ verb: Int) -> Bool { tree.has(verb, .neg) }

    /// `He’s said that` is a perfect, which the parser takes for a passive.
    private func isPerfect(_ verb: Int) -> Bool {
        guard let auxiliary = tree.child(verb, .auxpass), ["'s", "’s", "'d", "’d"].contains(tree.lower(auxiliary))
        else { return false }
        return tree.has(verb, .ccomp) && lexicon.verbs[tree.lemma(verb)]?.reading("that") == .sure
    }

    func isPassive(_ verb: Int) -> Bool {
        guard !isPerfect(verb) else { return false }
        return tree.has(verb, .auxpass) || tree.has(verb, .nsubjpass)
            || tree.tag(verb) == "VBN" && [.acl, .advcl].contains(tree.relations[verb]) && !tree.has(verb, .nsubj)
                && !tree.has(verb, .aux)
    }

    // MARK: Sources

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
        while tree.heads[index] != index, [.ccomp, .xcomp, .advcl, .conj, .relcl, .acl].contains(tree.relations[index])
        {
            if tree.relations[index] == .ccomp, tree.heads[index] < verb, tree.isVerb(tree.heads[index]),
                verbCue(tree.heads[index])?.reading("that") == .sure, !isCarried(tree.heads[index])
            {
                outer = tree.heads[index]
            }
            index = tree.heads[index]
        }
        return outer
    }

    /// `conceded that the ferry was late and insisted that it was safe`: a second verb of speech without a subject goes on
    /// with the first, in whose content the parser has it, when the subject there is no person.
    private func joinedCue(of verb: Int) -> Int? {
        let inner = tree.heads[verb]
        guard tree.has(verb, .ccomp), verbCue(verb)?.reading("that") == .sure, tree.relations[inner] == .ccomp,
            let subject = tree.child(inner, .nsubj), agency(subject) == .thing
        else { return nil }
        let outer = tree.heads[inner]
        return tree.isVerb(outer) && outer < verb && verbCue(outer)?.reading("that") == .sure ? outer : nil
    }

    /// Whether an agency or an outlet is the subject, which reports what others say: `Reuters reported that he left, saying`.
    private func isCarried(_ verb: Int) -> Bool {
        guard let subject = tree.child(verb, .nsubj) else { return false }
        let words = tree.source[tree.span(tree.nounPhrase(subject))].lowercased()
        return lexicon.carriers[words] != nil || lexicon.carriers["the " + words] != nil
    }

    /// `…, adding that`: a present participle of a verb of speech behind a comma.
    private func isReportingParticiple(_ verb: Int) -> Bool {
        guard tree.tag(verb) == "VBG", tree.isVerb(verb), tree.relations[verb] == .advcl, !tree.has(verb, .mark),
            let entry = verbCue(verb),
            entry.reading("that") == .sure || entry.lemma == "refer" || entry.lemma == "cite"
        else { return false }
        var before = verb - 1
        while before > 0, tree.classes[before] == .adverb { before -= 1 }
        return before >= 0
            && (tree.words(before) == "," || ["while", "before", "after"].contains(tree.lower(before))
                || tree.quotation[before] != tree.quotation[verb])
    }

    /// Verbs of carrying what somebody else says: `was quoted by Tass as saying`.
    static let quoting: Set<String> = ["quote", "cite", "report"]

    /// Who issues a statement that says something: `issued a letter saying`.
    private func issuer(of noun: Int, steps: Int) -> Int? {
        let verb = tree.heads[noun]
        guard verb != noun, tree.relations[noun] == .dobj, tree.isVerb(verb), !isPassive(verb),
            Self.documents.contains(tree.lemma(noun)) || lexicon.nouns[tree.lemma(noun)] != nil
        else { return nil }
        return source(of: verb, steps: steps + 1)
    }

    /// Of several subjects that the parser gives a verb the one nearest to it.
    func nearestSubject(_ verb: Int) -> Int? {
        tree.children(verb).filter { tree.relations[$0] == .nsubj }.min { abs($0 - verb) < abs($1 - verb) }
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
            guard tree.tag(verb) == "VBG" else { return nil }
            return issuer(of: head, steps: steps) ?? head
        case .pcomp:
            let governor = tree.heads[head]
            if tree.lower(head) == "as", Self.quoting.contains(tree.lemma(governor)) {
                return tree.child(governor, .nsubjpass) ?? tree.child(governor, .dobj)
            }
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

    private static let nominal: Set<Relation> = [
        .compound, .appos, .amod, .nummod, .poss, .npadvmod, .conj, .pobj, .nmod, .punct,
    ]

    /// *It* and *there* that stand for nobody.
    private func isDummy(_ subject: Int) -> Bool {
        tree.relations[subject] == .expl || tree.lower(subject) == "there"
    }

    /// What a source is, as far as the words alone tell.
    enum Agency { case person, body, document, thing }

    func agency(_ head: Int) -> Agency {
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
            return Self.groups.contains(lemma) || tree.classes[head] != .noun ? .person : .thing
        default: return .thing
        }
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
        tree.words(index).first?.isUppercase == true
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

    // MARK: Contents

    /// The words below `root` without those of `cut`, trimmed; in pieces where `cut` stands within. A clause behind it that
    /// has a source of its own, and what stands behind a lonely dash, belong to the reporter.
    func content(_ root: Int, without cut: Range<Int>? = nil) -> [TextSpan] {
        let range = tree.subtree(root)
        return pieces(range.lowerBound..<end(of: root, range), without: cut)
    }

    private func end(of root: Int, _ range: Range<Int>) -> Int {
        var end = range.upperBound
        for index in root + 1..<max(root + 1, range.upperBound) where index < end {
            if tree.lower(index) == "according", index + 1 < end, tree.lower(index + 1) == "to" { end = index }
            if isReportingParticiple(index),
                tree.quotation[index] == tree.quotation[root] || tree.quotation[index] == nil
            {
                end = min(end, max(root + 1, tree.subtree(index).lowerBound))
            }
            if let start = aside(index, end) { end = min(end, max(start, root + 1)) }
            if let start = ownClause(index, root) { end = min(end, max(start, root + 1)) }
        }
        let dashes = (root + 1..<max(root + 1, end)).filter { isDash($0) && tree.quotation[$0] == nil }
        if dashes.count == 1, let dash = dashes.first { end = dash }
        return end
    }

    /// Where a relative clause behind a comma begins that goes on to the end: `…, which was passed in 2010`.
    private func aside(_ verb: Int, _ end: Int) -> Int? {
        guard tree.relations[verb] == .relcl, tree.quotation[verb] == nil, tree.subtree(verb).upperBound >= end - 1
        else { return nil }
        let start = tree.subtree(verb).lowerBound
        return start > 0 && tree.words(start - 1) == "," ? start - 1 : nil
    }

    /// The content of a noun phrase that depends on a verb, with the phrases behind it that say more of it than when, where or
    /// by what means.
    func content(of object: Int, extendedBehind verb: Int) -> [TextSpan] {
        let own = content(object)
        guard own.count == 1, let start = own.first?.start, object > verb else { return own }
        var end = tree.subtree(object).upperBound
        let occasions = Occasions(clauses: self)
        for child in tree.children(verb) where child > object && tree.subtree(child).lowerBound == end {
            let isMore =
                tree.relations[child] == .prep && !occasions.isOccasion(child)
                || tree.relations[child] == .advcl && (tree.has(child, .mark) || tree.tag(child) == "VB")
            guard isMore else { break }
            end = tree.subtree(child).upperBound
        }
        guard end > tree.subtree(object).upperBound else { return own }
        return trimmed(tree.token(at: start)..<end).map { [$0] } ?? own
    }

    /// A dash between words, not a hyphen within one.
    func isDash(_ index: Int) -> Bool {
        switch tree.words(index) {
        case "–", "—", "--": true
        case "-":
            index > 0 && tree.block.language.tokens[index - 1].isFollowedByBlank
                && tree.block.language.tokens[index].isFollowedByBlank
        default: false
        }
    }

    /// Where a clause with its own source begins that is joined to `root`, when `verb` is its cue.
    private func ownClause(_ verb: Int, _ root: Int) -> Int? {
        guard tree.isVerb(verb), [.conj, .advcl, .parataxis].contains(tree.relations[verb]),
            tree.quotation[verb] == tree.quotation[root],
            tree.child(verb, .nsubj) != nil || joinedCue(of: verb) != nil, tree.has(verb, .ccomp),
            verbCue(verb)?.reading("that") == .sure,
            tree.heads[verb] == root || tree.relations[tree.heads[verb]] == .conj
        else { return nil }
        var start = tree.subtree(verb).lowerBound
        while start > root + 1, tree.isPunctuation(start - 1) || tree.relations[start - 1] == .cc { start -= 1 }
        return start > root ? start : nil
    }

    /// From the words below one head to those below another.
    func content(from first: Int, through last: Int) -> [TextSpan] {
        let (start, end) = (tree.subtree(first), tree.subtree(last))
        let apposition = tree.children(last).first {
            $0 > last && tree.relations[$0] == .appos && tree.quotation[$0] != tree.quotation[last]
        }
        let stop = apposition.map { tree.subtree($0).lowerBound } ?? end.upperBound
        return pieces(min(start.lowerBound, end.lowerBound)..<max(start.upperBound, stop))
    }

    /// A range of tokens without `cut`, as places in the article without punctuation at the ends.
    func pieces(_ range: Range<Int>, without cut: Range<Int>? = nil) -> [TextSpan] {
        guard let cut, cut.overlaps(range) else { return [trimmed(range)].compactMap(\.self) }
        return [
            range.lowerBound..<max(range.lowerBound, cut.lowerBound),
            min(cut.upperBound, range.upperBound)..<range.upperBound,
        ]
        .compactMap(trimmed)
    }

    /// Without commas, stops and white space at both ends; marks of quotation and brackets stay.
    func trimmed(_ range: Range<Int>) -> TextSpan? {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isLoose(start) { start += 1 }
        while start < end, isLoose(end - 1) { end -= 1 }
        return start < end && (start..<end).contains { !tree.isPunctuation($0) } ? tree.span(start..<end) : nil
    }

    private func isLoose(_ index: Int) -> Bool {
        guard tree.isPunctuation(index) else { return false }
        return !"\"“”‘’'`»«([)]".contains(tree.words(index).first ?? ",")
    }
}
