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

    func drafts(_ clauses: [Clauses]) -> [Draft] {
        clauses.indices.dropLast().compactMap { number in
            let block = clauses[number]
            guard let colon = block.tree.indices.last(where: { block.tree.classes[$0] != .space }),
                block.tree.words(colon) == ":", let (cue, source) = cue(colon, block)
            else { return nil }
            var draft = Draft(
                rule: Self.name, block: number, cue: cue, source: source, content: [], confidence: 0.89)
            take(clauses[(number + 1)...], into: &draft)
            if draft.notes.contains(Self.unmarked),
                ColonQuotation.hasContent(cue.head, block.tree) && cue.lemma != "tell"
            {
                return nil
            }
            return draft.content.isEmpty ? nil : draft
        }
    }

    private func cue(_ colon: Int, _ clauses: Clauses) -> (CueWords, Int?)? {
        if let (cue, source, isKnown) = ColonQuotation.cue(before: colon, in: clauses), isKnown { return (cue, source) }
        let sentence = clauses.tree.sentence(max(0, colon - 1))
        return sentence.lazy.compactMap { AccordingTo().drafts(at: $0, in: clauses).first }.first.flatMap { draft in
            draft.cue.map { ($0, draft.source) }
        }
    }

    private func take(_ following: ArraySlice<Clauses>, into draft: inout Draft) {
        guard let next = following.first, let first = next.tree.indices.first, next.tree.words(first) != "<" else {
            return
        }
        if let quotation = next.tree.quotation[first] {
            draft.content = next.quotations[quotation].pieces
        } else {
            let isQuotation = next.tree.block.block.kind == .quotation
            let rest = following.dropFirst().prefix { isQuotation && $0.tree.block.block.kind == .quotation }
            draft.content = ([next] + rest).map(\.tree.block.block.span)
            draft.notes = [Self.unmarked]
            draft.confidence = 0.5
        }
    }
}
