import DemarcheRecords
import DemarcheSourceText

/// Puts together what the source says about an article: JSON-LD first, then `meta`, then the marked text.
///
/// A value that is malformed is as good as none: the next signal is tried.
struct MetadataReader {
    let page: Page
    let data: StructuredData
    let content: MainContent
    let blocks: [Block]

    var metadata: Metadata {
        var metadata = Metadata()
        let address = [page.facts.canonical, page.facts.meta["og:url"]].lazy.compactMap(\.self)
            .compactMap(WebAddress.init).first
        metadata.url = address?.text
        let name = Self.outletName(page.facts, data)
        if name != nil || address != nil { metadata.outlet = Outlet(name: name, domain: address?.domain) }
        metadata.headline = text(of: .headline) ?? Self.titles(page.facts, data).first
        metadata.standfirst = text(of: .standfirst)
        metadata.bylines = bylines
        metadata.published = date(Self.publishedNames, data.published) ?? timeInArticle
        metadata.modified = date(Self.modifiedNames, data.modified)
        metadata.language = page.facts.language.flatMap(PlainText.collapsed)
        return metadata
    }

    /// What the metadata calls the article, best first.
    static func titles(_ facts: PageFacts, _ data: StructuredData) -> [String] {
        let title = facts.title.flatMap(PlainText.collapsed)
            .map { PlainText.title($0, outlet: outletName(facts, data)) }
        return [data.headline, facts.meta["og:title"].flatMap(PlainText.collapsed), title].compactMap(\.self)
    }

    static func outletName(_ facts: PageFacts, _ data: StructuredData) -> String? {
        data.publisher ?? facts.meta["og:site_name"].flatMap(PlainText.collapsed)
    }

    private static let publishedNames = [
        "article:published_time", "article:published", "datepublished", "og:published_time", "parsely-pub-date",
        "publishdate",
        "pubdate", "dc.date.issued", "dcterms.created", "dc.date", "date",
    ]
    private static let modifiedNames = [
        "article:modified_time", "article:modified", "datemodified", "og:updated_time", "dcterms.modified",
        "last-modified",
    ]

    private func date(_ names: [String], _ structured: String?) -> RecordedDate? {
        let values = [structured] + names.flatMap { [page.facts.meta[$0], page.facts.dates[$0]] }
        return values.lazy.compactMap(\.self).compactMap(Self.date).first
    }

    /// The first date of a `time` in the article or before it, after the headline.
    private var timeInArticle: RecordedDate? {
        guard let main = content.element else { return nil }
        let end = page.elements[main].end
        let near = page.facts.times.filter { $0.element < end && content.reasons[$0.element] == nil }
        let inside = near.filter { $0.element >= main }
        return (inside + near).lazy.compactMap { Self.date($0.datetime) }.first
    }

    private static func date(_ text: String) -> RecordedDate? {
        PlainText.collapsed(text).flatMap { RecordedDate(iso: $0, basis: .metadata) }
    }

    private var bylines: [String] {
        if !data.authors.isEmpty { return Self.unique(data.authors.flatMap(BylineNames.names)) }
        let marked = Self.unique(signedNames.flatMap(BylineNames.names))
        let meta = ["author", "article:author", "parsely-author", "dc.creator"].lazy
            .compactMap { page.facts.meta[$0] }.map(BylineNames.names).first { !$0.isEmpty }
        return meta.map(Self.unique) ?? marked
    }

    /// Authors' names as marked in byline blocks, or else the byline blocks whole.
    private var signedNames: [String] {
        let bylines = blocks.filter { $0.kind == .byline }.map(\.span)
        var next = 0
        let names = page.facts.authors.map(\.span).filter { span in
            while next < bylines.count, bylines[next].end <= span.start { next += 1 }
            return next < bylines.count && bylines[next].contains(span)
        }
        return (names.isEmpty ? bylines : names).map(page.string)
    }

    private func text(of kind: Block.Kind) -> String? {
        let parts = blocks.filter { $0.kind == kind }.map { page.string($0.span) }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
