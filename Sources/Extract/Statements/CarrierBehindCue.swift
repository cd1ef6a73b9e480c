import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Who carried it, named behind the cue: `she said, according to Interfax`, `Peskov said, Reuters reported`.
enum CarrierBehindCue {
    static func via(_ clauses: Clauses, from start: Int, to end: Int) -> [SourcePhrase] {
        guard start < end, let comma = (start..<end).first(where: { clauses.elements[$0].isComma }) else { return [] }
        let next = comma + 1
        if next + 1 < end, clauses.elements[next].lower == "according", clauses.elements[next + 1].lower == "to" {
            return clauses.source(startingAt: next + 2, to: stop(clauses, next + 2, end)).map { [$0.phrase] } ?? []
        }
        for verb in next..<end {
            if let cue = clauses.cue(at: verb, forms: [.finite]), ["report", "say", "quote"].contains(cue.lemma),
                let phrase = clauses.source(next..<verb), CarrierNames.isCarrier(phrase, clauses)
            {
                return [phrase]
            }
        }
        return []
    }

    private static func stop(_ clauses: Clauses, _ start: Int, _ end: Int) -> Int {
        (start..<end).first {
            clauses.elements[$0].isMark && clauses.elements[$0].lower != "." || clauses.elements[$0].quotation != nil
        }
            ?? max(start, clauses.elements[end - 1].isMark ? end - 1 : end)
    }
}

/// Which sources carry the words of others.
enum CarrierNames {
    /// Whether the words name an agency or an outlet.
    static func isCarrier(_ phrase: SourcePhrase, _ clauses: Clauses) -> Bool {
        let words = clauses.passage.text[phrase.name].lowercased().replacing("’", with: "'")
        return clauses.lexicon.carriers[words] != nil || clauses.lexicon.carriers["the " + words] != nil
            || words.hasSuffix("news agency") || words.hasSuffix("newspaper")
    }
}
