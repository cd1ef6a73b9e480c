package import DemarcheAnnotate
import DemarchePipeline
package import DemarcheRecords
import DemarcheSourceText

/// What the program makes of the sources in all documents.
package struct CoreferenceResult: Sendable {
    package let alignments: [CoreferenceAlignment]

    package init(_ alignments: [CoreferenceAlignment]) { self.alignments = alignments }

    /// Reads the documents one after another, as files of plain text.
    package init(_ documents: [CoreferenceDocument], _ model: LanguageModel) throws(Refusal) {
        let reader = Reader(model)
        let worker = LanguageWorker(model)
        alignments = try documents.map { document throws(Refusal) in
            let bytes = Array(document.text.string.utf8)
            let statements = try reader.findings(path: document.id + ".txt", bytes: bytes, worker: worker).findings
                .statements
            return CoreferenceAlignment(document, statements.compactMap(NamedSource.init))
        }
    }

    package var muc: LinkScore { sum(\.muc) }
    package var bCubed: LinkScore { sum(\.bCubed) }
    package var entityCEAF: LinkScore { sum(\.entityCEAF) }

    /// The parts of a score are added over the documents, as no set reaches across two.
    private func sum(_ score: KeyPath<LinkMetrics, LinkScore>) -> LinkScore {
        alignments.reduce(LinkScore()) { $0 + $1.metrics[keyPath: score] }
    }
}
