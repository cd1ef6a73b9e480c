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

/// Annotates articles; loaded once and shared, a pure function of the article.
package struct Annotator: Sendable {
    package let lexicon: Lexicon

    package init(lexicon: Lexicon = .english) { self.lexicon = lexicon }

    /// Words, sentences and quotations of the blocks in which the outlet reports. Linear in the length of the text.
    package func annotate(_ article: Article) -> AnnotatedArticle {
        let blocks = article.blocks.filter(\.kind.isRead)
        let scanner = WordScanner(text: article.text)
        let splitter = SentenceSplitter(text: article.text, lexicon: lexicon)
        var words: [Word] = []
        let paragraphs = blocks.map { block in
            let start = words.count
            scanner.scan(block.span, into: &words)
            let sentences = splitter.sentences(in: block.span, words: words[start...])
            return AnnotatedArticle.Paragraph(block: block, words: start..<words.count, sentences: sentences)
        }
        let quotations = QuotationFinder.quotations(in: blocks.map(\.span), of: article.text)
        return AnnotatedArticle(article: article, words: words, paragraphs: paragraphs, quotations: quotations)
    }
}
