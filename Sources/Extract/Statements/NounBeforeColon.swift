import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A noun of speech in front of a colon, and behind it what is said: `The governor issued a stern warning: closing the
/// strait would end the talks.`
///
/// The noun is one that can have a *that* clause, and somebody has it as ``NominalCue`` finds: its possessor, whom *from* or
/// *by* names, or the subject of a verb that only carries it. The content is a quotation, or the rest of the sentence where
/// that has a verb with a subject; a list or a name behind the colon says what the noun is, and not what was said. Nouns in the plural (*three demands:*) announce a list, and an
/// editor's note is the outlet's own.
struct NounBeforeColon: Construction {
    static let name = "NounBeforeColon"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard tree.words(index) == ":", tree.quotation[index] == nil, index > 0,
            let (noun, entry) = Self.noun(before: index, clauses),
            let source = NominalCue.source(noun, content: index, clauses), tree.lemma(source) != "editor",
            let content = Self.content(behind: index, clauses)
        else { return [] }
        return [
            Draft(
                rule: Self.name, block: clauses.number,
                cue: CueWords(lemma: entry.lemma, act: entry.act, head: noun, tokens: noun..<noun + 1),
                source: source, content: content, confidence: 0.6)
        ]
    }

    /// The noun in front of the colon, or the one to which a name there belongs: `a message from the admiral:`.
    private static func noun(before colon: Int, _ clauses: Clauses) -> (Int, CueEntry)? {
        let tree = clauses.tree
        var noun = colon - 1
        while tree.relations[noun] == .pobj, tree.relations[tree.heads[noun]] == .prep {
            noun = tree.heads[tree.heads[noun]]
        }
        guard tree.tag(noun) == "NN", let entry = clauses.lexicon.nouns[tree.lemma(noun)], entry.has("that")
        else { return nil }
        return (noun, entry)
    }

    private static func content(behind colon: Int, _ clauses: Clauses) -> [TextSpan]? {
        let tree = clauses.tree
        let rest = colon + 1..<tree.sentence(colon).upperBound
        guard let next = rest.first(where: { tree.classes[$0] != .space }) else { return nil }
        if let quotation = tree.quotation[next] { return clauses.quotations[quotation].pieces }
        let isClause = rest.contains {
            [.nsubj, .nsubjpass, .csubj].contains(tree.relations[$0]) && tree.heads[$0] > colon
        }
        return isClause ? clauses.trimmed(rest).map { [$0] } : nil
    }
}
