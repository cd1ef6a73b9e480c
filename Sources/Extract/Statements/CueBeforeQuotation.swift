import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// The cue stands before the quotation: `Peskov said: “…”`, `she stated, “…”`, `he warned that it would mean “…”`,
/// `the spokesman rejected the plan, saying, “…”`.
///
/// Between cue and quotation stands nothing, a comma or a colon; or whoever was told; or *that* with words of the
/// reporter, which makes the statement *mixed*: its content then begins behind *that* and ends with the last quotation
/// of the sentence. With a participle (`…, saying`) the source is the subject of the clause before it. An outlet that
/// reports the clause, `Reuters reported that …`, carried it.
struct CueBeforeQuotation: QuotationPattern {
    static let name = "CueBeforeQuotation"

    func attribution(ofQuotationAt index: Int, in clauses: Clauses) -> Attribution? {
        guard let quotation = clauses.elements[index].quotation else { return nil }
        let start = clauses.passage.sentenceStart(of: index)
        for verb in (start..<index).reversed() {
            guard let cue = clauses.cue(at: verb), let link = Link(clauses, verb: verb, quotation: index) else { continue }
            guard let (source, begin) = source(clauses, verb, start) else { continue }
            return attribution(clauses, index, quotation, source, cue, link, via: Reporter.via(clauses, start..<begin))
        }
        return nil
    }

    private func source(_ clauses: Clauses, _ verb: Int, _ start: Int) -> (SourcePhrase, Int)? {
        if clauses.lexicon.cues[clauses.elements[verb].lower]?.form == .participle {
            return ClauseSubject.before(verb, from: start, in: clauses)
        }
        if let found = clauses.source(endingAt: verb, from: start) { return (found.phrase, found.start) }
        return CoordinatedSubject.before(verb, from: start, in: clauses)
    }

    private func attribution(
        _ clauses: Clauses, _ index: Int, _ quotation: Int, _ source: SourcePhrase, _ cue: CueMatch, _ link: Link,
        via: [SourcePhrase]
    ) -> Attribution {
        let all = quotationsOfSentence(clauses, index, link)
        var attribution = Attribution(
            quotations: all, content: clauses.quotations[quotation].pieces, source: source, cue: cue,
            directness: .direct, via: via, notes: all.flatMap { clauses.quotations[$0].notes }, rule: Self.name,
            passage: clauses.passageIndex)
        if let content = link.content(clauses, through: all.last ?? quotation) {
            attribution.content = [content]
            attribution.directness = .mixed
        } else if link.isPartial(clauses, index) {
            attribution.directness = .mixed
        } else {
            followOn(&attribution, clauses, index)
        }
        return attribution
    }

    /// With *that*, all quotations up to the end of the sentence belong to one content.
    private func quotationsOfSentence(_ clauses: Clauses, _ index: Int, _ link: Link) -> [Int] {
        let end = link.isClause ? clauses.passage.sentenceEnd(of: index) : index + 1
        return (index..<max(end, index + 1)).compactMap { clauses.elements[$0].quotation }
    }

    /// A quotation that is the next sentence, with no cue of its own, goes on with this one.
    private func followOn(_ attribution: inout Attribution, _ clauses: Clauses, _ index: Int) {
        guard index + 1 < clauses.elements.count, let next = clauses.elements[index + 1].quotation,
            index + 2 == clauses.elements.count
        else { return }
        attribution.quotations.append(next)
        attribution.content += clauses.quotations[next].pieces
    }
}

/// What stands between a cue and the quotation behind it.
struct Link {
    /// Where the content begins when the reporter's words belong to it.
    private let clauseStart: Int?
    private let verb: Int
    let isClause: Bool

    /// Nil when the words in between do not hand the quotation to the cue.
    init?(_ clauses: Clauses, verb: Int, quotation: Int) {
        let between = verb + 1..<quotation
        self.verb = verb
        if let that = between.first(where: { clauses.elements[$0].lower == "that" }), Self.isAddressee(clauses, verb + 1..<that) {
            clauseStart = that + 1
            isClause = true
            return
        }
        clauseStart = nil
        isClause = false
        let last = between.last.map { clauses.elements[$0] }
        let words = last.map { $0.isMark && [",", ":"].contains($0.text) } == true ? between.dropLast() : between
        let isColon = last?.text == ":"
        let isPlain = words.isEmpty || (last?.isMark == true && Self.isAddressee(clauses, words))
        guard isPlain || isColon || Self.isDescription(clauses, verb, words) else { return nil }
    }

