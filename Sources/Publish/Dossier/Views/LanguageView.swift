internal import DemarcheRecords
internal import DemarcheSourceText

/// What the language engine sees in an article: its sentences, each with entities and tree.
struct LanguageView {
    let summary: String
    let sentences: [SentenceView]

    struct SentenceView {
        let words: String
        let entities: String?
        let tree: String
    }

    /// Nil when nothing was annotated.
    init?(_ notes: [SentenceNote], in text: SourceText) {
        let notes = notes.filter { text.holds($0.span) && $0.entities.allSatisfy { text.holds($0.span) } }
        guard !notes.isEmpty else { return nil }
        summary =
            Wording.count(notes.count, "sentence") + ", "
            + Wording.count(notes.reduce(0) { $0 + $1.entities.count }, "named entity", "named entities")
        sentences = notes.map { note in
            let entities = note.entities.map { "\(text[$0.span]) (\($0.type))" }.joined(separator: ", ")
            return SentenceView(
                words: String(text[note.span]), entities: entities.isEmpty ? nil : entities, tree: note.tree)
        }
    }
}
