import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Finds when something was said, among what depends on its cue: `said on Tuesday`, `told the council yesterday`,
/// `wrote in a letter of 26 October`.
///
/// Only a day and what is up to a year long counts, and only where it belongs to the cue and not to the content. An
/// expression that needs a day of publication stays open where none is known.
struct SpeechDates {
    let clauses: Clauses
    let annotated: AnnotatedArticle
    private var tree: Tree { clauses.tree }

    func date(of draft: Draft) -> RecordedDate? {
        guard let cue = draft.cue, tree.isVerb(cue.head) else { return nil }
        let times = annotated.times
        return tokens(below: cue.head).lazy.compactMap { token in
            times.expression(at: token, inBlock: clauses.number)
        }.filter { isSingle($0) && !isInside(draft, $0) }.compactMap { times.recorded($0, in: annotated.article) }.first
    }

    private func isSingle(_ expression: TimeExpression) -> Bool {
        expression.kind != .duration && expression.period.map { $0.unit <= .year } == true
    }

    private func isInside(_ draft: Draft, _ expression: TimeExpression) -> Bool {
        draft.content.contains { $0.overlaps(expression.span) }
    }

    /// The words that may be a time and depend on a verb, or on the occasion that its phrases name.
    private func tokens(below verb: Int) -> [Int] {
        tree.children(verb).flatMap { child -> [Int] in
            switch tree.relations[child] {
            case .npadvmod, .advmod, .nmod: [child]
            case .prep:
                objects(child).flatMap { object in
                    [object] + (Occasions(clauses: clauses).isOccasion(child) ? tokens(belowNoun: object) : [])
                }
            default: []
            }
        }
    }

    private func tokens(belowNoun noun: Int) -> [Int] {
        tree.children(noun).flatMap { child -> [Int] in
            switch tree.relations[child] {
            case .npadvmod, .nmod, .compound: [child]
            case .prep: objects(child)
            default: []
            }
        }
    }

    private func objects(_ preposition: Int) -> [Int] {
        tree.children(preposition).filter { tree.relations[$0] == .pobj }
    }
}
