internal import Crypto
import DemarcheSourceText

/// A paragraph at the beginning or the end of an article, where outlets put what stands in many of their articles: an
/// appeal, a box about the author, who reported and who edited.
package struct EdgeParagraph: Sendable, Equatable {
    /// Its place in ``Article/blocks``.
    package var block: Int
    /// How many paragraphs stand before it, and behind it; nil where these are more than are looked at.
    package var before: Int?
    package var behind: Int?
    /// The same for the same words of the same outlet.
    package var digest: Int64

    package init(block: Int, before: Int?, behind: Int?, digest: Int64) {
        self.block = block
        self.before = before
        self.behind = behind
        self.digest = digest
    }
}

/// The edges of an article, with what tells it from others of its outlet.
package struct ArticleEdges: Sendable, Equatable {
    /// How many paragraphs of the beginning and of the end are edges, and how long one can be in bytes.
    package static let first = 2, last = 4, longest = 1_000

    package var paragraphs: [EdgeParagraph] = []
    /// Of the longest paragraph, which copies and later versions of one article have in common.
    package var core: Int64 = 0

    /// None for an article of an unknown outlet.
    package init(_ article: Article) {
        guard let outlet = article.metadata.outlet.flatMap({ $0.name ?? $0.domain }) else { return }
        let read = article.blocks.indices.filter { Self.isParagraph(article.blocks[$0]) }
        guard let longest = read.max(by: { article.blocks[$0].span.count < article.blocks[$1].span.count }) else {
            return
        }
        core = Self.digest(outlet, article, longest)
        for (place, block) in read.enumerated() where block != longest {
            let behind = read.count - 1 - place
            guard place < Self.first || behind < Self.last, article.blocks[block].span.count <= Self.longest else {
                continue
            }
            paragraphs.append(
                EdgeParagraph(
                    block: block, before: place < Self.first ? place : nil, behind: behind < Self.last ? behind : nil,
                    digest: Self.digest(outlet, article, block)))
        }
    }

    private static func isParagraph(_ block: Block) -> Bool {
        switch block.kind {
        case .paragraph, .quotation, .opinion, .heading: true
        case .headline, .standfirst, .byline, .dateline, .caption, .boilerplate: false
        }
    }

    /// The first eight bytes of a SHA-256 over outlet and words.
    private static func digest(_ outlet: String, _ article: Article, _ block: Int) -> Int64 {
        var hash = SHA256()
        hash.update(data: Array(outlet.utf8) + [0])
        hash.update(data: Array(article.text[article.blocks[block].span].utf8))
        return hash.finalize().prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }
}
