import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A colon hands what follows to the cue in front of it: `She put it simply: “We shall wait.”`, `He had one word: “No”`.
///
/// Behind the colon stands a quotation, or a sentence when the cue is one of speech. The cue is the last verb in front of
/// the colon that has a source; a verb that the lexicon does not know will do for a quotation.
struct ColonQuotation: Construction {
    static let name = "ColonQuotation"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard tree.words(index) == ":", tree.quotation[index] == nil, index > 0, index + 1 < tree.indices.upperBound,
            let (cue, source, isKnown) = Self.cue(before: index, in: clauses) ?? Self.name(before: index, in: clauses)
        else { return [] }
        var next = index + 1
        while next < tree.indices.upperBound - 1, tree.classes[next] == .space { next += 1 }
        var content: [TextSpan] = []
        if let quotation = tree.quotation[next] {
            content = clauses.quotations[quotation].pieces
        } else if isKnown, cue.tokens.upperBound + 4 > index, !Self.hasContent(cue.head, tree),
            let rest = clauses.trimmed(next..<tree.sentence(index).upperBound)
        {
            content = [rest]
        }
        guard !content.isEmpty else { return [] }
        return [
            Draft(
                rule: Self.name, block: clauses.number, cue: cue, source: source, content: content,
                confidence: isKnown ? 0.79 : 0.35)
        ]
    }

    /// Whether the cue has a content in front of the colon.
    static func hasContent(_ verb: Int, _ tree: Tree) -> Bool {
        tree.children(verb).contains {
            $0 > verb && [.dobj, .xcomp, .oprd].contains(tree.relations[$0]) && tree.classes[$0] != .pronoun
        }
    }

    /// A name right in front of the colon, which is then the cue: `surprises Tomas Reyne: “…”`
    private static func name(before colon: Int, in clauses: Clauses) -> (CueWords, source: Int?, isKnown: Bool)? {
        let cue = CueWords(lemma: ":", act: .state, head: colon, tokens: colon..<colon + 1)
        return clauses.tree.classes[colon - 1] == .properNoun ? (cue, colon - 1, false) : nil
    }

    /// The cue of the sentence in front of a colon, with its source, and whether the lexicon has it as one of speech.
    static func cue(before colon: Int, in clauses: Clauses) -> (CueWords, source: Int?, isKnown: Bool)? {
        let tree = clauses.tree
        let sentence = tree.sentence(max(0, colon - 1)).lowerBound..<colon
        let verbs = sentence.filter { tree.isVerb($0) && tree.quotation[$0] == nil }
        for verb in verbs.reversed() {
            guard let entry = clauses.verbCue(verb), entry.has("quote") || entry.has("that"),
                let source = clauses.source(of: verb)
            else { continue }
            return (clauses.cue(verb, entry), source, true)
        }
        let copulas = sentence.filter { tree.classes[$0] == .auxiliary && tree.lemma($0) == "be" }
        for verb in (verbs + copulas).reversed() where [.root, .ccomp].contains(tree.relations[verb]) {
            guard let source = clauses.source(of: verb).map({ owner(of: $0, clauses) }),
                clauses.agency(source) == .person, tree.quotation[verb] == nil,
                let entry = CueEntry(row: [tree.lemma(verb), "state", "quote?"])
            else { continue }
            return (clauses.cue(verb, entry), source, false)
        }
        return nil
    }

    /// `The governor’s answer was short`: whose answer it is.
    private static func owner(of noun: Int, _ clauses: Clauses) -> Int {
        guard clauses.lexicon.nouns[clauses.tree.lemma(noun)] != nil else { return noun }
        return clauses.tree.child(noun, .poss) ?? noun
    }
}
