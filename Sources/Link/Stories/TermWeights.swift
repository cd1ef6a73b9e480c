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

    private let rank: [Int32]
    private let rarity: [Float]
    /// Which terms stand in a single article.
    private let isSingle: [Bool]
    /// The part of their weight with which such terms count towards the length of a vector.
    private let singleShare: Float

    /// - Parameters:
    ///   - vocabulary: the stems, by number.
    ///   - articles: which numbers stand in each article.
    init(_ vocabulary: WordNumbers, articles: [[CountedTerm]]) {
        var frequency = [Int](repeating: 0, count: vocabulary.words.count)
        for article in articles { for counted in article { frequency[Int(counted.term)] += 1 } }
        let total = Float(articles.count) + Self.supposed
        rarity = frequency.map { log(total / (Float($0) + 1)) }
        isSingle = frequency.map { $0 < 2 }
        singleShare = Self.supposed / total
        rank = vocabulary.ranks.map { Int32($0) }
    }

    /// The vector over terms in the order of letters, so that nothing rests on which article was added first.
    ///
    /// What a single article has connects it with none, and is left out. In a handful of articles such words still tell how
    /// much of an article the others do not share, so that they count towards the length; among thousands hardly.
    func vector(_ counts: [CountedTerm]) -> TermVector {
        let weighed = counts.map { (term: Int($0.term), weight: weight($0)) }
            .sorted { rank[$0.term] < rank[$1.term] }
        let length = weighed.reduce(Float(0)) { sum, one in
            let weight = isSingle[one.term] ? one.weight * singleShare : one.weight
            return sum + weight * weight
        }.squareRoot()
        let shared = weighed.filter { !isSingle[$0.term] }
        return TermVector(
            terms: shared.map { rank[$0.term] }, weights: shared.map { $0.weight / max(length, .leastNormalMagnitude) })
    }

    private func weight(_ counted: CountedTerm) -> Float {
        (1 + log(counted.count)) * rarity[Int(counted.term)] * (counted.isInHeadline ? Self.headlineFactor : 1)
    }
}
