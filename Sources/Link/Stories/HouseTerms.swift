/// Terms that an outlet puts into its articles whatever they tell of: those of its footer, its own name.
///
/// Half of its articles have them, and of the other articles at most a tenth of that part; so that a word that everybody
/// writes about the matter of the day is none. An outlet needs ``fewestArticles`` for that, and so do the others together.
struct HouseTerms {
    static let fewestArticles = 20
    /// The part of an outlet's articles that have a term of the house.
    static let leastShare: Float = 0.5
    /// How often others may have it, for once that the outlet has it.
    static let mostElsewhere: Float = 0.1

    /// By term, how many articles have it.
    private let everywhere: [Int]

    /// By outlet, the terms of its house; only outlets that have any. Linear in the terms.
    ///
    /// - Parameter vocabulary: how many terms there are.
    static func found(in articles: [NumberedArticle], vocabulary: Int) -> [String: Set<Int32>] {
        let finder = HouseTerms(everywhere: frequency(articles.map(\.terms), vocabulary: vocabulary))
        var houses: [String: Set<Int32>] = [:]
        for (outlet, own) in Dictionary(grouping: articles, by: \.article.outlet) {
            guard let outlet else { continue }
            let house = finder.house(own, others: articles.count - own.count)
            if !house.isEmpty { houses[outlet] = house }
        }
        return houses
    }

    /// By term, how many of the articles have it.
    static func frequency(_ articles: [[CountedTerm]], vocabulary: Int) -> [Int] {
        var frequency = [Int](repeating: 0, count: vocabulary)
        for counted in articles.joined() { frequency[Int(counted.term)] += 1 }
        return frequency
    }

    private func house(_ own: [NumberedArticle], others: Int) -> Set<Int32> {
        guard own.count >= Self.fewestArticles, others >= Self.fewestArticles else { return [] }
        var here: [Int32: Int] = [:]
        for counted in own.lazy.map(\.terms).joined() { here[counted.term, default: 0] += 1 }
        return Set(here.filter { isHouse($0.key, $0.value, own.count, others) }.keys)
    }

    private func isHouse(_ term: Int32, _ here: Int, _ own: Int, _ others: Int) -> Bool {
        let share = Float(here) / Float(own)
        return share >= Self.leastShare
            && Float(everywhere[Int(term)] - here) / Float(others) <= share * Self.mostElsewhere
    }
}
