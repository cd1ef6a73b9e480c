import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A line of its own that says whose the quotation in front of it is: a paragraph in marks, and then `- Tomas Reyne, in a
/// letter to the pilots`.
///
/// The line begins with a dash and a name, and holds no verb.
struct AttributionLine {
    static let name = "AttributionLine"

    func drafts(_ clauses: [Clauses]) -> [Draft] {
        zip(clauses.indices, clauses.indices.dropFirst()).compactMap { number, next in
            guard let quotation = whole(clauses[number]), let source = source(clauses[next].tree) else { return nil }
            let cue = CueWords(lemma: "—", act: .state, head: 0, tokens: 0..<1)
            return Draft(
                rule: Self.name, block: next, cue: cue, source: source,
                content: clauses[number].quotations[quotation].pieces, confidence: 0.85)
        }
    }

    /// The quotation that is all of a paragraph.
    private func whole(_ clauses: Clauses) -> Int? {
        let span = clauses.tree.block.block.span
        guard let first = clauses.tree.indices.first, let quotation = clauses.tree.quotation[first],
            let outer = clauses.quotations[quotation].outer.last, outer.end >= span.end - 1
        else { return nil }
        return quotation
    }

    private func source(_ tree: Tree) -> Int? {
        guard let first = tree.indices.first, ["-", "–", "—", "--", "―"].contains(tree.words(first)),
            tree.indices.count < 24, !tree.indices.contains(where: tree.isVerb)
        else { return nil }
        let name = tree.indices.dropFirst().prefix { tree.classes[$0] == .properNoun }
        return name.last
    }
}
