import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// What the patterns ask of a passage: where cue verbs stand and which words before or behind one are its source.
///
/// A class, because the patterns hand it around and a copy would count five references.
final class Clauses: Sendable {
    let passage: Passage
    let passageIndex: Int
    let quotations: [Quotation]
    let lexicon: Lexicon

    var elements: [Element] { passage.elements }
    private let parser: SourcePhraseParser

    init(passage: Passage, passageIndex: Int, quotations: [Quotation], lexicon: Lexicon) {
        self.passage = passage
        self.passageIndex = passageIndex
        self.quotations = quotations
        self.lexicon = lexicon
        parser = SourcePhraseParser(passage: passage, lexicon: lexicon)
    }

    /// The cue verb at `index`, with the auxiliaries that negate it.
    func cue(at index: Int, forms: Set<Lexicon.CueForm.Form> = [.finite, .participle]) -> CueMatch? {
        guard elements.indices.contains(index), elements[index].kinds.contains(.cue),
            !elements[index].isCapitalized || index == 0, let form = lexicon.cues[elements[index].lower]
        else { return nil }
        let isNegated = elements[max(0, index - 3)..<index].contains {
            ["not", "never", "didn't", "doesn't"].contains($0.lower)
        }
        guard forms.contains(form.form) || isNegated && form.form == .base else { return nil }
        return CueMatch(lemma: form.lemma, act: form.act, span: elements[index].span, isNegated: isNegated)
    }

    func characterizes(at index: Int) -> Bool { lexicon.cues[elements[index].lower]?.characterizes ?? false }

    /// The words of `range` as a source, nil when they are none.
    func source(_ range: Range<Int>) -> SourcePhrase? { range.isEmpty ? nil : parser.parse(range) }

    /// The source that ends right before the verb at `end`, with where it begins: the longest words that make one, back
    /// to `start`.
    func source(endingAt end: Int, from start: Int) -> (phrase: SourcePhrase, start: Int)? {
        guard start < end else { return nil }
        for begin in max(start, end - SourcePhraseParser.longest)..<end {
            if elements[begin].isMark || Self.neverFirst.contains(elements[begin].lower) { continue }
            if begin > start, !isBorder(begin) { continue }
            if let phrase = source(begin..<end) { return (phrase, begin) }
        }
        return nil
    }

    /// Words that no source begins with, passed over before the parser is asked.
    private static let neverFirst: Set<String> = [
        "of", "for", "from", "to", "with", "in", "on", "at", "by", "was", "is", "are", "were", "be", "been", "would",
        "will",
        "could", "can", "may", "might", "should", "that", "which", "who",
    ]

    /// Whether a noun phrase can begin at `index`: not inside a run of capitalised words.
    private func isBorder(_ index: Int) -> Bool {
        let before = elements[index - 1]
        if before.isMark || before.quotation != nil { return true }
        let isName = before.isCapitalized && !before.kinds.contains(.notName)
        let nounGoesOn =
            (isName || before.kinds.contains(.role)) && elements[index].isCapitalized
            || !before.kinds.isDisjoint(with: [.possessive, .article])
        return !nounGoesOn
    }

    /// The source right behind `start`, at most to `end`: the longest words that make one.
    func source(startingAt start: Int, to end: Int) -> (phrase: SourcePhrase, end: Int)? {
        guard start < end else { return nil }
        for stop in stride(from: min(end, start + SourcePhraseParser.longest), to: start, by: -1) {
            let isCut = stop < end && elements[stop].isCapitalized && elements[stop - 1].isCapitalized
            if !isCut, let phrase = source(start..<stop) { return (phrase, stop) }
        }
        return nil
    }
}
