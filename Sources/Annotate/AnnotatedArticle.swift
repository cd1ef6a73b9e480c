package import DemarcheRecords
package import DemarcheSourceText

/// An article with what the language of it shows: words, sentences and quotations, each by its place in the text.
package struct AnnotatedArticle: Sendable {
    /// A block that is read, with its words.
    package struct Paragraph: Sendable {
        package let block: Block
        package let words: Range<Int>
        package let sentences: [TextSpan]
    }

    package let article: Article
    package let words: [Word]
    package let paragraphs: [Paragraph]
    package let quotations: [Quotation]
}

/// Annotates articles for the patterns, one after another, with the sentences of the language engine's cheap splitter.
///
/// What it gives is a function of the article and the model alone.
package struct Annotator {
    package let lexicon: Lexicon
    private let worker: LanguageWorker

    package init(_ worker: LanguageWorker, lexicon: Lexicon = .english) {
        self.worker = worker
        self.lexicon = lexicon
    }

    /// Words, sentences and quotations of the blocks in which the outlet reports. Linear in the length of the text.
    package func annotate(_ article: Article) -> AnnotatedArticle {
        let blocks = article.blocks.filter(\.kind.isRead)
        let scanner = WordScanner(text: article.text)
        var words: [Word] = []
        let paragraphs = blocks.map { block in
            let start = words.count
            scanner.scan(block.span, into: &words)
            let sentences = sentences(in: block.span, of: article.text)
            return AnnotatedArticle.Paragraph(block: block, words: start..<words.count, sentences: sentences)
        }
        let quotations = QuotationFinder.quotations(in: blocks.map(\.span), of: article.text)
        return AnnotatedArticle(article: article, words: words, paragraphs: paragraphs, quotations: quotations)
    }

    private func sentences(in block: TextSpan, of text: SourceText) -> [TextSpan] {
        worker.sentences(String(text[block])).map { sentence in
            text.trimmed(TextSpan(block.start + sentence.start, block.start + sentence.end))
        }.filter { !$0.isEmpty }
    }
}
