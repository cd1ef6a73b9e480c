internal import Foundation

/// The table, the errors and the last line of `evaluate stories`.
package struct StoryScore: Sendable {
    private let gold: [StoryGold]
    private let predictions: StoryPredictions
    private let figures: BCubed

    package init(_ gold: [StoryGold], _ predictions: StoryPredictions) {
        self.gold = gold
        self.predictions = predictions
        figures = BCubed(
            gold: Dictionary(gold.map { ($0.id, $0.cluster) }) { first, _ in first }, found: predictions.groups)
    }

    package var lines: [String] {
        let clusters = Set(gold.map(\.cluster)).count
        let groups = Set(predictions.groups.values).count
        return [
            "articles  \(gold.count)", "gold      \(clusters) clusters", "found     \(groups) groups",
        ]
    }

    /// A paragraph for each cluster that stands in several groups and each group with articles of several clusters.
    package var errors: [String] {
        divided("split", by: \.cluster, into: { predictions.groups[$0.id] ?? $0.id })
            + divided("mixed", by: { predictions.groups[$0.id] ?? $0.id }, into: \.cluster)
    }

    private func divided(
        _ word: String, by whole: (StoryGold) -> String, into part: (StoryGold) -> String
    ) -> [String] {
        Dictionary(grouping: gold, by: whole).sorted { $0.key < $1.key }.flatMap { name, members in
            let parts = Dictionary(grouping: members, by: part).sorted { $0.key < $1.key }
            guard parts.count > 1 else { return [String]() }
            return ["\(word) \(name)"] + parts.flatMap { key, members in members.map { "  \(key)  \($0.title)" } }
        }
    }

    package var summary: String {
        let shares = [figures.precision, figures.recall, figures.f1].map { String(format: "%.4f", $0) }
        return "stories precision=\(shares[0]) recall=\(shares[1]) f1=\(shares[2])"
    }

    /// `{"id", "story"}` a line, in the order of the gold.
    package var predictionLines: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let lines = gold.compactMap { one in
            predictions.groups[one.id].flatMap { try? encoder.encode(["id": one.id, "story": $0]) }
        }
        return lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
    }
}
