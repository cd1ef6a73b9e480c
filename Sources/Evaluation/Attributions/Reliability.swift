/// Whether predictions are right as often as their confidence says.
package enum Reliability {
    /// A line for each tenth of the scale in which there are predictions: how many, their mean confidence, and how many
    /// in a hundred are right. Nothing when no prediction has a confidence.
    package static func lines(_ alignments: [DocumentAlignment]) -> [String] {
        let tenths = Dictionary(grouping: alignments.flatMap(judged)) { min(9, max(0, Int($0.confidence * 10))) }
        guard !tenths.isEmpty else { return [] }
        let rows = tenths.sorted { $0.key < $1.key }.map { tenth, judged in
            let mean = judged.reduce(0) { $0 + $1.confidence } / Double(judged.count)
            let right = Score.share(judged.count(where: \.isRight), of: judged.count)
            return ["0.\(tenth)", "\(judged.count)", AttributionTable.percent(mean), AttributionTable.percent(right)]
        }
        return AttributionTable.columns(["confidence from", "predictions", "mean", "right"], rows)
    }

    private static func judged(_ alignment: DocumentAlignment) -> [(confidence: Double, isRight: Bool)] {
        let right = Set(alignment.countedPairs.filter(\.isSourceRight).map(\.prediction))
        return alignment.predictions.enumerated().compactMap { index, prediction in
            guard !alignment.ignoredPredictions.contains(index) else { return nil }
            return prediction.marked.confidence.map { ($0, right.contains(index)) }
        }
    }
}
