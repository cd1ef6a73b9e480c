import DemarcheAnnotate

/// Mends heads and relations of the parser that agreement and marks of quotation show to be others.
///
/// - `He says he would sit down with them and tells the crowd`: a joined verb of speech without a subject goes on with the
///   verb of its own tense, not with the one in the content.
/// - `She said the port is open and that it will stay so`, `said it was ready to “wait,” sign and leave`, `said it could
///   wait, and has time`: a joined clause with *that*, and a joined verb in another form and without a subject, go on with
///   the content and not with the finite verb in front of it.
/// - `They said the road “is safe”`: the finite verb with which a quotation begins has for its subject what the parser takes
///   for an object of the cue.
/// - `They said the road “is safe,” but the bridge “cannot be used”`: what stands in a quotation is no second deed of the one
///   who is quoted.
struct Attachment {
    private(set) var heads: [Int]
    private(set) var relations: [Relation]
    private let tokens: [Token]
    private let classes: [PartOfSpeech]
    private let quotation: [Int?]
    private let tag: (Int) -> String
    /// Whether a verb takes a clause as what is said.
    private let isCue: (Int) -> Bool
    private let isNounCue: (Int) -> Bool
    private let isThat: (Int) -> Bool
    /// Whether a verb is one of speech or attitude at all.
    private let isSpeech: (Int) -> Bool

    init(
        tokens: [Token], relations: [Relation], classes: [PartOfSpeech], quotation: [Int?],
        tag: @escaping (Int) -> String, words: @escaping (Int) -> Substring, cue: @escaping (Int) -> CueEntry?,
        noun: @escaping (Int) -> CueEntry?
    ) {
        (self.tokens, self.relations, self.classes, self.quotation) = (tokens, relations, classes, quotation)
        self.tag = tag
        isCue = { index in ["that", "np-that"].contains { cue(index)?.reading($0) == .sure } }
        isNounCue = { classes[$0] == .noun && noun($0)?.reading("that") == .sure }
        isThat = { words($0).lowercased() == "that" }
        isSpeech = { cue($0)?.isSpeech == true }
        heads = tokens.map { Int($0.head) }
    }

    /// Takes time in the number of tokens and, for every joined verb, in the size of the tree below its head.
    mutating func mend() {
        for index in heads.indices where relations[index] == .ccomp {
            if let verb = verb(citing: index) { hang(index, on: verb) }
        }
        for index in heads.indices where Self.subordinate.contains(relations[index]) && isThatClause(index) {
            if let noun = noun(behindWhich: index), hang(index, on: noun) {
                relations[index] = .acl
            } else if relations[index] == .advcl, isCue(heads[index]), child(heads[index], .ccomp) == nil {
                relations[index] = .ccomp
            }
        }
        for index in heads.indices where [.conj, .dep].contains(relations[index]) && isVerbal(index) {
            if let subject = subject(of: index), hang(subject, on: index) {
                (relations[subject], relations[index]) = (.nsubj, .ccomp)
            } else if let head = outer(of: index) ?? inner(of: index) {
                hang(index, on: head)
            }
        }
    }

    /// Makes one token the head of another, unless it depends on it; whether it did.
    @discardableResult private mutating func hang(_ index: Int, on head: Int) -> Bool {
        guard !isBelow(head, index) else { return false }
        heads[index] = head
        return true
    }

    private func isVerbal(_ index: Int) -> Bool { [.verb, .auxiliary].contains(classes[index]) }

    private static let subordinate: [Relation] = [.ccomp, .acl, .relcl, .advcl]

    private func isThatClause(_ clause: Int) -> Bool {
        heads[clause] < clause && hasSubject(clause)
            && dependents(clause).contains { relations[$0] == .mark && tag($0) == "IN" && isThat($0) }
    }

    /// `rejected his claim at the hearing that`, `the contention of Reyne that`: the noun of speech in front, with nothing but
    /// phrases in between, where the parser hangs the clause on the verb or on the last of the nouns.
    private func noun(behindWhich clause: Int) -> Int? {
        let head = heads[clause]
        guard !isNounCue(head), let that = dependents(clause).first(where: { isThat($0) }) else { return nil }
        var index = that - 1
        while index > 0, index > head || !isVerbal(head) || classes[head] != .verb,
            Self.phrasal.contains(classes[index])
        {
            if isNounCue(index), index != head { return isVerbal(head) && takes(head, index) ? nil : index }
            index -= 1
        }
        return nil
    }

    /// Whether the clause is the verb’s in spite of a noun of speech between: `said in a statement that`, `told her in a
    /// letter that`; not where the noun is its object.
    private func takes(_ verb: Int, _ noun: Int) -> Bool { isCue(verb) && heads[noun] != verb }

    private static let phrasal: [PartOfSpeech] = [
        .noun, .properNoun, .adposition, .determiner, .adjective, .numeral, .pronoun, .particle, .adverb,
    ]

