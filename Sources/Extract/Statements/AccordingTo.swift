import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// The phrase *according to*: `“…,” according to Interfax`, `According to the ministry, “…”`, `in the words of Peskov, “…”`.
///
/// Behind the quotation only a comma may stand between; before it, the source must reach up to the quotation or to a comma
/// in front of it.
struct AccordingTo: QuotationPattern {
    static let name = "AccordingTo"
    private static let phrases = [["according", "to"], ["in", "the", "words", "of"], ["as", "per"]]

    func attribution(ofQuotationAt index: Int, in clauses: Clauses) -> Attribution? {
        guard let quotation = clauses.elements[index].quotation,
            let (source, cue) = behind(index, clauses) ?? before(index, clauses)
        else { return nil }
        return Attribution(
            quotations: [quotation], content: clauses.quotations[quotation].pieces, source: source, cue: cue,
            directness: .direct, notes: clauses.quotations[quotation].notes, rule: Self.name,
            passage: clauses.passageIndex)
    }

    private func behind(_ index: Int, _ clauses: Clauses) -> (SourcePhrase, CueMatch)? {
        var start = index + 1
        if start < clauses.elements.count, clauses.elements[start].isComma { start += 1 }
        guard let (cue, next) = phrase(at: start, clauses) else { return nil }
        let end = clauses.passage.sentenceEnd(of: start)
        return clauses.source(startingAt: next, to: end).map { ($0.phrase, cue) }
    }

    private func before(_ index: Int, _ clauses: Clauses) -> (SourcePhrase, CueMatch)? {
        let start = clauses.passage.sentenceStart(of: index)
        for position in start..<index {
            guard let (cue, next) = phrase(at: position, clauses), next < index else { continue }
            let end =
                clauses.elements[index - 1].isComma || clauses.elements[index - 1].lower == ":" ? index - 1 : index
            if let source = clauses.source(next..<end) { return (source, cue) }
        }
        return nil
    }

    private func phrase(at index: Int, _ clauses: Clauses) -> (CueMatch, Int)? {
        for words in Self.phrases {
            let end = index + words.count
            guard end < clauses.elements.count, clauses.elements[index..<end].map(\.lower) == words else { continue }
            let span = clauses.passage.span(index..<end)
            return (CueMatch(lemma: words.joined(separator: " "), act: .state, span: span), end)
        }
        return nil
    }
}
