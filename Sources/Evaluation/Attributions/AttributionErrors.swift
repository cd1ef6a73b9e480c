/// What went wrong in one place: a gold attribution that was not found, or a prediction that stands for none.
package struct AttributionError: Sendable {
    package enum Cause: String, Sendable, CaseIterable {
        case missedCue = "missed cue"
        case wrongSpan = "wrong span"
        case taken = "prediction taken"
        case wrongSource = "wrong source"
        case overGeneration = "over-generation"

        /// One line that says when it is this cause.
        package var meaning: String {
            switch self {
            case .missedCue: "no prediction shares a word of the cue or of the content"
            case .wrongSpan: "a prediction shares a word of the cue or of the content, too few of the content"
            case .taken: "a prediction shares enough of the content, and stands for other gold"
            case .wrongSource: "aligned, and the source is another"
            case .overGeneration: "a prediction that stands for no gold"
            }
        }
    }

    package let cause: Cause
    package let gold: ScoredAttribution?
    /// The prediction that comes nearest, if any does.
    package let prediction: ScoredAttribution?
}

extension DocumentAlignment {
    /// The errors of the document: first those of the gold, then the predictions left over, in text order each.
    package var errors: [AttributionError] {
        let partners = Dictionary(uniqueKeysWithValues: pairs.map { ($0.gold, $0) })
        let missed = gold.indices.filter { !neutralGold.contains($0) }.compactMap { index in
            partners[index].map { wrongSource($0) } ?? notFound(gold[index])
        }
        let extra = unaligned.map { AttributionError(cause: .overGeneration, gold: nil, prediction: predictions[$0]) }
        return missed + extra
    }

    private func wrongSource(_ pair: Pair) -> AttributionError? {
        guard !pair.isSourceRight else { return nil }
        return AttributionError(cause: .wrongSource, gold: gold[pair.gold], prediction: predictions[pair.prediction])
    }

    private func notFound(_ gold: ScoredAttribution) -> AttributionError {
        let near = predictions.filter { $0.overlap(with: gold) > 0 || !$0.cue.isDisjoint(with: gold.cue) }
        guard let nearest = near.max(by: { $0.overlap(with: gold) < $1.overlap(with: gold) }) else {
            return AttributionError(cause: .missedCue, gold: gold, prediction: nil)
        }
        let isEnough = nearest.overlap(with: gold) >= threshold
        return AttributionError(cause: isEnough ? .taken : .wrongSpan, gold: gold, prediction: nearest)
    }
}

/// How good the predictions of each rule are.
package struct RuleCounts: Sendable, Equatable {
    package var predictions = 0
    package var aligned = 0
    package var right = 0

    /// By the name of the rule; predictions without one under a dash. What does not count is left out.
    package static func byRule(_ alignments: [DocumentAlignment]) -> [String: RuleCounts] {
        var counts: [String: RuleCounts] = [:]
        for alignment in alignments {
            for (index, prediction) in alignment.predictions.enumerated()
            where !alignment.ignoredPredictions.contains(index) {
                counts[prediction.rule, default: .init()].predictions += 1
            }
            for pair in alignment.countedPairs {
                let rule = alignment.predictions[pair.prediction].rule
                counts[rule, default: .init()].aligned += 1
                if pair.isSourceRight { counts[rule, default: .init()].right += 1 }
            }
        }
        return counts
    }
}

extension ScoredAttribution {
    /// The name of the pattern that found it, or a dash.
    package var rule: String { marked.rule ?? "–" }
}

/// The errors as lines of text.
package enum ErrorTable {
    /// How much gold was not found, by cause, and for how many wrong sources the prediction has none. Over-generation
    /// stands in ``rules(_:)``.
    package static func causes(_ alignments: [DocumentAlignment]) -> [String] {
        let errors = alignments.flatMap(\.errors).filter { $0.gold != nil }
        let sourceless = errors.count { $0.cause == .wrongSource && $0.prediction?.source.isEmpty == true }
        let counts =
            AttributionError.Cause.allCases.dropLast().map { cause in
                (cause.rawValue, errors.count { $0.cause == cause })
            } + [("- no source at all", sourceless)]
        let gold = alignments.reduce(0) { $0 + $1.gold.count - $1.neutralGold.count }
        let rows = counts.map { title, count in
            [title, "\(count)", AttributionTable.percent(Score.share(count, of: gold))]
        }
        return AttributionTable.columns(["gold not found", "gold", "%"], rows)
    }

    /// The predictions of each rule, the rule with the most first.
    package static func rules(_ alignments: [DocumentAlignment]) -> [String] {
        let counts = RuleCounts.byRule(alignments).sorted { left, right in
            (right.value.predictions, left.key) < (left.value.predictions, right.key)
        }
        let rows = counts.map { rule, counts in
            [rule, "\(counts.predictions)", "\(counts.aligned)", "\(counts.right)"]
                + [AttributionTable.percent(Score.share(counts.right, of: counts.predictions))]
        }
        return AttributionTable.columns(["rule", "predictions", "aligned", "right", "precision"], rows)
    }

    /// Of the aligned predictions whose speaker is named, how many name the right one; nothing without any.
    package static func named(_ alignments: [DocumentAlignment]) -> [String] {
        let sources = alignments.flatMap { alignment in
            alignment.countedPairs.filter { alignment.predictions[$0.prediction].marked.naming == "named" }
        }
        guard !sources.isEmpty else { return [] }
        let right = sources.count(where: \.isSourceRight)
        let share = AttributionTable.percent(Score.share(right, of: sources.count))
        return ["named speakers  aligned \(sources.count)  right \(right)  precision \(share)"]
    }
}
