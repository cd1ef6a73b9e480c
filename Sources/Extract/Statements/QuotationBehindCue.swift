import DemarcheAnnotate
import DemarcheSourceText

/// A cue with the quotation right behind it, where the parser does not see the one in the other: `said, “…”`,
/// `told reporters on Monday, “…”`, `As the mayor put it, “…”`, `adding “to all who came”`.
///
/// In between stand only a comma and whoever was told, where and when.
struct QuotationBehindCue: Construction {
    static let name = "QuotationBehindCue"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        if let described = described(index, clauses) { return [described] }
        guard tree.isVerb(index), !clauses.isPassive(index),
            let quotation = quotation(behind: index, tree), let source = clauses.source(of: index),
            let entry = entry(index, source, clauses),
            tree.sentence(index).contains(tree.token(at: clauses.quotations[quotation].span.start))
                || clauses.agency(source) == .person
        else { return [] }
        return [
            Draft(
                rule: Self.name, block: clauses.number, cue: clauses.cue(index, entry), source: source,
                content: clauses.content(ofQuotation: quotation), confidence: 0.79)
        ]
    }

    /// `called the plan a “slow siege”`, where the parser does not see what is called so: from the object to the end of the
    /// quotation.
    private func described(_ verb: Int, _ clauses: Clauses) -> Draft? {
        let tree = clauses.tree
        guard tree.isVerb(verb), tree.quotation[verb] == nil, !clauses.isPassive(verb), !tree.has(verb, .oprd),
            let entry = clauses.verbCue(verb), entry.has("pred"), let source = clauses.source(of: verb)
        else { return nil }
        var next = verb + 1
        while next < tree.indices.upperBound, next < verb + 14, tree.quotation[next] == nil,
            !tree.isVerb(next) || isInClause(next, verb, tree), !tree.isPunctuation(next) || tree.words(next) == "-",
            tree.relations[next] != .mark || isInClause(next, verb, tree), tree.relations[next] != .cc
        { next += 1 }
        guard next < tree.indices.upperBound, next > verb + 1, isDescription(next, verb, tree),
            let quotation = tree.quotation[next],
            let end = clauses.quotations[quotation].outer.last?.end
        else { return nil }
        let behind = tree.token(at: end)
        let goesOn =
            behind < tree.indices.upperBound
            && (tree.relations[behind] == .mark || tree.lower(behind) == "than"
                || tree.relations[behind] == .prep && !Occasions(clauses: clauses).isOccasion(behind))
        let last = goesOn ? clauses.content(ofQuotation: quotation).last?.end ?? end : end
        return Draft(
            rule: Self.name, block: clauses.number, cue: clauses.cue(verb, entry), source: source,
            content: [TextSpan(tree.span(verb + 1).start, max(last, end))], confidence: 0.79)
    }

    /// `called the idea that she had anything to prove a “joke”`: a word of a clause that says more of the object.
    private func isInClause(_ word: Int, _ verb: Int, _ tree: Tree) -> Bool {
        var index = word
        while tree.heads[index] != index, index != verb {
            if [.acl, .relcl].contains(tree.relations[index]), tree.heads[index] > verb { return true }
            index = tree.heads[index]
        }
        return false
    }

    /// Whether a phrase begins with the quotation, and not one that began before, `called a meeting of the “friends”`.
    private func isDescription(_ first: Int, _ verb: Int, _ tree: Tree) -> Bool {
        let hasPreposition = (verb + 1..<first).contains { tree.relations[$0] == .prep }
        return !hasPreposition || [.noun, .properNoun].contains(tree.classes[first - 1])
    }

    private func entry(_ verb: Int, _ source: Int, _ clauses: Clauses) -> CueEntry? {
        if let entry = clauses.verbCue(verb), entry.has("quote") || entry.has("that") { return entry }
        let opensBehindComma =
            verb + 2 < clauses.tree.indices.upperBound && [",", ":"].contains(clauses.tree.words(verb + 1))
        guard opensBehindComma, clauses.agency(source) == .person,
            [.root, .conj, .ccomp].contains(clauses.tree.relations[verb])
        else { return nil }
        return CueEntry(row: [clauses.tree.lemma(verb), "state", "quote?"])
    }

    /// The quotation that opens behind the cue; behind a full stop only where the cue closes its sentence.
    private func quotation(behind verb: Int, _ tree: Tree) -> Int? {
        var next = verb + 1
        while next < tree.indices.upperBound, next < verb + 14 {
            if let quotation = tree.quotation[next] {
                let isOpened = [",", ":", "."].contains(tree.words(next - 1)) || next == verb + 1
                return tree.quotation[verb] == nil && isOpened ? quotation : nil
            }
            if tree.isVerb(next) || [.ccomp, .relcl, .conj].contains(tree.relations[next])
                || [";", "—"].contains(tree.words(next))
            {
                return nil
            }
            if tree.words(next) == ".",
                tree.relations[verb] != .root || next + 1 == tree.indices.upperBound || tree.quotation[next + 1] == nil
                    || [.dobj, .xcomp, .ccomp].contains(where: { tree.has(verb, $0) })
            {
                return nil
            }
            next += 1
        }
        return nil
    }
}
