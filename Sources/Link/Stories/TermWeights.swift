import Foundation

/// Weighs terms by how often an article has them and how few articles have them (tf-idf with logarithmic counts, Salton and
/// Buckley 1988), to vectors of length 1.
struct TermWeights {
    /// Articles on other matters that are supposed beside those at hand: in a handful of articles about one thing its words are
    /// not common but telling.
    static let supposed: Float = 100
    /// What a term of the headline weighs for one, beside that it counts more often: a count in logarithms hardly tells what a
    /// long article is about from what it mentions. Set on the development data together with ``StoryLevel``.
    static let headlineFactor: Float = 1.5
    /// The part of its weight with which a term that no other article of a full sample has counts towards the length of a vector:
    /// it may be a slip that stands nowhere else, or a name that a hundred articles outside the sample have. Figures hardly
    /// change between .1 and .5 (`Docs/stories.md`).
    static let singleShareOfSample: Float = 0.3

    private let weights: StoryWeights
    /// By number of a term, its place in the order of letters, how many articles have it, and its weight.
    private let rank: [Int32]
    private let frequency: [Int]
    private let rarity: [Float]
    private let house: [String: Set<Int32>]
    /// The part of their weight with which terms of a single article count towards the length of a vector.
    private let singleShare: Float

    /// - Parameter vocabulary: the stems of the articles to weigh, by number. What the sample does not have is as rare as what one
    ///   of its articles has.
    init(_ weights: StoryWeights, _ vocabulary: WordNumbers) {
        let total = Float(weights.sample.articles.count) + Self.supposed
        self.weights = weights
        rank = vocabulary.ranks.map { Int32($0) }
        frequency = vocabulary.words.map { weights.frequency[$0] ?? 0 }
        rarity = frequency.map { log(total / Float(max($0, 1) + 1)) }
        house = weights.house.mapValues { stems in Set(stems.compactMap { vocabulary.known($0).map { Int32($0) } }) }
        singleShare = weights.isFull ? Self.singleShareOfSample : Self.supposed / total
    }

    /// The vector over terms in the order of letters, so that nothing rests on which article was added first.
    ///
    /// What no other article of the sample has connects an article with none where these are all articles, and is left out. In a
    /// handful of articles such words still tell how much of an article the others do not share, so that they count towards the
    /// length; among thousands hardly.
    func vector(_ counted: NumberedArticle) -> TermVector {
        let weighed = counted.terms(without: house).map { (term: Int($0.term), weight: weight($0)) }
            .sorted { rank[$0.term] < rank[$1.term] }
        let fewest = weights.counts(counted.article.id) ? 2 : 1
        let length = weighed.reduce(Float(0)) { sum, one in
            let weight = frequency[one.term] < fewest ? one.weight * singleShare : one.weight
            return sum + weight * weight
        }.squareRoot()
        let shared = weights.isFull ? weighed : weighed.filter { frequency[$0.term] >= fewest }
        return TermVector(
            terms: shared.map { rank[$0.term] }, weights: shared.map { $0.weight / max(length, .leastNormalMagnitude) })
    }

    private func weight(_ counted: CountedTerm) -> Float {
        (1 + log(counted.count)) * rarity[Int(counted.term)] * (counted.isInHeadline ? Self.headlineFactor : 1)
    }
}
