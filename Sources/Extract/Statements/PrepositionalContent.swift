import DemarcheAnnotate
import DemarcheSourceText

/// A cue verb whose content hangs on a preposition: `called for a truce`, `warned of war`, `spoke about the bridge`,
/// `insisted on leaving`.
struct PrepositionalContent: Construction {
    static let name = "PrepositionalContent"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard tree.isVerb(index) else { return [] }
        let target = tree.children(index).first { tree.relations[$0] == .dobj }
        let told = tree.children(index).first { tree.relations[$0] == .prep && tree.lower($0) == "to" && $0 > index }
        let prepositions =
            tree.children(index) + (target.map { Array(tree.subtree($0)) } ?? [])
            + (told.flatMap { tree.child($0, .pobj) }.map(tree.children) ?? [])
        for preposition in prepositions where tree.relations[preposition] == .prep && preposition > index {
            guard
                let object = tree.children(preposition).first(where: { [.pobj, .pcomp].contains(tree.relations[$0]) }),
                !isTime(object, preposition, tree),
                let (entry, reading) = entry(index, preposition, object, clauses)
            else { continue }
            if reading == .doubtful, ["in", "at"].contains(tree.lower(preposition)) { continue }
            let content = content(index, object, preposition, entry, clauses)
            guard !content.isEmpty else { continue }
            let source = clauses.source(of: index)
            if let source, clauses.agency(source) == .thing { return [] }
            let confidence = reading == .sure ? (source == nil ? 0.28 : 0.59) : source == nil ? 0.1 : 0.41
            return [
                Draft(
                    rule: Self.name, block: clauses.number,
                    cue: clauses.cue(index, entry, through: preposition == index + 1 ? preposition : nil),
                    source: source, content: content, confidence: confidence)
            ]
        }
        return []
    }

    /// `on Tuesday`, `in March`
    private func isTime(_ object: Int, _ preposition: Int, _ tree: Tree) -> Bool {
        ["DATE", "TIME"].contains(tree.entity(object))
            && !["of", "about", "against"].contains(tree.lower(preposition))
    }

    private func entry(
        _ verb: Int, _ preposition: Int, _ object: Int, _ clauses: Clauses
    ) -> (CueEntry, CueEntry.Reading)? {
        let word = clauses.tree.lower(preposition)
        if let phrase = clauses.verbCue(verb, with: preposition) {
            let frames = clauses.tree.relations[object] == .pcomp ? ["ing", "np", "np-to"] : ["np", "np-to"]
            if let reading = frames.lazy.compactMap(phrase.reading).first { return (phrase, reading) }
        }
        guard let entry = clauses.verbCue(verb) else { return nil }
        let governor = clauses.tree.heads[preposition]
        if governor != verb, clauses.tree.relations[governor] == .pobj, clauses.tree.lower(preposition) == "about" {
            return entry.reading(word).map { (entry, $0) }
        }
        if governor != verb {
            return entry.reading("np-" + word) == .sure ? (entry, .sure) : nil
        }
        return entry.reading(clauses.hasObject(verb, entry) ? "np-" + word : word).map { (entry, $0) }
    }

    /// The object of the preposition; with it whoever is accused or praised, but not who is told.
    private func content(
        _ verb: Int, _ object: Int, _ preposition: Int, _ entry: CueEntry, _ clauses: Clauses
    ) -> [TextSpan] {
        let tree = clauses.tree
        if entry.has("np-to"),
            let verb = tree.children(verb).last(where: {
                $0 > object && [.xcomp, .advcl, .ccomp].contains(tree.relations[$0]) && tree.has($0, .aux)
            })
        {
            return clauses.content(from: object, through: verb)
        }
        if entry.has("as"),
            let predicate = tree.children(verb).last(where: {
                $0 > object && tree.relations[$0] == .prep && tree.lower($0) == "as"
            })
        {
            return clauses.content(from: object, through: predicate)
        }
        let tells = entry.has("np-that") || entry.has("np-quote") || entry.has("np-wh")
        guard !tells,
            let target = tree.children(verb).first(where: { [.dobj, .nsubjpass].contains(tree.relations[$0]) })
        else {
            return clauses.content(object)
        }
        if target > verb { return clauses.content(from: target, through: preposition) }
        return clauses.content(target) + clauses.content(object)
    }
}
