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
            guard let cue = clauses.cue(at: verb), let link = Link(clauses, verb: verb, quotation: index) else {
                continue
            }
            guard let (source, begin) = source(clauses, verb, start) else { continue }
            let via = Reporter.via(clauses, start..<begin)
            return attribution(clauses, index, quotation, source, cue, link, begin: begin, via: via)
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
        begin: Int, via: [SourcePhrase]
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
            attribution.content = front(clauses, begin, index) + all.flatMap { clauses.quotations[$0].pieces }
        } else {
            followOn(&attribution, clauses, index)
        }
        return attribution
    }

    /// With *that*, all quotations up to the end of the sentence belong to one content; otherwise those that *and* joins.
    private func quotationsOfSentence(_ clauses: Clauses, _ index: Int, _ link: Link) -> [Int] {
        let end = max(clauses.passage.sentenceEnd(of: index), index + 1)
        if link.isClause { return (index..<end).compactMap { clauses.elements[$0].quotation } }
        guard link.isPartial(clauses, index), index + 1 < end, clauses.elements[index + 1].lower == "and",
            let next = (index + 2..<min(end, index + 6)).first(where: { clauses.elements[$0].quotation != nil }),
            let joined = clauses.elements[next].quotation
        else { return clauses.elements[index].quotation.map { [$0] } ?? [] }
        return (clauses.elements[index].quotation.map { [$0] } ?? []) + [joined]
    }

    /// The beginning of the content in front of the cue: `The government, she said in a letter, “has agreed …”`. Only where
    /// the quotation goes on with a small letter, and what stands in front is no adverbial.
    private func front(_ clauses: Clauses, _ begin: Int, _ index: Int) -> [TextSpan] {
        let start = clauses.passage.contentStart(of: index)
        guard start < begin - 1, clauses.elements[begin - 1].isComma, clauses.elements[start].isWord,
            !Self.adverbials.contains(clauses.elements[start].lower)
        else { return [] }
        return [clauses.passage.span(start..<begin - 1)]
    }

    private static let adverbials: Set<String> = [
        "in", "on", "at", "by", "after", "before", "when", "while", "as", "during", "despite", "speaking", "asked",
        "with", "for",
        "from", "under", "later", "earlier", "then", "but", "and", "to", "although", "though", "if", "since",
        "following", "of",
        "according", "last", "this", "meanwhile", "however", "also", "now",
    ]

    /// A quotation that is the next sentence, with no cue of its own, goes on with this one.
    private func followOn(_ attribution: inout Attribution, _ clauses: Clauses, _ index: Int) {
        guard index + 1 < clauses.elements.count, let next = clauses.elements[index + 1].quotation,
            index + 2 == clauses.elements.count
        else { return }
        attribution.quotations.append(next)
        attribution.content += clauses.quotations[next].pieces
    }
}

/// Who reports the clause in which somebody speaks: `Reuters reported that Peskov said …`.
enum Reporter {
    static func via(_ clauses: Clauses, _ range: Range<Int>) -> [SourcePhrase] {
        for verb in range {
            guard let cue = clauses.cue(at: verb, forms: [.finite]),
                ["report", "say", "add", "quote", "write"].contains(cue.lemma),
                let found = clauses.source(endingAt: verb, from: range.lowerBound),
                CarrierNames.isCarrier(found.phrase, clauses)
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
        "was", "is", "has", "had", "went", "made", "gave", "took", "spoke", "struck", "hit", "wrote", "came", "met",
        "put", "sent", "set",
        "left", "held", "stood", "told", "began", "did", "does", "broke", "drew", "shot", "laid", "led", "rejects",
        "denies", "makes",
    ]
}

/// The subject that a second verb shares: `Peskov rejected the plan and said: “…”`.
enum CoordinatedSubject {
    static func before(_ verb: Int, from start: Int, in clauses: Clauses) -> (SourcePhrase, Int)? {
        var before = verb - 1
        while before > start, ["also", "then", "later", "has", "had"].contains(clauses.elements[before].lower) {
            before -= 1
        }
        guard before > start,
            ["and", "but"].contains(clauses.elements[before].lower) || clauses.elements[before].isComma
        else {
            return nil
        }
        return ClauseSubject.before(before, from: start, in: clauses)
    }
}
