import DemarcheRecords
import DemarcheSourceText
import TestSupport

@testable import DemarcheLink

/// An article made by hand whose statements are by the speakers of rows.
///
/// A row is `kind | name | office | code`, the kind after `unnamed` or `collective` where the speaker is; `–` stands for what is
/// absent, and the last columns may be left out.
struct SpokenArticle {
    let source: LinkSource

    init(_ number: Int, published: String?, _ rows: [String]) {
        let lines = rows.enumerated().map { "Article \(number), row \($0.offset): \($0.element)" }
        var article = Article.made(lines.joined(separator: "\n"), path: "\(number).txt")
        article.metadata.published = published.flatMap { RecordedDate(iso: $0, basis: .metadata) }
        let statements = rows.enumerated().map { index, row in
            let evidence = Evidence(article.blocks[index].span, in: article.text)
            return ReportedStatement(
                article: article.id, speaker: Self.speaker(row, evidence), cue: nil, content: [evidence],
                directness: .indirect, confidence: 90, rule: "by hand")
        }
        source = LinkSource(article, Findings(statements: statements))
    }

    static func speaker(_ row: String, _ evidence: Evidence) -> Speaker {
        let columns = row.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        let column: (Int) -> String? = { columns.count > $0 && columns[$0] != "–" ? columns[$0] : nil }
        let kinds = (column(0) ?? "").split(separator: " ").map(String.init)
        let naming = kinds.compactMap(Speaker.Naming.init).first ?? .named
        return Speaker(
            name: column(1), kind: kinds.compactMap(Speaker.Kind.init).first, naming: naming, mention: evidence,
            office: column(2).map { Speaker.Office(text: $0, evidence: evidence) },
            affiliation: column(3).map { Speaker.Affiliation(text: $0, country: $0, evidence: evidence) })
    }

    /// Parties and mentions of articles, each of one or more rows.
    static func links(
        _ articles: [(published: String?, rows: [String])], edits: [PartyEdit] = []
    ) -> (parties: [Party], mentions: [PartyMention], sources: [LinkSource]) {
        let sources = articles.enumerated().map {
            SpokenArticle($0.offset, published: $0.element.published, $0.element.rows).source
        }
        var linker = PartyLinker(edits: edits)
        for source in sources { linker.add(source) }
        let (parties, mentions) = linker.links()
        return (parties, mentions, sources)
    }
}
