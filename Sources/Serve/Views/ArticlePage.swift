import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// An article with everything found in it marked, its versions, its copies and what it carries, shown by the template `article`.
struct ArticlePage {
    let headline: String
    let outlet: String?
    let published: String
    let modified: String?
    let bylines: String?
    let agencies: String?
    let url: String?
    let path: String
    let citation: String
    let citationText: String
    let sha256: String
    let versions: [VersionView]
    let hasVersions: Bool
    let isSuperseded: Bool
    let copies: [CopyView]
    let hasCopies: Bool
    let stories: [StoryLink]
    let hasStories: Bool
    let utterances: [UtteranceLine]
    let hasUtterances: Bool
    let steps: String
    /// The text with its marks, ready as HTML.
    let sheet: String

    /// One version of the document.
    struct VersionView {
        let address: String
        let name: String
        let isShown: Bool
    }

    /// An article that shares text with this one.
    struct CopyView {
        let address: String
        let headline: String
        let outlet: String?
        let what: String
    }

    struct StoryLink {
        let address: String
        let title: String
    }

    private static let most = 30

    init(_ store: RecordStore, _ id: String, _ sheets: ArticleSheet) throws {
        guard let stored = try store.article(id: id) else { throw PageError.missing("article", id) }
        let (article, metadata) = (stored.article, stored.article.metadata)
        let findings = try store.findings(in: article.id)
        headline = metadata.headline ?? "Article without a headline"
        outlet = Wording.outlet(metadata.outlet)
        published = Wording.published(metadata.published)
        modified = metadata.modified.map(Wording.date)
        bylines = metadata.bylines.isEmpty ? nil : metadata.bylines.joined(separator: ", ")
        agencies = metadata.agencies.isEmpty ? nil : metadata.agencies.joined(separator: ", ")
        url = metadata.url
        citation = "/articles/\(article.id)/citation"
        citationText = "/articles/\(article.id)" + Form.text.ending
        path = article.source.place
        sha256 = article.source.sha256
        isSuperseded = !stored.isCurrent
        versions = try Self.versions(store, article.id)
        hasVersions = versions.count > 1
        copies = try Self.copies(store, article.id)
        hasCopies = !copies.isEmpty
        stories = try store.links(Story.self, holding: article.id).map {
            StoryLink(address: "/stories/\($0.id)", title: $0.title)
        }
        hasStories = !stories.isEmpty
        let said = findings.statements.map(\.id)
        utterances = try UtteranceLine.lines(
            store.links(Utterance.self, holdingAny: said, limit: 200).filter { $0.carriers.count > 1 }.prefix(Self.most)
                .map(\.self), store, ServerAddresses())
        hasUtterances = !utterances.isEmpty
        steps = Figure.count(
            findings.statements.count + findings.warnings.count + findings.positions.count + findings.events.count
                + findings.claims.count, "finding")
        sheet = sheets.html(article, findings)
    }

    private static func versions(_ store: RecordStore, _ id: String) throws -> [VersionView] {
        try store.versions(of: id).map { version in
            let date = version.article.metadata.modified ?? version.article.metadata.published
            return VersionView(
                address: "/articles/\(version.article.id)",
                name: "version \(version.version)" + (date.map { ", \(Wording.date($0))" } ?? ""),
                isShown: version.article.id == id)
        }
    }

    private static func copies(_ store: RecordStore, _ id: String) throws -> [CopyView] {
        let duplicates = try store.links(Duplicate.self, holding: id)
        let others = duplicates.prefix(most).map { pair in (pair, pair.articles.first { $0 != id } ?? id) }
        let lines = try store.articleLines(ids: others.map(\.1))
        let byID = Dictionary(lines.map { ($0.id, $0) }) { first, _ in first }
        return others.map { pair, other in
            CopyView(
                address: "/articles/\(other)", headline: byID[other]?.headline ?? "Article without a headline",
                outlet: byID[other]?.outlet,
                what: "\(pair.title), \(Int((pair.shared * 100).rounded())) % of the shorter text")
        }
    }
}
