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
    private var everywhere: [Int]
    /// The same among the articles of the outlet at hand; nothing between outlets.
    private var here: [Int]

    /// The terms of each article without those of its outlet's house. Linear in the terms.
    ///
    /// - Parameter vocabulary: how many terms there are.
    static func left(_ articles: [(outlet: String?, terms: [CountedTerm])], vocabulary: Int) -> [[CountedTerm]] {
        var left = articles.map(\.terms)
        var finder = HouseTerms(left, vocabulary)
        for (outlet, own) in Dictionary(grouping: articles.indices, by: { articles[$0].outlet }) where outlet != nil {
            let house = finder.house(own.map { left[$0] }, others: articles.count - own.count)
            if house.isEmpty { continue }
            for article in own { left[article].removeAll { house.contains($0.term) } }
        }
        return left
    }

    private init(_ articles: [[CountedTerm]], _ vocabulary: Int) {
        here = [Int](repeating: 0, count: vocabulary)
        everywhere = here
        for counted in articles.joined() { everywhere[Int(counted.term)] += 1 }
    }

    private mutating func house(_ own: [[CountedTerm]], others: Int) -> Set<Int32> {
        guard own.count >= Self.fewestArticles, others >= Self.fewestArticles else { return [] }
        for counted in own.joined() { here[Int(counted.term)] += 1 }
        defer { for counted in own.joined() { here[Int(counted.term)] = 0 } }
        var house: Set<Int32> = []
        for counted in own.joined() where isHouse(Int(counted.term), own.count, others) { house.insert(counted.term) }
        return house
    }

    private func isHouse(_ term: Int, _ own: Int, _ others: Int) -> Bool {
        let share = Float(here[term]) / Float(own)
        return share >= Self.leastShare
            && Float(everywhere[term] - here[term]) / Float(others) <= share * Self.mostElsewhere
    }
}
