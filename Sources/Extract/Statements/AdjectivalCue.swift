import DemarcheAnnotate
import DemarcheRecords

/// An adjective that says what somebody thinks: `is confident that the bridge will hold`, `was adamant that`,
/// `are ready to talk`, `was critical of the plan`.
struct AdjectivalCue: Construction {
    static let name = "AdjectivalCue"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard tree.classes[index] == .adjective || tree.isVerb(index),
            let entry = clauses.lexicon.adjectives[tree.lower(index)] ?? clauses.lexicon.adjectives[tree.lemma(index)],
            let source = source(index, clauses), clauses.agency(source) != .thing,
            let (content, frame) = content(index, entry, tree), let reading = entry.reading(frame)
        else { return [] }
        let spans = clauses.content(content)
        guard !spans.isEmpty else { return [] }
        let cue = CueWords(
            lemma: entry.lemma, act: entry.act, head: index, tokens: index..<index + 1,
            isNegated: isNegated(index, clauses))
        return [
            Draft(
                rule: Self.name, block: clauses.number, cue: cue, source: source, content: spans,
                confidence: reading == .sure ? 0.58 : 0.3)
        ]
    }

    private func isNegated(_ index: Int, _ clauses: Clauses) -> Bool {
        clauses.isNegated(index) || clauses.tree.heads[index] != index && clauses.isNegated(clauses.tree.heads[index])
    }

    private func source(_ index: Int, _ clauses: Clauses) -> Int? {
        let tree = clauses.tree
        let head = tree.heads[index]
        if tree.relations[index] == .acomp, head != index { return clauses.source(of: head) }
        if tree.relations[index] == .conj, tree.relations[head] == .acomp { return source(head, clauses) }
        if tree.relations[index] == .amod, index > head, tree.words(index - 1) == "," { return head }
        return tree.isVerb(index) ? tree.child(index, .nsubjpass) : nil
    }

    private func content(_ index: Int, _ entry: CueEntry, _ tree: Tree) -> (Int, frame: String)? {
        let copula = tree.relations[index] == .acomp ? tree.children(tree.heads[index]) : []
        for child in tree.children(index) + copula.filter({ tree.relations[$0] == .ccomp }) where child > index {
            switch tree.relations[child] {
            case .ccomp: if entry.has("that") { return (child, "that") }
            case .xcomp: if entry.has("to") { return (child, "to") }
            case .prep:
                if entry.has(tree.lower(child)),
                    let object = tree.children(child).first(where: { [.pobj, .pcomp].contains(tree.relations[$0]) })
                {
                    return (object, tree.lower(child))
                }
            default: break
            }
        }
        return nil
    }
}