    /// `Reuters said, citing the ministry, that`: the verb whose content the clause is that the parser hangs on *citing*.
    private func verb(citing clause: Int) -> Int? {
        let participle = heads[clause]
        let verb = heads[participle]
        guard relations[participle] == .advcl, tag(participle) == "VBG", verb < participle, participle < clause,
            isCue(verb), child(verb, .ccomp) == nil, let object = child(participle, .dobj), object < clause,
            (object..<clause).contains(where: { classes[$0] == .punctuation && quotation[$0] == nil })
        else { return nil }
        return verb
    }

    /// The object of a cue right in front of the quotation whose finite verb this is.
    private func subject(of verb: Int) -> Int? {
        let cue = heads[verb]
        guard cue < verb, isCue(cue), quotation[cue] == nil, let own = quotation[verb], !hasSubject(verb),
            ["VBD", "VBZ", "VBP", "MD"].contains(form(verb)), child(cue, .ccomp) == nil,
            let object = child(cue, .dobj), object < verb
        else { return nil }
        return (object..<verb).allSatisfy { quotation[$0] == own || $0 <= Int(tokens[object].rightEdge) } ? object : nil
    }

    /// The verb of speech whose content the joined one stands behind, when their forms agree and that of the content does
    /// not.
    private func outer(of verb: Int) -> Int? {
        let form = form(verb)
        guard ["VBD", "VBZ", "VBP"].contains(form), isSpeech(verb), !hasSubject(verb) else { return nil }
        var index = heads[verb]
        let goesOn = isVerbal(index) && self.form(index) == form && !resumes(verb)
        if goesOn { return nil }
        while heads[index] != index {
            let isContent = relations[index] == .ccomp || !isVerbal(index)
            index = heads[index]
            if isContent, isSpeech(index), index < verb, self.form(index) == form, quotation[index] == quotation[verb] {
                return index
            }
            if isVerbal(index), ![.ccomp, .xcomp, .conj, .advcl].contains(relations[index]) { return nil }
        }
        return nil
    }

    /// `said she was “ready” and called him late`: whether a quotation ends right in front of the words that join a verb.
    private func resumes(_ verb: Int) -> Bool {
        var before = verb - 1
        while before > 0, quotation[before] == nil, [.coordinator, .adverb].contains(classes[before]) { before -= 1 }
        return before >= 0 && quotation[verb] == nil && quotation[before] != nil
    }

    /// The verb of the content that a joined clause goes on with.
    private func inner(of verb: Int) -> Int? {
        let cue = heads[verb]
        guard cue < verb, isCue(cue), let content = child(cue, .ccomp), content < verb, content > cue else {
            return nil
        }
        let isMarked = dependents(verb).contains { relations[$0] == .mark && $0 < verb && tag($0) == "IN" }
        if isMarked || quotation[cue] == nil && isPartlyQuoted(verb) { return content }
        let (form, cueForm) = (form(verb), form(cue))
        guard form != cueForm, !hasSubject(verb) else { return nil }
        if ["VBD", "VBZ"].contains(cueForm), ["VBD", "VBZ", "VBP", "MD"].contains(form) { return content }
        return form == "VB" ? (content..<verb).last { tag($0) == "VB" && isBelow($0, content) } : nil
    }

    /// Whether words of the clause stand in a quotation without a verb of speech in front of them.
    private func isPartlyQuoted(_ verb: Int) -> Bool {
        let words = Int(tokens[verb].leftEdge)...Int(tokens[verb].rightEdge)
        guard let first = words.first(where: { quotation[$0] != nil }) else { return false }
        return !words.contains { $0 <= first && isVerbal($0) && quotation[$0] == nil && isSpeech($0) }
    }

    /// The tag of the word that carries the tense: the first auxiliary, else the verb itself.
    private func form(_ verb: Int) -> String {
        let auxiliary = dependents(verb).first {
            [.aux, .auxpass].contains(relations[$0]) && $0 < verb && tag($0) != "TO"
        }
        return tag(auxiliary ?? verb)
    }

    private func hasSubject(_ verb: Int) -> Bool {
        dependents(verb).contains { [.nsubj, .nsubjpass, .expl].contains(relations[$0]) }
    }

    private func child(_ verb: Int, _ relation: Relation) -> Int? {
        dependents(verb).first { relations[$0] == relation }
    }

    private func dependents(_ verb: Int) -> some Sequence<Int> {
        (Int(tokens[verb].leftEdge)...Int(tokens[verb].rightEdge)).lazy.filter { heads[$0] == verb && $0 != verb }
    }

    private func isBelow(_ index: Int, _ ancestor: Int) -> Bool {
        var index = index
        while index != ancestor, heads[index] != index { index = heads[index] }
        return index == ancestor
    }
}
