import DemarcheAnnotate
import DemarcheRecords

/// A quotation with its speaker behind a dash, as letters and displayed quotations have it: `“The bridge stays shut.” — Tomas
/// Reyne`. Behind the dash stands a name, and then nothing more or a line of its own.
struct DashBehindQuotation: Construction {
    static let name = "DashBehindQuotation"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard ["―", "—", "–", "--"].contains(tree.words(index)), tree.quotation[index] == nil, index > 0,
            let quotation = tree.quotation[index - 1]
                ?? (index > 1 && tree.classes[index - 1] == .space ? tree.quotation[index - 2] : nil),
            let source = name(behind: index, tree)
        else { return [] }
        let cue = CueWords(lemma: "—", act: .state, head: index, tokens: index..<index + 1)
        return [
            Draft(
                rule: Self.name, block: clauses.number, cue: cue, source: source,
                content: clauses.quotations[quotation].pieces, confidence: 0.85)
        ]
    }

    private func name(behind dash: Int, _ tree: Tree) -> Int? {
        var next = dash + 1
        while next < tree.indices.upperBound, tree.classes[next] == .space { next += 1 }
        let start = next
        while next < tree.indices.upperBound,
            tree.classes[next] == .properNoun || tree.words(next) == "." && next > start
        { next += 1 }
        let isLine =
            next == tree.indices.upperBound || tree.quotation[next] != nil || [.space].contains(tree.classes[next])
            || tree.words(next) == ","
        guard isLine, next > start, let last = (start..<next).last(where: { tree.classes[$0] == .properNoun }) else {
            return nil
        }
        return last
    }
}
