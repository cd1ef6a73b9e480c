import DemarchePublish
import DemarcheRecords
import DemarcheSourceText

/// Small articles and statements made by hand; spans are found by their words.
enum DossierSamples {
    static func article(
        _ text: String, id: String = "a-0000000000000001", headline: String? = "A headline",
        outlet: String? = "The Harbor Courier", published: String? = "1962-10-23", kinds: [Int: Block.Kind] = [:]
    ) -> Article {
        var metadata = Metadata()
        metadata.headline = headline
        metadata.outlet = outlet.map { Outlet(name: $0, domain: nil) }
        metadata.published = published.flatMap { RecordedDate(iso: $0, basis: .text) }
        let source = Source(
            path: "articles/\(id).txt", mediaType: .plain, sha256: Identifier.sha256(text.utf8), charset: "UTF-8")
        return Article(
            id: id, source: source, metadata: metadata, text: SourceText(text), blocks: blocks(of: text, kinds: kinds))
    }

    /// Paragraphs are the lines of `text`; `kinds` names those, by their place among the lines, that are something else.
    static func blocks(of text: String, kinds: [Int: Block.Kind]) -> [Block] {
        var start = 0
        var blocks: [Block] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let span = TextSpan(start, start + line.utf8.count)
            let kind = kinds[index] ?? .paragraph
            if !span.isEmpty { blocks.append(Block(kind, span, reason: kind == .boilerplate ? .share : nil)) }
            start = span.end + 1
        }
        return blocks
    }

    /// The first place of `words` in the article.
    static func evidence(_ words: String, in article: Article) -> Evidence {
        let bytes = Array(article.text.string.utf8)
        let sought = Array(words.utf8)
        let start = (0...max(0, bytes.count - sought.count)).first { bytes[$0...].starts(with: sought) } ?? 0
        return Evidence(TextSpan(start, start + sought.count), in: article.text)
    }

    static func statement(
        _ article: Article, by name: String?, naming: Speaker.Naming = .named, office: String? = nil,
        cue: (words: String, act: Cue.Act)? = nil, _ content: [String],
        directness: ReportedStatement.Directness = .indirect, inside: String? = nil, notes: [String] = []
    ) -> ReportedStatement {
        let speaker = Speaker(
            name: name, kind: .person, naming: naming, mention: name.map { evidence($0, in: article) },
            office: office.map { Speaker.Office(text: $0, evidence: evidence($0, in: article)) })
        let cue = cue.map { Cue(lemma: $0.words, act: $0.act, evidence: evidence($0.words, in: article)) }
        return ReportedStatement(
            article: article.id, speaker: speaker, cue: cue, content: content.map { evidence($0, in: article) },
            directness: directness, inside: inside, confidence: 90, notes: notes, rule: "sample")
    }

    static func contents(
        _ articles: [Article], _ statements: [ReportedStatement], refusals: [Refusal] = [],
        title: String = "October 1962"
    ) -> DossierContents {
        DossierContents(
            title: title, articles: articles, statements: statements, refusals: refusals, program: ProgramVersion.name)
    }
}
