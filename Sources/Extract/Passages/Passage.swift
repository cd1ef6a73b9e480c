import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A word, a mark, or a whole quotation, as the patterns see a paragraph.
struct Element: Sendable {
    enum Kind: Sendable { case word, mark, quotation(Int) }

    let kind: Kind
    let span: TextSpan
    let text: Substring
    /// The text in lower case with a straight apostrophe; for a quotation, empty.
    let lower: String

    var isWord: Bool { if case .word = kind { true } else { false } }
    var isMark: Bool { if case .mark = kind { true } else { false } }
    var quotation: Int? { if case .quotation(let index) = kind { index } else { nil } }
    var isCapitalized: Bool { isWord && text.first?.isUppercase == true }
    var isComma: Bool { isMark && text == "," }
}

/// A paragraph, or the inside of a quotation, as a row of elements in which each quotation is a single one.
struct Passage: Sendable {
    let block: Block
    let text: SourceText
    let elements: [Element]
    /// The quotation whose inside this is.
    let inside: Int?
    /// Indices of elements behind which a sentence ends.
    let sentenceEnds: Set<Int>

    /// The first element of the sentence that holds `index`.
    func sentenceStart(of index: Int) -> Int {
        var start = index
        while start > 0, !sentenceEnds.contains(start - 1) { start -= 1 }
        return start
    }

    /// The first element of the sentence behind a dateline: `WASHINGTON, Oct. 22 (CWS) — `.
    func contentStart(of index: Int) -> Int {
        let start = sentenceStart(of: index)
        guard start == 0, elements[0].text.allSatisfy({ !$0.isLowercase }),
            let dash = elements.prefix(16).firstIndex(where: { $0.isMark && ["—", "–", "-"].contains($0.text) }),
            dash < index
        else { return start }
        return dash + 1
    }

    /// The index behind the last element of the sentence that holds `index`.
    func sentenceEnd(of index: Int) -> Int {
        var end = index
        while end < elements.count, !sentenceEnds.contains(end) { end += 1 }
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
        let ends = sentenceEnds(elements, paragraph.sentences)
        return Passage(
            block: paragraph.block, text: annotated.article.text, elements: elements, inside: inside, sentenceEnds: ends
        )
    }

    private func elements(
        _ paragraph: AnnotatedArticle.Paragraph, _ span: TextSpan, _ quotations: [(index: Int, span: TextSpan)]
    ) -> [Element] {
        var elements: [Element] = []
        var rest = quotations[...]
        for word in annotated.words[paragraph.words] where span.contains(word.span) {
            while let next = rest.first, next.span.end <= word.span.start { rest = rest.dropFirst() }
            if let next = rest.first, next.span.overlaps(word.span) {
                if elements.last?.quotation != next.index || elements.last?.span != next.span {
                    elements.append(element(.quotation(next.index), next.span))
                }
            } else {
                elements.append(element(word.isMark ? .mark : .word, word.span))
            }
        }
        return elements
    }

    private func element(_ kind: Element.Kind, _ span: TextSpan) -> Element {
        let words = annotated.article.text[span]
        if case .quotation = kind { return Element(kind: kind, span: span, text: words, lower: "") }
        let lower = words.lowercased()
        let isPlain = !lower.utf8.contains(0xE2)
        return Element(kind: kind, span: span, text: words, lower: isPlain ? lower : lower.replacing("’", with: "'"))
    }

    /// A sentence of the paragraph ends behind an element when it ends at the element's end or inside its quotation,
    /// and the next element does not go on with a small letter or a comma.
    private func sentenceEnds(_ elements: [Element], _ sentences: [TextSpan]) -> Set<Int> {
        let borders = sentences.map(\.end)
        var ends: Set<Int> = []
        for (index, element) in elements.enumerated() {
            let closes = borders.contains {
                element.span.end == $0
                    || element.quotation != nil && element.span.contains($0 - 1) && $0 >= element.span.end - 4
            }
            guard closes else { continue }
            ends.insert(index)
        }
        return ends
    }
}
