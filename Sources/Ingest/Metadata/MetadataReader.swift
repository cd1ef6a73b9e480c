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
        let shown = ShownLines(page: page, content: content, blocks: blocks)
        let dates = shown.dates()
        (metadata.bylines, metadata.agencies) = Agencies.parted(bylines(shown))
        metadata.published = published(date(Self.publishedNames, data.published), dates)
        let changed = date(Self.modifiedNames, data.modified)
        metadata.modified =
            dates.modified.flatMap { changed == nil || $0.isSameOrNextTo(changed) ? $0 : nil } ?? changed
        metadata.section = data.section ?? page.facts.meta["article:section"].flatMap(PlainText.collapsed)
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

    /// Whether a section's name says that its articles are opinion.
    static func isOpinion(_ section: String) -> Bool {
        let words = section.lowercased().split { !$0.isLetter }
        return words.contains { ["opinion", "opinions", "editorial", "editorials", "commentary", "oped"].contains($0) }
    }

    private static let authorNames = ["author", "article:author", "parsely-author", "dc.creator", "sailthru.author"]
    private static let publishedNames = [
        "article:published_time", "article:published", "datepublished", "og:published_time", "parsely-pub-date",
        "publishdate",
        "pubdate", "dc.date.issued", "dcterms.created", "dc.date", "date", "published", "publish-date", "publish_date",
        "publication_date", "citation_publication_date", "citation_date", "sailthru.date", "article.published",
        "published-date", "publication-date", "publisheddate", "w-published-date", "cludo:date",
        "originalpublicationdate", "dateposted",
    ]
    private static let modifiedNames = [
        "article:modified_time", "article:modified", "datemodified", "og:updated_time", "dcterms.modified",
        "last-modified", "modified-date",
    ]

    private func date(_ names: [String], _ structured: String?) -> RecordedDate? {
        let values = [structured] + names.flatMap { [page.facts.meta[$0], page.facts.dates[$0]] }
        return values.lazy.compactMap(\.self).compactMap(Self.date).first
    }

    /// The date that the markup gives, or that the page shows. Markup often counts days in another zone than the outlet
    /// does: where the page shows that day, or the one before or after, its own words are the date. So they are when they
    /// name an earlier day: then the markup tells when the page was set up anew.
    private func published(
        _ marked: RecordedDate?, _ shown: (published: RecordedDate?, modified: RecordedDate?)
    ) -> RecordedDate? {
        guard let marked else { return shown.published ?? (shown.modified == nil ? timeInArticle : nil) }
        return shown.published.flatMap { $0.isSameOrNextTo(marked) || $0.date < marked.date ? $0 : nil } ?? marked
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
        PlainText.collapsed(text).flatMap {
            RecordedDate(iso: $0, basis: .metadata) ?? WrittenDate.first(in: $0, basis: .metadata)
        }
    }

    /// The names of people: behind a label on the page, in JSON-LD, in marked lines, in `meta`. Where JSON-LD names more
    /// than the page shows, all are taken; an organisation there is the author when nobody else is named.
    private func bylines(_ shown: ShownLines) -> [String] {
        let structured = people(page.facts.citedAuthors.isEmpty ? data.authors : page.facts.citedAuthors)
        let organisations = people(data.organisations)
        let labelled = Self.unique(shown.labelledNames().map { Self.known($0, structured) })
        if !labelled.isEmpty, !Set(labelled).isSubset(of: structured + organisations) { return labelled }
        if !structured.isEmpty { return structured }
        let marked = Self.unique(shown.markedNames())
        if !marked.isEmpty { return marked }
        let meta = metaAuthors.lazy.map { people([$0]) }.first { !$0.isEmpty }
        if let meta { return meta }
        let others = signedNames.isEmpty ? Self.unique(shown.closingNames()) : signedNames
        return others.isEmpty ? organisations : others
    }

    /// The one of the names `known` that `name` begins with and goes on behind: `Ines Halvorsen Senior Fellow`.
    private static func known(_ name: String, _ known: [String]) -> String {
        known.first { name.hasPrefix($0 + " ") || name.hasPrefix($0 + ",") } ?? name
    }

    private var metaAuthors: [String] {
        let meta = page.facts.meta
        let isWritten = meta["twitter:label1"].map { $0.lowercased() == "written by" } ?? false
        return Self.authorNames.compactMap { meta[$0] } + (isWritten ? [meta["twitter:data1"]].compactMap(\.self) : [])
    }

    private func people(_ names: [String]) -> [String] {
        Self.unique(names.flatMap(BylineNames.names))
    }

    /// Authors' names as marked in byline blocks, or else the names with which byline blocks begin.
    private var signedNames: [String] {
        let bylines = blocks.filter { $0.kind == .byline }.map(\.span)
        var next = 0
        let names = page.facts.authors.map(\.span).filter { span in
            while next < bylines.count, bylines[next].end <= span.start { next += 1 }
            return next < bylines.count && bylines[next].contains(span)
        }
        let marked = people(names.map(page.string))
        return marked.isEmpty ? Self.unique(bylines.flatMap { BylineNames.people(in: page.string($0)) }) : marked
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
