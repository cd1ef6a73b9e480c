package import DemarcheAnnotate
import DemarchePipeline
package import DemarcheRecords

/// Reads articles as the program does, after those without paragraphs were cut into some.
package struct PreparedSources {
    private let model: LanguageModel

    package init(_ model: LanguageModel) { self.model = model }

    package func sources(_ articles: [Article]) -> [LinkSource] {
        let (reader, worker) = (Reader(model), LanguageWorker(model))
        return articles.map { article in
            let article = ParagraphCut.cut(article)
            return LinkSource(article, reader.findings(in: article, worker: worker))
        }
    }
}
