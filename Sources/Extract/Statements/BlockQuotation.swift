import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A paragraph that ends with a colon hands the next one to its cue: `Kaczynski said:` and then a paragraph of his
/// words, with quotation marks or without.
///
/// Without marks only the next paragraph is taken, and block quotations that follow it; where a quotation without marks
/// ends cannot be seen, so the note says so. The colon's sentence must hold a cue with a source.
struct BlockQuotation {
    static let name = "BlockQuotation"
    static let unmarked = "block quotation without quotation marks"

    /// The attribution that the end of `clauses` gives to the paragraphs that follow.
    func attribution(_ clauses: Clauses, followedBy following: ArraySlice<Passage>) -> Attribution? {
        guard clauses.elements.last?.lower == ":", let next = following.first, !next.elements.isEmpty else {
            return nil
        }
        let end = clauses.elements.count - 1
        let start = clauses.passage.sentenceStart(of: end)
        for verb in (start..<end).reversed() {
            guard let cue = clauses.cue(at: verb), let found = source(clauses, verb, start) else { continue }
            let via = Reporter.via(clauses, start..<found.start)
            return attribution(clauses, found.phrase, cue, via, next, following)
        }
        return nil
    }

    private func source(_ clauses: Clauses, _ verb: Int, _ start: Int) -> (phrase: SourcePhrase, start: Int)? {
        if clauses.lexicon.cues[clauses.elements[verb].lower]?.form == .participle {
            return ClauseSubject.before(verb, from: start, in: clauses)
        }
        return clauses.source(endingAt: verb, from: start) ?? CoordinatedSubject.before(verb, from: start, in: clauses)
    }

    private func attribution(
        _ clauses: Clauses, _ source: SourcePhrase, _ cue: CueMatch, _ via: [SourcePhrase], _ next: Passage,
        _ following: ArraySlice<Passage>
    ) -> Attribution {
        var attribution = Attribution(
            quotations: [], content: [], source: source, cue: cue, directness: .direct, via: via, rule: Self.name,
            passage: clauses.passageIndex)
        if let quotation = next.elements.first?.quotation,
            next.elements.allSatisfy({ $0.quotation == quotation || $0.isMark })
        {
            attribution.quotations = [quotation]
            attribution.content = clauses.quotations[quotation].pieces
            attribution.notes = clauses.quotations[quotation].notes
        } else {
            let rest = following.dropFirst().prefix { next.block.kind == .quotation && $0.block.kind == .quotation }
            attribution.content = ([next] + rest).map(\.block.span)
            attribution.quotations = ([next] + rest).flatMap { $0.elements.compactMap(\.quotation) }
            attribution.notes = [Self.unmarked]
        }
        return attribution
    }
}
