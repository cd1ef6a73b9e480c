package import DemarcheRecords

/// An article with what the language of it shows: the blocks in which the outlet reports, each with its tokens, sentences,
/// trees and entities, the quotations across them, and the expressions of time.
package struct AnnotatedArticle: Sendable {
    package let article: Article
    package let blocks: [AnnotatedBlock]
    package let quotations: [Quotation]
    package let times: ArticleTimes
}

/// Annotates articles one after another with the language engine.
///
/// What it gives is a function of the article and the model alone.
package struct Annotator {
    private let worker: LanguageWorker

    package init(_ worker: LanguageWorker) { self.worker = worker }

    /// Linear in the length of the text.
    package func annotate(_ article: Article) -> AnnotatedArticle {
        let blocks: [AnnotatedBlock] = worker.annotate(article)
        return AnnotatedArticle(
            article: article, blocks: blocks,
            quotations: QuotationFinder.quotations(in: blocks.map(\.block.span), of: article.text),
            times: TimeReader(article, blocks).times())
    }
}
