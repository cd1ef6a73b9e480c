import DemarcheAnnotate

/// A cue verb with a noun phrase as its content: `announced a truce`, `condemned the attack`, `opposes the plan`.
///
/// Not read where the object is the one who is told, and where nobody speaks whose attitude it could be.
struct ObjectContent: Construction {
    static let name = "ObjectContent"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard tree.isVerb(index), let entry = clauses.verbCue(index), let reading = entry.reading("np"),
            let object = object(of: index, in: clauses)
        else { return [] }
        let source = clauses.source(of: index)
        if let source, clauses.agency(source) == .thing { return [] }
        let tells =
            ["np-that", "np-quote", "np-wh"].contains(where: entry.has) || Clauses.quoting.contains(entry.lemma)
        if tells, [.person, .body].contains(clauses.agency(object)) {
            return []
        }
        let content = clauses.content(of: object, extendedBehind: index)
        guard !content.isEmpty else { return [] }
        let confidence = reading == .sure ? (source == nil ? 0.2 : 0.59) : (source == nil ? 0.1 : 0.3)
        return [
            Draft(
                rule: Self.name, block: clauses.number, cue: clauses.cue(index, entry), source: source,
                content: content, confidence: confidence)
        ]
    }

    private func object(of verb: Int, in clauses: Clauses) -> Int? {
        let tree = clauses.tree
        if clauses.isPassive(verb) { return tree.child(verb, .nsubjpass) }
        return tree.children(verb).first { tree.relations[$0] == .dobj && $0 > verb }
    }
}
