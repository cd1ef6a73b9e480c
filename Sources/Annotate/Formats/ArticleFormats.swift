package import DemarcheRecords
import DemarcheSourceText

/// The annotations of a whole article in formats that other programs read; all places are Unicode scalars of its text.
package struct AnnotationFormats {
    private let article: Article
    private let blocks: [AnnotatedBlock]
    private let offsets: ScalarOffsets

    package init(_ article: Article, _ blocks: [AnnotatedBlock]) {
        self.article = article
        self.blocks = blocks
        offsets = ScalarOffsets(article.text)
    }

    /// CoNLL-U: the article is a document, each block a paragraph.
    package var conllu: String {
        "# newdoc id = \(article.id)\n"
            + blocks.enumerated().map { number, block in
                "# newpar id = \(article.id)-\(number + 1)\n# block = \(block.block.kind.rawValue)\n"
                    + block.language.conllu(offset: offsets.scalars(before: block.block.span.start)) {
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
                            ("language", block.language.json(offset: start)),
                        ])
                    })
            ),
        ])
    }
}
