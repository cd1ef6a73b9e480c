/// What the scorer counts, summed over documents, and the figures that follow from it.
package struct AttributionCounts: Sendable, Equatable {
    package typealias Kind = ScoredAttribution.Kind

    package var documents = 0
    package var gold = 0
    package var predicted = 0
    /// Pairs, and those of them with the right source.
    package var aligned = 0
    package var right = 0
    /// Pairs with the same content; and those of them with the same source.
    package var sameContent = 0
    package var exact = 0
    /// Pairs whose gold has a cue; and those of them whose prediction shares a word of it.
    package var withCue = 0
    package var cueRight = 0
    package var nested = 0
    /// Words in some content: of gold, of predictions, of both.
    package var goldWords = 0
    package var predictedWords = 0
    package var sharedWords = 0
    package var byKind: [Kind: KindCounts] = [:]

    /// The same by the kind of the gold or of the prediction.
    package struct KindCounts: Sendable, Equatable {
        package var gold = 0
        package var predicted = 0
        package var rightGold = 0
        package var rightPredicted = 0

        /// Recall over gold of the kind, precision over predictions of the kind.
        package var score: Score {
            Score(precision: Score.share(rightPredicted, of: predicted), recall: Score.share(rightGold, of: gold))
        }
    }

    package init(_ alignments: [DocumentAlignment]) { for alignment in alignments { add(alignment) } }

    package var attribution: Score { Score(right, predicted, gold) }

    /// Where a kind has neither gold nor predictions, all is zero.
    package subscript(kind: Kind) -> KindCounts { byKind[kind] ?? KindCounts() }

    private mutating func add(_ alignment: DocumentAlignment) {
        documents += 1
        for pair in alignment.countedPairs { add(pair, alignment) }
        for (index, gold) in alignment.gold.enumerated() where !alignment.neutralGold.contains(index) {
            self.gold += 1
            byKind[gold.kind, default: .init()].gold += 1
        }
        for (index, prediction) in alignment.predictions.enumerated()
        where !alignment.ignoredPredictions.contains(index) {
            predicted += 1
            byKind[prediction.kind, default: .init()].predicted += 1
        }
        nested += alignment.unaligned.count(where: alignment.isNested)
        addWords(alignment)
    }

    private mutating func add(_ pair: DocumentAlignment.Pair, _ alignment: DocumentAlignment) {
        let (gold, prediction) = (alignment.gold[pair.gold], alignment.predictions[pair.prediction])
        aligned += 1
        if pair.overlap == 1 {
            sameContent += 1
            if gold.sourceNames == prediction.sourceNames { exact += 1 }
        }
        if !gold.cue.isEmpty {
            withCue += 1
            if !gold.cue.isDisjoint(with: prediction.cue) { cueRight += 1 }
        }
        guard pair.isSourceRight else { return }
        right += 1
        byKind[gold.kind, default: .init()].rightGold += 1
        byKind[prediction.kind, default: .init()].rightPredicted += 1
    }

    /// Neutral gold and ignored predictions among them.
    private mutating func addWords(_ alignment: DocumentAlignment) {
        let gold = alignment.gold.reduce(into: Set<Int>()) { $0.formUnion($1.content) }
        let predicted = alignment.predictions.reduce(into: Set<Int>()) { $0.formUnion($1.content) }
        goldWords += gold.count
        predictedWords += predicted.count
        sharedWords += gold.intersection(predicted).count
    }
}

/// Precision, recall and F1 from 0 to 1. What would be divided by zero is nil, and counts as zero in F1.
package struct Score: Sendable, Equatable {
    package let precision: Double?
    package let recall: Double?

    package init(precision: Double?, recall: Double?) {
        self.precision = precision
        self.recall = recall
    }

    init(_ right: Int, _ predicted: Int, _ gold: Int) {
        self.init(precision: Self.share(right, of: predicted), recall: Self.share(right, of: gold))
    }

    /// The harmonic mean; nil when both are zero.
    package var f1: Double? {
        let (precision, recall) = (precision ?? 0, recall ?? 0)
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : nil
    }

    static func share(_ part: Int, of whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }
}
