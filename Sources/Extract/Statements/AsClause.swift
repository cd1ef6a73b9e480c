import DemarcheAnnotate
import DemarcheSourceText

/// A clause with *as* that says whose words the sentence is: `As Rosa Lind said, the treaty was dead`, `The fort, as the
/// consul put it, was empty`.
///
/// The content is the clause that it depends on, without it.
struct AsClause: Construction {
    static let name = "AsClause"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        let head = tree.heads[index]
        guard tree.isVerb(index), tree.relations[index] == .advcl, head != index, !clauses.isPassive(index),
            let mark = tree.child(index, .mark), tree.lower(mark) == "as", isSetOff(index, tree),
            ![.ccomp, .xcomp].contains(where: { tree.has(index, $0) }),
            tree.child(index, .dobj).map({ tree.classes[$0] == .pronoun }) ?? true,
            let entry = clauses.verbCue(index), entry.reading("that") == .sure || entry.lemma == "put it",
            let source = clauses.nearestSubject(index)
        else { return [] }
        let content = clauses.pieces(tree.subtree(head), without: tree.subtree(index))
        guard !content.isEmpty else { return [] }
        return [
            Draft(
                rule: Self.name, block: clauses.number, cue: clauses.cue(index, entry), source: source,
                content: content, confidence: 0.69)
        ]
    }

    /// Whether a comma parts the clause from the rest of the sentence.
    private func isSetOff(_ verb: Int, _ tree: Tree) -> Bool {
        let words = tree.subtree(verb)
        let before = words.lowerBound - 1
        let behind = words.upperBound
        return before >= 0 && tree.words(before) == "," || tree.words(behind - 1) == ","
            || behind < tree.indices.upperBound && tree.words(behind) == ","
    }
}
