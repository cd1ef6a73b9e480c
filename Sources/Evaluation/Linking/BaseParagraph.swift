package import DemarcheRecords
import DemarcheSourceText

/// A paragraph with the entries that stand wholly in it.
struct BaseParagraph: Sendable {
    let text: String
    /// Of the paragraph in the text that its entries point into.
    let start: Int
    let statements: [ReportedStatement]
    let warnings: [Warning]
    let positions: [Position]
    let events: [PoliticalEvent]
    let claims: [Claim]

    /// Of ten words and more.
    static func all(of source: LinkSource) -> [BaseParagraph] {
        source.article.blocks.filter { $0.kind == .paragraph || $0.kind == .quotation }.compactMap { block in
            let text = String(source.article.text[block.span])
            return text.split(separator: " ").count < 10 ? nil : BaseParagraph(text, block.span, source.findings)
        }
    }

    private init(_ text: String, _ span: TextSpan, _ findings: Findings) {
        func inside<Entry: RecordEntry>(_ entries: [Entry]) -> [Entry] {
            entries.filter { $0.evidence.allSatisfy { span.contains($0.span) } }
        }
        self.text = text
        start = span.start
        statements = inside(findings.statements)
        warnings = inside(findings.warnings)
        positions = inside(findings.positions)
        events = inside(findings.events)
        claims = inside(findings.claims)
    }
}

/// Cuts articles whose text came as one line into paragraphs of three sentences.
package enum ParagraphCut {
    /// The article with its headline over paragraphs; its own paragraphs where it has more than two.
    package static func cut(_ article: Article) -> Article {
        let body = article.blocks.filter { $0.kind == .paragraph || $0.kind == .quotation }
        guard body.count <= 2 else { return article }
        let paragraphs = body.flatMap { Self.paragraphs(String(article.text[$0.span])) }
        let headline = article.metadata.headline.map { [$0] } ?? []
        var (text, blocks) = ("", [Block]())
        for (place, paragraph) in (headline + paragraphs).enumerated() {
            let start = text.utf8.count
            text += paragraph
            let kind = place < headline.count ? Block.Kind.headline : .paragraph
            blocks.append(Block(kind, TextSpan(start, text.utf8.count)))
            text += "\n\n"
        }
        return Article(
            id: article.id, source: article.source, metadata: article.metadata, text: SourceText(text), blocks: blocks)
    }

    private static func paragraphs(_ text: String) -> [String] {
        var (sentences, words) = ([String](), [Substring]())
        for word in text.split(separator: " ") {
            if let last = words.last, last.count > 4, ".!?”\"".contains(last.suffix(1)), word.first?.isUppercase == true
            {
                sentences.append(words.joined(separator: " "))
                words.removeAll()
            }
            words.append(word)
        }
        if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
        return stride(from: 0, to: sentences.count, by: 3).map { start in
            sentences[start..<min(start + 3, sentences.count)].joined(separator: " ")
        }
    }
}
