package import DemarcheRecords
import DemarcheSourceText

/// Reads an article from a web page.
///
/// All visible text is kept: what is not the article is marked as boilerplate with a reason, not left out. No script
/// runs, nothing is fetched, and ``HTMLLimits`` bound what a page can cost.
package struct HTMLReader: Sendable {
    package init() {}

    /// The article in `utf8`, which is already decoded; `path` names it in messages.
    ///
    /// - Throws: `tooLarge` and `tooComplex` past the limits, `notAnArticle` when no running text is found.
    package func read(_ utf8: [UInt8], path: String) throws(Refusal) -> Reading {
        guard utf8.count <= HTMLLimits.bytes else { throw Self.tooLarge(path, utf8.count) }
        let document = try HTMLDocument(path: path)
        try document.parse(utf8, path: path)
        return try read(PageWalker.walk(document, size: utf8.count), path)
    }

    private func read(_ page: Page, _ path: String) throws(Refusal) -> Reading {
        guard page.blocks.count <= HTMLLimits.blocks else { throw Self.tooManyBlocks(path, page.blocks.count) }
        let content = MainContent(page)
        let data = StructuredData(page.facts.structuredData)
        let titles = MetadataReader.titles(page.facts, data)
        let outlet = MetadataReader.outletName(page.facts, data)
        let headline = Headline.find(in: page, content, titles: titles, outlet: outlet)
        let blocks = BlockClassifier.blocks(of: page, content, headline: headline)
        guard blocks.contains(where: { $0.kind == .paragraph || $0.kind == .quotation }) else {
            throw Self.notAnArticle(path, blocks)
        }
        guard let text = String(validating: page.text, as: UTF8.self) else { throw Self.unreadable(path) }
        let metadata = MetadataReader(page: page, data: data, content: content, blocks: blocks).metadata
        return Reading(text: SourceText(text), blocks: Self.opinionMarked(blocks, page.facts, data), metadata: metadata)
    }

    /// Where the markup calls the whole article opinion, the outlet or its guest comments in every paragraph.
    private static func opinionMarked(_ blocks: [Block], _ facts: PageFacts, _ data: StructuredData) -> [Block] {
        guard data.isOpinion || facts.meta["article:section"].map(MetadataReader.isOpinion) ?? false else {
            return blocks
        }
        return blocks.map { $0.kind == .paragraph ? Block(.opinion, $0.span) : $0 }
    }

    private static func tooLarge(_ path: String, _ size: Int) -> Refusal {
        Refusal(
            path: path, code: .tooLarge,
            reason: "The page has \(size) bytes; pages of at most \(HTMLLimits.bytes) bytes are read. "
                + "Save the article's text alone.")
    }

    private static func tooManyBlocks(_ path: String, _ count: Int) -> Refusal {
        Refusal(
            path: path, code: .tooComplex,
            reason: "The page has \(count) blocks of text; pages of at most \(HTMLLimits.blocks) are read. "
                + "Save the article's text alone.")
    }

    private static func notAnArticle(_ path: String, _ blocks: [Block]) -> Refusal {
        let headings = blocks.count { $0.kind == .heading || $0.kind == .headline }
        let furniture = blocks.count { $0.kind == .boilerplate }
        let seen = blocks.isEmpty ? "no visible text" : "\(headings) headings and \(furniture) blocks of page furniture"
        return Refusal(
            path: path, code: .notAnArticle,
            reason: "The page holds no paragraph of an article: \(seen) were seen. "
                + "If a browser shows an article here, save the page as it is shown, or its text.")
    }

    private static func unreadable(_ path: String) -> Refusal {
        Refusal(
            path: path, code: .unreadable, reason: "The page's text is not UTF-8 after parsing. Save its text alone.")
    }
}