    /// `told reporters on Wednesday`: no finite verb of its own, no mark.
    private static func isAddressee(_ clauses: Clauses, _ range: Range<Int>) -> Bool {
        range.count <= 24 && range.allSatisfy { index in
            clauses.elements[index].quotation == nil && clauses.cue(at: index, forms: [.finite]) == nil
                && !(clauses.elements[index].isMark && [";", ":"].contains(clauses.elements[index].text))
        }
    }

    /// `called the plan “reckless”`, `described it as “reckless”`.
    private static func isDescription(_ clauses: Clauses, _ verb: Int, _ range: Range<Int>) -> Bool {
        clauses.characterizes(at: verb) && range.count <= 10
            && range.allSatisfy { clauses.elements[$0].isWord && clauses.cue(at: $0) == nil }
    }

    /// The content with the reporter's words in it, nil when the quotation alone is the content.
    func content(_ clauses: Clauses, through quotation: Int) -> TextSpan? {
        guard let clauseStart, clauses.elements[clauseStart].quotation == nil,
            let end = clauses.quotations[quotation].outer.last?.end
        else { return nil }
        return TextSpan(clauses.elements[clauseStart].span.start, end)
    }

    /// Whether the quotation is only a part of the reporter's sentence.
    func isPartial(_ clauses: Clauses, _ index: Int) -> Bool {
        let isAdjacent = verb + 1 == index
        let between = verb + 1 < index && clauses.elements[index - 1].isWord
        return clauseStart == nil && (isAdjacent || between) && clauses.passage.sentenceEnd(of: index) > index + 2
            || between && clauseStart == nil
    }
}

/// Who reports the clause in which somebody speaks: `Reuters reported that Peskov said …`.
enum Reporter {
    static func via(_ clauses: Clauses, _ range: Range<Int>) -> [SourcePhrase] {
        for verb in range {
            guard let cue = clauses.cue(at: verb, forms: [.finite]), ["report", "say", "add", "quote", "write"].contains(cue.lemma),
                let found = clauses.source(endingAt: verb, from: range.lowerBound), CarrierNames.isCarrier(found.phrase, clauses)
            else { continue }
            return [found.phrase]
        }
        return []
    }
}

/// The subject of the clause that a participle hangs on: `Peskov blasted the proposal, saying`.
enum ClauseSubject {
    /// The nearest source before `participle` that a verb follows.
    static func before(_ participle: Int, from start: Int, in clauses: Clauses) -> (SourcePhrase, Int)? {
        for verb in (start..<participle).reversed() where isVerb(clauses.elements[verb].lower, clauses) {
            if let found = clauses.source(endingAt: verb, from: start) { return (found.phrase, found.start) }
        }
        return nil
    }

    /// Without a tagger: a small word in the past tense, or a cue.
    static func isVerb(_ word: String, _ clauses: Clauses) -> Bool {
        word.hasSuffix("ed") || irregular.contains(word) || clauses.lexicon.cues[word]?.form == .finite
    }

    private static let irregular: Set<String> = [
        "was", "is", "has", "had", "went", "made", "gave", "took", "spoke", "struck", "hit", "wrote", "came", "met", "put", "sent", "set",
        "left", "held", "stood", "told", "began", "did", "does", "broke", "drew", "shot", "laid", "led", "rejects", "denies", "makes",
    ]
}

/// The subject that a second verb shares: `Peskov rejected the plan and said: “…”`.
enum CoordinatedSubject {
    static func before(_ verb: Int, from start: Int, in clauses: Clauses) -> (SourcePhrase, Int)? {
        var before = verb - 1
        while before > start, ["also", "then", "later", "has", "had"].contains(clauses.elements[before].lower) { before -= 1 }
        guard before > start, ["and", "but"].contains(clauses.elements[before].lower) || clauses.elements[before].isComma else {
            return nil
        }
        return ClauseSubject.before(before, from: start, in: clauses)
    }
}
