import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Finds when something was said, among what depends on its cue: `said on Tuesday`, `told the council yesterday`,
/// `wrote in a letter of 26 October`.
///
/// Only words for a single day, month or year count, and only where they belong to the cue and not to the content. An
/// expression that needs a day of publication stays open where none is known.
struct SpeechDates {
    let clauses: Clauses
    let published: RecordedDate?
    private var tree: Tree { clauses.tree }

    func date(of draft: Draft) -> RecordedDate? {
        guard let cue = draft.cue, tree.isVerb(cue.head) else { return nil }
        let isFuture = tree.children(cue.head).contains { tree.relations[$0] == .aux && tree.lower($0) == "will" }
        let expression = DateExpression(published: published, isFuture: isFuture)
        let candidates = phrases(below: cue.head).filter { phrase in
            let span = tree.span(phrase)
            return !draft.content.contains { $0.start < span.end && span.start < $0.end }
        }
        return candidates.lazy.compactMap { phrase in
            expression.date(phrase.map(tree.words)).map { date in
                var date = date
                date.expression = String(tree.source[tree.span(phrase)])
                return date
            }
        }.first
    }

    /// The words for a time that depend on a verb, on the occasion that its phrases name, or on the cue that it is joined
    /// to.
    private func phrases(below verb: Int) -> [Range<Int>] {
        tree.children(verb).flatMap { child -> [Range<Int>] in
            switch tree.relations[child] {
            case .npadvmod, .advmod, .nmod: [time(child)].compactMap(\.self)
            case .prep:
                tree.children(child).filter { tree.relations[$0] == .pobj }.flatMap { object in
                    [time(object)].compactMap(\.self)
                        + (Occasions(clauses: clauses).isOccasion(child) ? below(object) : [])
                }
            default: []
            }
        }
    }

    private func below(_ noun: Int) -> [Range<Int>] {
        tree.children(noun).flatMap { child -> [Range<Int>] in
            switch tree.relations[child] {
            case .npadvmod, .nmod, .compound: [time(child)].compactMap(\.self)
            case .prep:
                tree.children(child).filter { tree.relations[$0] == .pobj }.compactMap(time)
            default: []
            }
        }
    }

    /// The words that the entity recognizer takes for a date and that hold the token; a word for a day, where it misses it.
    private func time(_ index: Int) -> Range<Int>? {
        let isTime = { (index: Int) in ["DATE", "TIME"].contains(tree.entity(index)) }
        guard isTime(index) else {
            return ["today", "yesterday", "tomorrow", "tonight"].contains(tree.lower(index)) ? index..<index + 1 : nil
        }
        let sentence = tree.sentence(index)
        var (start, end) = (index, index + 1)
        while start > sentence.lowerBound, isTime(start - 1) || tree.classes[start - 1] == .numeral { start -= 1 }
        while end < sentence.upperBound, isTime(end) { end += 1 }
        return start..<end
    }
}
