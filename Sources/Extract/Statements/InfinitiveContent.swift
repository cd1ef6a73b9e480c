import DemarcheAnnotate
import DemarcheSourceText

/// A cue verb with an infinitive or a gerund as its content: `vowed to reopen the bridge`, `refused to comment`,
/// `urged the council to wait`, `considers leaving`.
struct InfinitiveContent: Construction {
    static let name = "InfinitiveContent"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard tree.isVerb(index), !clauses.isPassive(index) || tree.has(index, .agent),
            let entry = clauses.verbCue(index),
            let verb = content(of: index, entry, tree),
            let reading = reading(entry, verb, index, clauses)
        else { return [] }
        let source = clauses.source(of: index)
        let target = tree.children(index).first { [.dobj, .nsubjpass].contains(tree.relations[$0]) && $0 < verb }
        let content = content(target, verb, index, clauses)
        guard !content.isEmpty else { return [] }
        let isLikely = reading == .sure && source.map { clauses.agency($0) != .thing } ?? false
        return [
            Draft(
                rule: Self.name, block: clauses.number, cue: clauses.cue(index, entry), source: source,
                content: content, confidence: isLikely ? 0.62 : source == nil ? 0.1 : 0.39)
        ]
    }

    /// The infinitive with whoever is asked to do it.
    private func content(_ target: Int?, _ verb: Int, _ cue: Int, _ clauses: Clauses) -> [TextSpan] {
        guard let target else { return clauses.content(verb) }
        return target > cue
            ? clauses.content(from: target, through: verb) : clauses.content(target) + clauses.content(verb)
    }

    /// The infinitive or gerund; with a verb that asks for an infinitive also one that the parser takes for a purpose.
    private func content(of cue: Int, _ entry: CueEntry, _ tree: Tree) -> Int? {
        if let verb = tree.children(cue).last(where: { tree.relations[$0] == .xcomp && $0 > cue }) { return verb }
        let hasObject = tree.children(cue).contains { [.dobj, .ccomp].contains(tree.relations[$0]) }
        guard entry.reading(hasObject ? "np-to" : "to") == .sure else { return nil }
        return tree.children(cue).first { verb in
            tree.relations[verb] == .advcl && verb > cue && tree.tag(verb) == "VB"
                && tree.children(verb).contains { tree.tag($0) == "TO" }
                && tree.words(tree.subtree(verb).lowerBound - 1) != ","
        }
    }

    private func reading(_ entry: CueEntry, _ verb: Int, _ cue: Int, _ clauses: Clauses) -> CueEntry.Reading? {
        let tree = clauses.tree
        let hasObject = tree.children(cue).contains {
            [.dobj, .dative, .nsubjpass].contains(tree.relations[$0]) && $0 < verb
        }
        if tree.has(verb, .aux), hasObject { return entry.reading("np-to") ?? entry.reading("to") }
        if tree.has(verb, .aux) { return entry.reading("to") ?? entry.reading("np-to") }
        return tree.tag(verb) == "VBG" ? entry.reading("ing") : entry.reading("pred")
    }
}
