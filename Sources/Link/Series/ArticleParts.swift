import DemarcheRecords
import DemarcheSourceText

/// Tells in which part of an article words stand, as far as force drifts between them.
struct ArticleParts {
    /// How much of a first paragraph is the lead, in bytes: what lost its paragraphs on the way here has its whole text in one.
    private static let longestLead = 400

    private let article: Article
    private let directness: [String: ReportedStatement.Directness]
    private let lead: TextSpan?

    init(_ source: LinkSource) {
        article = source.article
        directness = Dictionary(source.findings.statements.map { ($0.id, $0.directness) }) { first, _ in first }
        lead = article.blocks.first { $0.kind == .paragraph }.map {
            TextSpan($0.span.start, min($0.span.end, $0.span.start + Self.longestLead))
        }
    }

    /// - Parameter statement: the statement that carries the words.
    func part(of span: TextSpan, _ statement: String?) -> Series.Point.Part {
        let block = article.blocks.first { $0.span.overlaps(span) }
        switch block?.kind {
        case .headline?, .heading?: return .headline
        case .standfirst?: return .standfirst
        case .quotation?: return .quotation
        default: break
        }
        if statement.flatMap({ directness[$0] }) == .direct || isQuoted(span) { return .quotation }
        return lead?.overlaps(span) == true ? .lead : .text
    }

    /// Whether a quotation mark opens in the block before the words and does not close before them.
    private func isQuoted(_ span: TextSpan) -> Bool {
        guard let block = article.blocks.first(where: { $0.span.overlaps(span) }), block.span.start < span.start else {
            return false
        }
        var (isOpen, isStraight) = (false, false)
        for character in article.text[TextSpan(block.span.start, span.start)].unicodeScalars {
            switch character {
            case "“", "«", "„": isOpen = true
            case "”", "»": isOpen = false
            case "\"": isStraight.toggle()
            default: break
            }
        }
        return isOpen || isStraight
    }
}
