import DemarcheAnnotate

/// A passive cue with an infinitive, or a verb of seeming: `The bridge is expected to open`, `He was said to be ill`,
/// `The council seems to hesitate`. Nobody is named who says or expects it; the content is subject and infinitive.
struct RaisedContent: Construction {
    static let name = "RaisedContent"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard tree.isVerb(index) else { return [] }
        let isPassive = clauses.isPassive(index)
        guard
            let verb = tree.children(index).last(where: {
                [.xcomp, .oprd, .acomp].contains(tree.relations[$0]) && $0 > index
            }),
            let subject = tree.child(index, isPassive ? .nsubjpass : .nsubj),
            let entry = entry(index, isPassive, clauses)
        else { return [] }
        let content = clauses.content(subject) + clauses.content(verb)
        return [
            Draft(
                rule: Self.name, block: clauses.number, cue: clauses.cue(index, entry),
                source: isPassive ? clauses.source(of: index) : nil, content: content, confidence: 0.52)
        ]
    }

    private func entry(_ verb: Int, _ isPassive: Bool, _ clauses: Clauses) -> CueEntry? {
        let lemma = clauses.tree.lemma(verb)
        if isPassive { return Self.reported.contains(lemma) ? clauses.verbCue(verb) : nil }
        return Self.seeming.contains(lemma) ? CueEntry(row: [lemma, "think", "to"]) : nil
    }

    private static let reported: Set<String> = [
        "say", "report", "expect", "believe", "think", "know", "estimate", "rumor", "rumour", "suppose", "consider",
        "allege", "understand", "see", "project", "forecast", "predict", "claim", "view", "regard", "deem", "assume",
        "schedule", "intend", "plan", "require",
    ]
    private static let seeming: Set<String> = ["seem", "appear"]
}
