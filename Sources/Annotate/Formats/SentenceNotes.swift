package import DemarcheRecords
import DemarcheSourceText

extension AnnotatedBlock {
    /// The sentences of the block with their entities and trees; places are those of the article.
    package var sentenceNotes: [SentenceNote] {
        let children = language.children
        var rest = language.entities[...]
        return language.sentences.map { range in
            let inside = rest.prefix { $0.lowerBound < range.upperBound }
            rest = rest.dropFirst(inside.count)
            let entities = inside.map { entity in
                SentenceNote.Entity(
                    span(entity), type: language.entityType(of: language.tokens[entity.lowerBound]))
            }
            let roots = range.filter { language.tokens[$0].head == $0 }
            return SentenceNote(
                span: span(range), entities: entities,
                tree: roots.map { language.tree(at: $0, children, depth: 0) }.joined(separator: " "))
        }
    }
}

extension AnnotatedText {
    /// For each token those that hang on it, from left to right.
    fileprivate var children: [[Int]] {
        var children: [[Int]] = Array(repeating: [], count: tokens.count)
        for index in tokens.indices where tokens[index].head != index {
            children[Int(tokens[index].head)].append(index)
        }
        return children
    }

    /// `said (Zakharova:nsubj)`
    fileprivate func tree(at index: Int, _ children: [[Int]], depth: Int) -> String {
        let label = depth == 0 ? "" : ":" + dependency(of: tokens[index])
        let words = children[index].filter { !tokens[$0].isSpace }
        guard !words.isEmpty else { return self.words(of: tokens[index]) + label }
        let below =
            depth > Self.deepest ? "…" : words.map { tree(at: $0, children, depth: depth + 1) }.joined(separator: " ")
        return "\(self.words(of: tokens[index]))\(label) (\(below))"
    }

    /// No sentence of a language is nested deeper.
    private static let deepest = 60
}
