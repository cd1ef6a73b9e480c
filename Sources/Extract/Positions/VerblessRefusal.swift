import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A refusal without a verb: whoever says *no talks* rules them out.
///
///     “No talks, no handover of the port,” said the envoy.       Graustark: no talks before a withdrawal
struct VerblessRefusal: StanceConstruction {
    static let name = "VerblessRefusal"
    /// Words that are looked at around it for a verb.
    private static let reach = 30

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        let tree = scene.tree
        let noun = tree.heads[index]
        guard tree.lower(index) == "no", tree.relations[index] == .det, noun > index, scene.isDealing(noun),
            ![.compound, .amod, .nmod].contains(tree.relations[noun]),
            let statement = scene.passage.statement(holding: tree.span(index)), statement.speaker.name != nil,
            let piece = statement.content.first(where: { $0.span.contains(tree.span(index).start) }),
            isVerbless(piece.span, scene)
        else { return [] }
        return [
            StanceDraft(
                rule: Self.name, party: nil, stance: .rulesOut, head: noun,
                proposal: scene.withoutNo(ProposalPhrase(scene: scene).words(noun)), condition: nil,
                cue: index..<index + 1)
        ]
    }

    private func isVerbless(_ span: TextSpan, _ scene: StanceScene) -> Bool {
        let tree = scene.tree
        let start = tree.token(at: span.start)
        let end = min(tree.token(at: span.end), tree.indices.upperBound)
        guard start < end, end - start <= Self.reach else { return false }
        return !Range(from: start, to: end).contains { ["VBD", "VBZ", "VBP", "MD", "VB"].contains(tree.tag($0)) }
    }
}
