package import DemarcheAnnotate
import DemarcheIngest
package import DemarcheRecords
import DemarcheSourceText

/// What the program finds in marked texts, each read as a file of plain text that was written on its day.
package struct TimePredictions {
    private let annotator: Annotator

    package init(_ model: LanguageModel) { annotator = Annotator(LanguageWorker(model)) }

    /// - Throws: the refusal of a text that is no article.
    package func marks(in document: TimeDocument) throws(Refusal) -> [TimeDocument.Mark] {
        var article = try Ingest().article(path: document.id + ".txt", bytes: Array(document.text.utf8))
        article.metadata.published = RecordedDate(iso: document.dct, basis: .given)
        let offsets = ScalarOffsets(article.text)
        return annotator.annotate(article).times.expressions.map { expression in
            let span = offsets.scalars(expression.span)
            return TimeDocument.Mark(s: span.start, e: span.end, value: expression.value ?? "null")
        }
    }

    /// What is found in a text that is one paragraph.
    func times(in text: String, written: String) -> ArticleTimes {
        let source = SourceText(text)
        let article = Article(
            id: "", source: Source(path: "", mediaType: .plain, sha256: "", charset: "UTF-8"),
            metadata: Metadata(published: RecordedDate(iso: written, basis: .given)), text: source,
            blocks: [Block(.paragraph, source.trimmed(source.span))])
        return annotator.annotate(article).times
    }
}
