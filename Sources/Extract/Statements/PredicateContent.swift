import DemarcheAnnotate
import DemarcheSourceText

/// What somebody calls somebody or something: `called the plan “reckless”`, `described him as a friend`,
/// `dismissed the report as fiction`. The content is what is described and what it is called.
///
/// Not read: a name that is only given, `a culture called “the old way”`.
struct PredicateContent: Construction {
    static let name = "PredicateContent"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard tree.isVerb(index), let entry = clauses.verbCue(index), let predicate = predicate(index, entry, tree)
        else {
            return []
        }
        let source = clauses.source(of: index)
        if source == nil, tree.relations[index] == .acl { return [] }
        let object = tree.children(index).first {
            [.dobj, .nsubjpass].contains(tree.relations[$0]) || tree.relations[$0] == .oprd && $0 < predicate
        }
        var content = clauses.content(predicate)
        if let object {
            content =
                object > index ? clauses.content(from: object, through: predicate) : clauses.content(object) + content
        }
        guard !content.isEmpty, object != nil || tree.relations[predicate] == .oprd else { return [] }
        return [
            Draft(
                rule: Self.name, block: clauses.number, cue: clauses.cue(index, entry), source: source,
                content: content, confidence: source == nil ? 0.43 : 0.71)
        ]
    }

    private func predicate(_ verb: Int, _ entry: CueEntry, _ tree: Tree) -> Int? {
        if entry.has("pred"), let predicate = tree.children(verb).last(where: { tree.relations[$0] == .oprd }) {
            return predicate
        }
        let objects = tree.children(verb).filter { tree.relations[$0] == .dobj && $0 > verb }
        if entry.reading("pred") == .sure, objects.count == 2 { return objects[1] }
        guard entry.has("as"), !Clauses.quoting.contains(tree.lemma(verb)) else { return nil }
        return tree.children(verb).first { tree.relations[$0] == .prep && tree.lower($0) == "as" && $0 > verb }
            ?? (verb + 1..<max(verb + 1, tree.subtree(verb).upperBound)).first {
                tree.relations[$0] == .prep && tree.lower($0) == "as" && tree.quotation[$0] == nil
                    && tree.quotation[min($0 + 1, tree.subtree(verb).upperBound - 1)] != nil
            }
    }
}
