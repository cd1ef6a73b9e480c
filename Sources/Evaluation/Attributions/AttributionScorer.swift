/// Compares predicted attributions with gold.
///
/// - *Words* are the matches of `[^\W_]+`; punctuation and quotation marks never count. A span stands for the words
///   that share a character with it. An attribution whose content holds no word is dropped.
/// - *J* is the number of words that gold and prediction share in their content, by the number of words in either.
/// - *Alignment* is greedy and one to one: all pairs of a document with J of at least the threshold, by J from high to
///   low, then those with the right source, then by the place of the gold, then of the prediction; a pair is taken when
///   both are free.
/// - A *source is right* when both sources are empty, or share a word that is no function word. (A source of function
///   words alone keeps them.)
/// - A content is *direct* when all its words stand in quotation marks, *mixed* when some do, else *indirect*.
/// - With `pieces`, every attribution is parted into one for each contiguous span of its content, on both sides.
/// - With `speech`, gold whose cue is no colon, dash or word of communication is neutral: it does not count, nor does
///   a prediction aligned to it, nor one left over whose own cue is no speech.
/// - A prediction left over is *nested* when all its words lie in the content of one gold attribution.
package struct AttributionScorer: Sendable {
    package let threshold: Double
    package let pieces: Bool
    package let speech: Bool

    package init(threshold: Double = 0.5, pieces: Bool = false, speech: Bool = false) {
        self.threshold = threshold
        self.pieces = pieces
        self.speech = speech
    }

    /// The alignment of each document, in their order. What has no entry in `predictions` has none.
    package func alignments(
        _ documents: [GoldDocument], _ predictions: [String: [MarkedAttribution]]
    ) -> [DocumentAlignment] {
        documents.map { alignment($0, predictions[$0.id] ?? []) }
    }

    /// Takes time with the product of the numbers of gold and predictions.
    package func alignment(_ document: GoldDocument, _ predictions: [MarkedAttribution]) -> DocumentAlignment {
        let text = ScoredText(document.text)
        let gold = parts(document.attributions, text)
        let predicted = parts(predictions, text)
        let pairs = aligned(candidates(gold, predicted, text))
        let (neutral, ignored) = speech ? uncounted(gold, predicted, pairs) : ([], [])
        return DocumentAlignment(
            document: document, gold: gold, predictions: predicted, pairs: pairs, neutralGold: neutral,
            ignoredPredictions: ignored, threshold: threshold)
    }

    /// What does not count by the rule for speech.
    private func uncounted(
        _ gold: [ScoredAttribution], _ predicted: [ScoredAttribution], _ pairs: [DocumentAlignment.Pair]
    ) -> (gold: Set<Int>, predictions: Set<Int>) {
        let neutral = Set(gold.indices.filter { !gold[$0].isSpeech })
        let partners = Dictionary(uniqueKeysWithValues: pairs.map { ($0.prediction, $0.gold) })
        let ignored = predicted.indices.filter { index in
            if let partner = partners[index] { return neutral.contains(partner) }
            return !predicted[index].marked.cue.isEmpty && !predicted[index].isSpeech
        }
        return (neutral, Set(ignored))
    }

    private func parts(_ attributions: [MarkedAttribution], _ text: ScoredText) -> [ScoredAttribution] {
        attributions.flatMap { attribution in
            let groups = pieces ? attribution.content.map { [$0] } : [attribution.content]
            return groups.compactMap { ScoredAttribution(attribution, content: $0, text) }
        }
    }

    private func candidates(
        _ gold: [ScoredAttribution], _ predicted: [ScoredAttribution], _ text: ScoredText
    ) -> [DocumentAlignment.Pair] {
        gold.indices.flatMap { index in
            predicted.indices.compactMap { other in
                let overlap = gold[index].overlap(with: predicted[other])
                guard overlap > 0, overlap >= threshold else { return nil }
                let isRight = gold[index].hasSource(of: predicted[other])
                return .init(gold: index, prediction: other, overlap: overlap, isSourceRight: isRight)
            }
        }
    }

    private func aligned(_ candidates: [DocumentAlignment.Pair]) -> [DocumentAlignment.Pair] {
        var usedGold: Set<Int> = []
        var usedPredictions: Set<Int> = []
        return candidates.sorted().filter { pair in
            guard !usedGold.contains(pair.gold), !usedPredictions.contains(pair.prediction) else { return false }
            usedGold.insert(pair.gold)
            usedPredictions.insert(pair.prediction)
            return true
        }
    }
}

