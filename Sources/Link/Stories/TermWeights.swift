import Foundation

/// Weighs terms by how often an article has them and how few articles have them (tf-idf with logarithmic counts, Salton and
/// Buckley 1988), to vectors of length 1.
struct TermWeights {
    /// Articles on other matters that are supposed beside those at hand: in a handful of articles about one thing its words are
    /// not common but telling.
    static let supposed: Float = 100

    private let rank: [Int32]
    private let rarity: [Float]

    /// - Parameters:
    ///   - terms: the stems, by number.
    ///   - articles: which numbers stand in each article.
    init(terms: [String], articles: [[CountedTerm]]) {
        var frequency = [Int](repeating: 0, count: terms.count)
        for article in articles { for counted in article { frequency[counted.term] += 1 } }
        let total = Float(articles.count) + Self.supposed
        rarity = frequency.map { $0 > 1 ? log(total / (Float($0) + 1)) : 0 }
        var rank = [Int32](repeating: 0, count: terms.count)
        for (place, number) in terms.indices.sorted(by: { terms[$0] < terms[$1] }).enumerated() {
            rank[number] = Int32(place)
        }
        self.rank = rank
    }

    /// The vector over terms in the order of letters, so that nothing rests on which article was added first. What a single
    /// article has connects it with none and is left out.
    func vector(_ counts: [CountedTerm]) -> TermVector {
        let weighed = counts.filter { rarity[$0.term] > 0 }
            .map { (term: rank[$0.term], weight: (1 + log($0.count)) * rarity[$0.term]) }
            .sorted { $0.term < $1.term }
        let length = weighed.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
        return TermVector(
            terms: weighed.map(\.term), weights: weighed.map { $0.weight / max(length, .leastNormalMagnitude) })
    }
}
