import DemarcheRecords
import DemarcheSourceText
import DemarcheStore

/// A warning, position, event or claim in full, on paper or a terminal.
struct EntrySheet<Entry: ListedEntry> {
    let stored: StoredEntry<Entry>
    let article: Article

    func lines() -> [String] {
        fields().map { name, value in Style.bold(name.padded(12)) + value.printable } + ["", context()]
    }

    private func fields() -> [(String, String)] {
        let spans = stored.entry.parts.map { "\($0.role.rawValue) \($0.evidence.span.start)–\($0.evidence.span.end)" }
        let all =
            [(Entry.noun, stored.entry.id)] + stored.record.dropFirst()
            + [("file", article.source.place), ("at bytes", spans.joined(separator: ", "))]
        return all.filter { !$0.1.isEmpty }
    }

    /// The paragraphs that the entry stands in, each of its parts in brackets that name it.
    private func context() -> String {
        let spans = stored.entry.parts.map(\.evidence.span)
        return article.blocks.map(\.span).filter { block in spans.contains { block.overlaps($0) } }
            .map(marked).joined(separator: "\n\n")
    }

    private func marked(_ block: TextSpan) -> String {
        var text = ""
        var offset = block.start
        for mark in marks(in: block) {
            text += String(article.text[TextSpan(offset, mark.place)]).harmless + mark.sign
            offset = mark.place
        }
        return text + String(article.text[TextSpan(offset, block.end)]).harmless
    }

    /// What stands around the parts, in order; where several begin or end, the longer is outside.
    private func marks(in block: TextSpan) -> [BracketMark] {
        stored.entry.parts.flatMap { part -> [BracketMark] in
            let span = part.evidence.span
            guard span.overlaps(block), !span.isEmpty else { return [] }
            let (start, end) = (max(span.start, block.start), min(span.end, block.end))
            return [
                BracketMark(place: start, order: (1, -end), sign: "[\(part.role.rawValue): "),
                BracketMark(place: end, order: (0, -start), sign: "]"),
            ]
        }.sorted { ($0.place, $0.order.0, $0.order.1) < ($1.place, $1.order.0, $1.order.1) }
    }
}

/// What is written in front of the text at a place.
private struct BracketMark {
    let place: Int
    let order: (Int, Int)
    let sign: String
}
