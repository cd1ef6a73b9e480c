import DemarcheAnnotate
import DemarcheRecords

/// A noun as the cue: `the warning that the bridge would fall`, `their promise to repair it`, `criticism of the plan`,
/// `calls for a truce`.
///
/// The source is whoever has it (*the minister’s warning*, *criticism from Berlin*, *a call by the council*), or the
/// subject of a verb that only carries it (*issued a warning that*, *made the claim that*, *has doubts about*).
struct NominalCue: Construction {
    static let name = "NominalCue"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard tree.classes[index] == .noun, let entry = clauses.lexicon.nouns[tree.lemma(index)],
            let (content, frame) = content(index, entry, tree), let reading = entry.reading(frame)
        else { return [] }
        let source = Self.source(index, content: content, clauses)
        let spans = clauses.content(content)
        guard !spans.isEmpty else { return [] }
        let isClause = frame == "that" || frame == "wh"
        let confidence = source == nil ? 0.1 : isClause && reading == .sure ? 0.55 : 0.35
        return [
            Draft(
                rule: Self.name, block: clauses.number,
                cue: CueWords(lemma: entry.lemma, act: entry.act, head: index, tokens: index..<index + 1),
                source: source, content: spans, confidence: confidence)
        ]
    }

    private func content(_ noun: Int, _ entry: CueEntry, _ tree: Tree) -> (Int, frame: String)? {
        let clausesFirst = tree.children(noun).filter { $0 > noun }.sorted { first, second in
            (tree.relations[first] == .prep ? 1 : 0, first) < (tree.relations[second] == .prep ? 1 : 0, second)
        }
        for child in clausesFirst {
            switch tree.relations[child] {
            case .acl where tree.has(child, .aux) && tree.tag(child) == "VB":
                if entry.has("to") { return (child, "to") }
            case .acl where tree.has(child, .mark) || tree.has(child, .nsubj), .ccomp,
                .relcl where tree.has(child, .mark) || hasConjunction(child, tree):
                if entry.has("that") { return (child, "that") }
            case .prep:
                let word = tree.lower(child)
                if entry.has(word),
                    let object = tree.children(child).first(where: { [.pobj, .pcomp].contains(tree.relations[$0]) })
                {
                    return (object, word)
                }
            default: break
            }
        }
        return nil
    }

    /// `a warning that the bridge would fall`, where the parser takes *that* for a pronoun but the tagger does not.
    private func hasConjunction(_ clause: Int, _ tree: Tree) -> Bool {
        tree.has(clause, .nsubj)
            && tree.children(clause).contains { tree.lower($0) == "that" && tree.classes[$0] == .subordinator }
    }

    /// Whose the noun is, apart from its content; nil where nobody is named.
    static func source(_ noun: Int, content: Int, _ clauses: Clauses) -> Int? {
        let tree = clauses.tree
        if let owner = tree.child(noun, .poss) { return ["DATE", "TIME"].contains(tree.entity(owner)) ? nil : owner }
        for preposition in tree.children(noun)
        where tree.relations[preposition] == .prep && !tree.isBelow(content, preposition) {
            if ["by", "from", "among", "of"].contains(tree.lower(preposition)),
                let owner = tree.child(preposition, .pobj)
            {
                return owner
            }
        }
        let verb = tree.heads[noun]
        guard verb != noun, tree.relations[noun] == .dobj, tree.isVerb(verb), carrying.contains(tree.lemma(verb))
        else { return nil }
        return clauses.source(of: verb)
    }

    /// Verbs that say no more than that the noun's deed is done.
    private static let carrying: Set<String> = [
        "make", "issue", "have", "give", "express", "voice", "deliver", "send", "release", "repeat", "offer", "raise",
        "share", "hold", "publish", "post", "renew", "reiterate", "put", "float", "lodge", "file", "write", "take",
        "show", "harbor", "harbour", "push", "present", "outline",
    ]
}
