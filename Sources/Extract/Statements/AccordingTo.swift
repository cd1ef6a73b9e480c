import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// `According to the ministry, the bridge is shut`; `“It is shut,” according to Tomas Reyne`; `in the words of the mayor`,
/// `in the mayor’s view`.
///
/// The content is the clause that the phrase belongs to, without the phrase; the quotation right behind it, where one is.
struct AccordingTo: Construction {
    static let name = "AccordingTo"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard let (source, phrase, cue) = accordingTo(index, tree) ?? inWords(index, tree),
            clauses.agency(source) != .thing || tree.tag(source) == "NNS", !isManner(source, tree)
        else { return [] }
        let content = quotation(behind: phrase, clauses) ?? clauses.pieces(host(phrase, clauses), without: phrase)
        guard !content.isEmpty else { return [] }
        return [
            Draft(
                rule: Self.name, block: clauses.number, cue: cue, source: source, content: content, confidence: 0.84)
        ]
    }

    /// `according to plan`, `according to custom`: a bare noun says how, not who.
    private func isManner(_ source: Int, _ tree: Tree) -> Bool {
        tree.tag(source) == "NN" && tree.subtree(source).count == 1 && tree.words(source).first?.isLowercase == true
    }

    private typealias Phrase = (source: Int, words: Range<Int>, cue: CueWords)

    private func accordingTo(_ index: Int, _ tree: Tree) -> Phrase? {
        guard tree.lower(index) == "according", index + 1 < tree.indices.upperBound, tree.lower(index + 1) == "to",
            let source = tree.child(index + 1, .pobj) ?? tree.child(index, .pobj)
        else { return nil }
        let cue = CueWords(lemma: "according to", act: .state, head: index, tokens: index..<index + 2)
        return (source, index..<max(tree.subtree(source).upperBound, index + 2), cue)
    }

    /// `in the words of the mayor`, `in the mayor’s words`
    private func inWords(_ index: Int, _ tree: Tree) -> Phrase? {
        guard Self.words.contains(tree.lemma(index)), tree.relations[index] == .pobj,
            tree.lower(tree.heads[index]) == "in"
        else { return nil }
        let phrase = tree.subtree(tree.heads[index])
        guard
            tree.lemma(index) == "word" || phrase.lowerBound == tree.sentence(index).lowerBound
                || tree.isPunctuation(phrase.lowerBound - 1)
        else { return nil }
        let owner = tree.children(index).first { tree.relations[$0] == .prep && tree.lower($0) == "of" }
            .flatMap { tree.child($0, .pobj) }
        let isDefinite = tree.child(index, .det).map { tree.lower($0) == "the" } ?? false
        guard let source = tree.child(index, .poss) ?? (isDefinite ? owner : nil) else { return nil }
        let cue = CueWords(
            lemma: "in the words of", act: .state, head: index,
            tokens: tree.heads[index]..<(source > index ? tree.heads[source] : index) + 1)
        return (source, tree.subtree(tree.heads[index]), cue)
    }

    private static let words: Set<String> = [
        "word", "view", "opinion", "telling", "estimation", "judgment", "judgement",
    ]

    private func quotation(behind phrase: Range<Int>, _ clauses: Clauses) -> [TextSpan]? {
        var next = phrase.upperBound
        while next < clauses.tree.indices.upperBound, [",", ":"].contains(clauses.tree.words(next)) { next += 1 }
        guard next < clauses.tree.indices.upperBound, clauses.tree.quotation[phrase.lowerBound] == nil else {
            return nil
        }
        return clauses.tree.quotation[next].map(clauses.content(ofQuotation:))
    }

    /// The words that the phrase says the origin of: the clause above it, or, in front or behind all, the sentence; a
    /// quotation right in front, when the parser parted it.
    private func host(_ phrase: Range<Int>, _ clauses: Clauses) -> Range<Int> {
        let tree = clauses.tree
        let index = phrase.lowerBound
        let sentence = tree.sentence(index)
        let head = tree.heads[index]
        guard head != index, sentence.contains(head), phrase.upperBound < sentence.upperBound - 1,
            index > sentence.lowerBound
        else {
            if sentence.lowerBound == index, index > 0, phrase.upperBound >= sentence.upperBound - 1 {
                return tree.sentence(index - 1)
            }
            return sentence
        }
        var clause = head
        while tree.heads[clause] != clause, !tree.isVerb(clause), tree.classes[clause] != .auxiliary {
            clause = tree.heads[clause]
        }
        let words = tree.subtree(clause)
        return words.lowerBound..<max(words.upperBound, phrase.upperBound)
    }
}
