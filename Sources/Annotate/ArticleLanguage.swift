package import DemarcheRecords
package import DemarcheSourceText

/// A block of an article with its annotations.
package struct AnnotatedBlock: Sendable {
    package let block: Block
    package let language: AnnotatedText

    /// A range of tokens as a place in the article.
    package func span(_ tokens: Range<Int>) -> TextSpan {
        let (first, last) = (language.tokens[tokens.lowerBound], language.tokens[tokens.upperBound - 1])
        return TextSpan(block.span.start + Int(first.start), block.span.start + Int(last.end))
    }
}

extension LanguageWorker {
    /// The blocks in which the outlet reports, each annotated by itself: a headline has no full stop, and the model would
    /// make one sentence of it and the first.
    package func annotate(_ article: Article) -> [AnnotatedBlock] {
        article.blocks.filter(\.kind.isRead).map { block in
            AnnotatedBlock(block: block, language: annotate(String(article.text[block.span])))
        }
    }
}
