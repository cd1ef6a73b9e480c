import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A noun that announces the words themselves: `ended with the words “…”`, `sent the message “…”`, `under the slogan “…”`.
/// Whoever does what the verb around it says is the source; a second quotation behind *and* goes on with the first.
struct WordsBeforeQuotation: Construction {
    static let name = "WordsBeforeQuotation"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard Self.nouns.contains(tree.lower(index)), index + 1 < tree.indices.upperBound,
            let quotation = tree.quotation[index + 1], tree.quotation[index] == nil,
            let verb = verb(above: index, tree), let source = clauses.source(of: verb)
        else { return [] }
        var content = clauses.quotations[quotation].pieces
        if let next = quotationBehindAnd(quotation, clauses) { content += clauses.quotations[next].pieces }
        let cue = CueWords(lemma: tree.lower(index), act: .state, head: index, tokens: index..<index + 1)
        return [
            Draft(
                rule: Self.name, block: clauses.number, cue: cue, source: source, content: content, confidence: 0.79)
        ]
    }

    private static let nouns: Set<String> = ["words", "phrase", "message", "slogan", "motto", "sentence"]

    private func verb(above noun: Int, _ tree: Tree) -> Int? {
        var index = noun
        while tree.heads[index] != index {
            index = tree.heads[index]
            if tree.isVerb(index) { return index }
        }
        return nil
    }

    private func quotationBehindAnd(_ quotation: Int, _ clauses: Clauses) -> Int? {
        let tree = clauses.tree
        let end = tree.token(at: clauses.quotations[quotation].span.end)
        guard end < tree.indices.upperBound, tree.lower(end) == "and" else { return nil }
        return (end..<min(end + 4, tree.indices.upperBound)).lazy.compactMap { tree.quotation[$0] }.first
    }
}
