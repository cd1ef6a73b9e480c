/// The figures as lines of text.
package enum CoreferenceTable {
    /// A row a document: sources in gold, those found, mentions that are compared, and the F1 of each metric.
    package static func documents(_ result: CoreferenceResult) -> [String] {
        let rows = result.alignments.map { row($0.document.id, [$0], $0.metrics.scores) }
        let all = row("all", result.alignments, result.scores)
        return AttributionTable.columns(
            ["document", "sources", "found", "compared", "MUC", "B3", "CEAFe"], rows + [all])
    }

    private static func row(_ title: String, _ alignments: [CoreferenceAlignment], _ scores: [LinkScore]) -> [String] {
        let sources = alignments.flatMap(\.document.mentions).count { $0.speaks }
        let missed = alignments.reduce(0) { $0 + $1.missed.count }
        let compared = alignments.reduce(0) { $0 + $1.pairs.count }
        return [title, "\(sources)", "\(sources - missed)", "\(compared)"] + scores.map { percent($0.f1) }
    }

    /// Precision, recall and F1 of each metric over all documents.
    package static func metrics(_ result: CoreferenceResult) -> [String] {
        let rows = zip(["MUC", "B3", "CEAFe"], result.scores).map { title, score in
            [title] + [score.precision.share, score.recall.share, score.f1].map(percent)
        }
        return AttributionTable.columns(["metric", "P", "R", "F1"], rows)
    }

    /// The line that scripts read.
    package static func summary(_ result: CoreferenceResult) -> String {
        let figures = zip(["muc", "b3", "ceafe"], result.scores).map {
            "\($0)=\(AttributionTable.percent($1.f1)) "
        }
        let mentions = result.alignments.reduce(0) { $0 + $1.pairs.count }
        return "coreference " + figures.joined() + "documents=\(result.alignments.count) mentions=\(mentions)"
    }

    private static func percent(_ share: Double?) -> String { share.map { AttributionTable.percent($0) } ?? "–" }
}

extension CoreferenceResult {
    fileprivate var scores: [LinkScore] { [muc, bCubed, entityCEAF] }
}

extension LinkMetrics {
    fileprivate var scores: [LinkScore] { [muc, bCubed, entityCEAF] }
}