/// An attribution as sets of words, by their number in the text.
package struct ScoredAttribution: Sendable {
    package enum Kind: String, Sendable, CaseIterable { case direct, mixed, indirect }

    package let marked: MarkedAttribution
    /// The spans of the content that count: all, or one piece.
    package let contentSpans: [Range<Int>]
    package let kind: Kind
    let content: Set<Int>
    let source: Set<Int>
    let cue: Set<Int>
    /// The source without function words.
    let sourceNames: Set<Int>
    let isSpeech: Bool

    /// Nil when the content holds no word.
    init?(_ marked: MarkedAttribution, content spans: [Range<Int>], _ text: ScoredText) {
        content = text.words(under: spans)
        guard !content.isEmpty else { return nil }
        self.marked = marked
        contentSpans = spans
        source = text.words(under: marked.source)
        cue = text.words(under: marked.cue)
        sourceNames = text.contentWords(source)
        isSpeech = text.isSpeech(cue: marked.cue)
        let quoted = content.count { text.quoted.contains($0) }
        kind = quoted == content.count ? .direct : quoted == 0 ? .indirect : .mixed
    }

    /// J, from 0 to 1.
    func overlap(with other: ScoredAttribution) -> Double {
        let shared = content.count { other.content.contains($0) }
        return Double(shared) / Double(content.count + other.content.count - shared)
    }

    func hasSource(of other: ScoredAttribution) -> Bool {
        if source.isEmpty && other.source.isEmpty { return true }
        return !sourceNames.isDisjoint(with: other.sourceNames)
    }
}

/// Which prediction stands for which gold in one document.
package struct DocumentAlignment: Sendable {
    /// A gold attribution and its prediction, by their place in the lists.
    package struct Pair: Sendable, Equatable {
        package let gold: Int
        package let prediction: Int
        /// J, from the threshold to 1.
        package let overlap: Double
        package let isSourceRight: Bool
    }

    package let document: GoldDocument
    package let gold: [ScoredAttribution]
    package let predictions: [ScoredAttribution]
    /// In the order in which they were taken; pairs with neutral gold are among them.
    package let pairs: [Pair]
    /// Gold that does not count.
    package let neutralGold: Set<Int>
    /// Predictions that do not count.
    package let ignoredPredictions: Set<Int>
    /// The least J of a pair.
    let threshold: Double

    /// The pairs that count.
    package var countedPairs: [Pair] { pairs.filter { !neutralGold.contains($0.gold) } }

    /// The predictions that count and stand for no gold, in their order.
    package var unaligned: [Int] {
        let used = Set(pairs.map(\.prediction)).union(ignoredPredictions)
        return predictions.indices.filter { !used.contains($0) }
    }

    /// Whether all the words of a prediction lie in the content of one gold attribution.
    func isNested(_ prediction: Int) -> Bool {
        let words = predictions[prediction].content.union(predictions[prediction].source)
            .union(predictions[prediction].cue)
        return gold.contains { words.isSubset(of: $0.content) }
    }
}

extension DocumentAlignment.Pair: Comparable {
    /// The better pair comes first.
    package static func < (left: Self, right: Self) -> Bool {
        if left.overlap != right.overlap { return left.overlap > right.overlap }
        if left.isSourceRight != right.isSourceRight { return left.isSourceRight }
        return (left.gold, left.prediction) < (right.gold, right.prediction)
    }
}
