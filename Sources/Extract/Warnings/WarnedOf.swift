import DemarcheAnnotate
import DemarcheRecords

/// A noun as the consequence: `warned of war if the fleet sails`, and in headlines `Ruritania warns of retaliation over
/// troops`.
///
/// The consequence is the object of *warn of*, *threaten (with)* or *pledge*, the trigger the clause with *if* or, in headlines only, the
/// object of *over*.
struct WarnedOf: WarningConstruction {
    static let name = "WarnedOf"

    func drafts(at index: Int, in clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        guard ["warn", "threaten", "warning", "threat", "pledge", "promise", "vow"].contains(tree.lemma(index)),
            let object = object(index, tree), let condition = condition(index, object, clauses),
            let trigger = clauses.tidy(condition.words),
            let consequence = clauses.tidy(
                from: tree.subtree(object).lowerBound,
                to: min(condition.start, clauses.clauseEnd(object, condition.start))),
            consequence.contains(object)
        else { return [] }
        let isThreat = !tree.lemma(index).hasPrefix("warn")
        return [
            WarningDraft(
                rule: Self.name,
                trigger: .init(words: trigger, head: condition.head, agent: tree.child(condition.head, .nsubj)),
                consequence: .init(words: consequence, head: object, agent: nil),
                force: ForceReading(isThreat ? .certain : .probable, [index]), issuer: clauses.source(of: index),
                isPenalty: isThreat)
        ]
    }

    private func isFinite(_ index: Int, _ tree: Tree) -> Bool {
        tree.isVerb(index) && ["VBD", "VBZ", "VBP"].contains(tree.tag(index)) && tree.relations[index] != .relcl
            || tree.tag(index) == "MD"
    }

    private func object(_ cue: Int, _ tree: Tree) -> Int? {
        let prepositions: Set<String> = tree.lemma(cue).hasPrefix("warn") ? ["of", "about"] : ["of", "with"]
        let addressee = [tree.child(cue, .dobj), tree.child(cue, .dative)].compactMap(\.self)
        let phrase = ([cue] + addressee).lazy.flatMap(tree.children).first {
            tree.relations[$0] == .prep && $0 > cue && prepositions.contains(tree.lower($0))
        }
        if let phrase { return tree.child(phrase, .pobj) }
        guard ["threaten", "pledge", "promise", "vow"].contains(tree.lemma(cue)), tree.isVerb(cue) else { return nil }
        return tree.child(cue, .dobj).flatMap { tree.classes[$0] == .noun ? $0 : nil }
    }

    private func condition(_ cue: Int, _ object: Int, _ clauses: Clauses) -> (words: Range<Int>, head: Int, start: Int)?
    {
        let tree = clauses.tree
        let bounds = Range(from: object + 1, to: tree.sentence(cue).upperBound)
        if let marker = bounds.first(where: { ["if", "unless", "should"].contains(tree.lower($0)) }),
            tree.relations[marker] == .mark, !Range(from: object, to: marker).contains(where: { isFinite($0, tree) })
        {
            let head = tree.heads[marker]
            return (
                Range(from: marker + 1, to: clauses.clauseEnd(head, max(tree.subtree(head).upperBound, head + 1))),
                head, marker
            )
        }
        if let noun = bounds.first(where: { ["case", "event"].contains(tree.lower($0)) }), tree.lower(noun - 1) == "in",
            let phrase = tree.child(noun, .prep), tree.lower(phrase) == "of", let head = tree.child(phrase, .pobj)
        {
            return (
                Range(from: phrase + 1, to: clauses.clauseEnd(head, max(tree.subtree(head).upperBound, head + 1))),
                head, noun - 1
            )
        }
        guard tree.block.block.kind.isHeading,
            let over = bounds.first(where: { ["over", "amid"].contains(tree.lower($0)) && tree.relations[$0] == .prep }
            ),
            let head = tree.child(over, .pobj)
        else { return nil }
        return (
            Range(from: over + 1, to: clauses.clauseEnd(head, max(tree.subtree(head).upperBound, head + 1))), head, over
        )
    }
}
