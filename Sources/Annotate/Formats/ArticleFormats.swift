package import DemarcheRecords
import DemarcheSourceText

/// The annotations of a whole article in formats that other programs read; all places are Unicode scalars of its text.
package struct AnnotationFormats {
    private let article: Article
    private let blocks: [AnnotatedBlock]
    private let times: ArticleTimes
    private let offsets: ScalarOffsets

    package init(_ annotated: AnnotatedArticle) {
        article = annotated.article
        blocks = annotated.blocks
        times = annotated.times
        offsets = ScalarOffsets(article.text)
    }

    /// CoNLL-U: the article is a document, each block a paragraph.
    package var conllu: String {
        "# newdoc id = \(article.id)\n"
            + blocks.enumerated().map { number, block in
                "# newpar id = \(article.id)-\(number + 1)\n# block = \(block.block.kind.rawValue)\n"
                    + block.language.conllu(offset: offsets.scalars(before: block.start)) {
                        "\(article.id)-\(number + 1)-\($0 + 1)"
                    }
            }.joined()
    }

    /// One JSON object.
    package var json: OrderedJSON {
        .object([
            ("type", .string("annotations")), ("article", .string(article.id)),
            (
                "blocks",
                .array(
                    blocks.map { block in
                        let start = offsets.scalars(before: block.block.span.start)
                        return .object([
                            ("kind", .string(block.block.kind.rawValue)), ("start", .integer(start)),
                            ("end", .integer(offsets.scalars(before: block.block.span.end))),
                            ("language", block.language.json(offset: offsets.scalars(before: block.start))),
                        ])
                    })
            ), ("times", .array(times.expressions.map(json))),
        ])
    }

    private func json(_ time: TimeExpression) -> OrderedJSON {
        let span = offsets.scalars(time.span)
        return .object([
            ("text", .string(String(article.text[time.span]))), ("start", .integer(span.start)),
            ("end", .integer(span.end)), ("type", .string(time.kind.rawValue)), ("value", .optional(time.value)),
            ("mod", .optional(time.modifier?.rawValue)), ("edtf", .optional(time.edtf)),
            ("anchor", time.anchor.map(json)), ("unresolved", .optional(time.unresolved)),
        ])
    }

    private func json(_ anchor: TimeExpression.Anchor) -> OrderedJSON {
        switch anchor {
        case .written(let day, let source): .object([("date", .string(day.iso)), ("basis", .string(source.rawValue))])
        case .expression(let index): .object([("time", .integer(index))])
        }
    }
}
