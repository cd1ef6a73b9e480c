package import DemarcheRecords
package import DemarcheSourceText

/// A block of an article with its annotations.
package struct AnnotatedBlock: Sendable {
    package let block: Block
    /// Where in the article the annotated text begins: at the block, or behind its dateline.
    package let start: Int
    package let language: AnnotatedText

    /// A range of tokens as a place in the article.
    package func span(_ tokens: Range<Int>) -> TextSpan {
        let (first, last) = (language.tokens[tokens.lowerBound], language.tokens[tokens.upperBound - 1])
        return TextSpan(start + Int(first.start), start + Int(last.end))
    }
}

extension LanguageWorker {
    /// The blocks in which the outlet reports, each annotated by itself: a headline has no full stop, and the model would
    /// make one sentence of it and the first. A dateline is left out.
    package func annotate(_ article: Article) -> [AnnotatedBlock] {
        article.blocks.filter(\.kind.isRead).map { block in
            let dateline = block.kind == .paragraph ? Dateline.length(in: article.text[block.span]) : 0
            let start = block.span.start + dateline
            let words = article.text[TextSpan(start, block.span.end)]
            return AnnotatedBlock(block: block, start: start, language: annotate(String(words)))
        }
    }
}
