import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A paragraph, or the inside of a quotation, as a row of elements in which each quotation is a single one.
struct Passage: Sendable {
    let block: Block
    let text: SourceText
    let elements: [Element]
    /// The quotation whose inside this is.
    let inside: Int?
    /// For each element whether a sentence ends behind it.
    let endsSentence: [Bool]

    /// The first element of the sentence that holds `index`.
    func sentenceStart(of index: Int) -> Int {
        var start = index
        while start > 0, !endsSentence[start - 1] { start -= 1 }
        return start
    }

    /// The first element of the sentence behind a dateline: `WASHINGTON, Oct. 22 (CWS) — `.
    func contentStart(of index: Int) -> Int {
        let start = sentenceStart(of: index)
        guard start == 0, let dash = elements.prefix(16).firstIndex(where: \.isDash), dash < index,
            text[elements[0].span].allSatisfy({ !$0.isLowercase })
        else { return start }
        return dash + 1
    }

    /// The index behind the last element of the sentence that holds `index`.
    func sentenceEnd(of index: Int) -> Int {
        var end = index
        while end < elements.count, !endsSentence[end] { end += 1 }
        return min(end + 1, elements.count)
    }

    /// From the first to the last element of `range`.
    func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(elements[range.lowerBound].span.start, elements[range.upperBound - 1].span.end)
    }
}

/// Lays out an annotated article as passages: every paragraph, then the inside of every quotation that holds another.
struct PassageBuilder {
    let annotated: AnnotatedArticle
    let kinds: WordKinds.Table

    func passages() -> [Passage] {
        annotated.paragraphs.flatMap { paragraph in
            let outermost = passage(paragraph, within: paragraph.block.span, inside: nil)
            let nested = annotated.quotations.indices.filter { index in
                annotated.quotations[index].outer.contains { paragraph.block.span.contains($0) }
                    && annotated.quotations.contains { $0.parent == index }
            }
            return [outermost]
                + nested.flatMap { index in
                    annotated.quotations[index].pieces.filter(paragraph.block.span.contains).map {
                        passage(paragraph, within: $0, inside: index)
                    }
                }
        }
    }

    private func passage(
        _ paragraph: AnnotatedArticle.Paragraph, within span: TextSpan, inside: Int?
    ) -> Passage {
        let quotations = annotated.quotations.enumerated().flatMap { index, quotation in
            quotation.parent == inside ? quotation.outer.filter(span.contains).map { (index, $0) } : []
        }
        let elements = elements(paragraph, span, quotations)
        return Passage(
            block: paragraph.block, text: annotated.article.text, elements: elements, inside: inside,
            endsSentence: sentenceEnds(elements, paragraph.sentences))
    }

    private func elements(
        _ paragraph: AnnotatedArticle.Paragraph, _ span: TextSpan, _ quotations: [(index: Int, span: TextSpan)]
    ) -> [Element] {
        let bytes = annotated.article.text.string.utf8.span
        var elements: [Element] = []
        elements.reserveCapacity(paragraph.words.count)
        var rest = quotations[...]
        for word in annotated.words[paragraph.words] where span.contains(word.span) {
            while let next = rest.first, next.span.end <= word.span.start { rest = rest.dropFirst() }
            if let next = rest.first, next.span.overlaps(word.span) {
                if elements.last?.quotation != next.index || elements.last?.span != next.span {
                    elements.append(Element(quotation: next.index, next.span))
                }
            } else {
                elements.append(Element(word, in: bytes, kinds))
            }
        }
        return elements
    }

    /// A sentence of the paragraph ends behind an element when it ends at the element's end, or inside its quotation right
    /// before its closing marks.
    private func sentenceEnds(_ elements: [Element], _ sentences: [TextSpan]) -> [Bool] {
        var rest = sentences[...]
        return elements.map { element in
            while let next = rest.first, next.end < element.span.end - Self.closingMarks { rest = rest.dropFirst() }
            guard let end = rest.first?.end, end <= element.span.end else { return false }
            return end == element.span.end || element.quotation != nil && element.span.contains(end - 1)
        }
    }

    /// So many bytes at most are the marks that close a quotation behind the end of its last sentence.
    private static let closingMarks = 4
}
