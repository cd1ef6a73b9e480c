/// Passages that one outlet prints in five or more different articles: background that is told again under every piece of news,
/// and furniture that was taken for text. Who shares no more than these copies nothing.
struct StockPassages {
    private static let least = 5

    private var stock: Set<UInt32> = []

    /// - Parameter copies: pairs of texts that are near as wholes; they count as one article.
    /// Costs `O(n log n)` in the number of passages.
    init(_ texts: [ComparedText], copies: [(Int, Int)]) {
        let article = Self.leaders(texts.count, copies)
        let outlets = Dictionary(grouping: texts.indices) { texts[$0].credit.outlet }
        for (outlet, printed) in outlets where outlet != nil && printed.count >= Self.least {
            stock.formUnion(
                Self.repeated(
                    printed.flatMap { text in
                        texts[text].fingerprints.map { UInt64($0) << 32 | UInt64(article[text]) }
                    }))
        }
    }

    /// The passages that stand in enough articles, of pairs of a passage above an article.
    private static func repeated(_ pairs: [UInt64]) -> [UInt32] {
        var (repeated, count, last) = ([UInt32](), 0, UInt64?.none)
        for pair in pairs.sorted() where pair != last {
            count = last.map { $0 >> 32 == pair >> 32 } == true ? count + 1 : 1
            if count == least { repeated.append(UInt32(pair >> 32)) }
            last = pair
        }
        return repeated
    }

    /// The passages of a text that are not stock.
    func without(_ passages: [UInt32]) -> [UInt32] { passages.filter { !stock.contains($0) } }

    /// For each text the first of those that are copies of each other, directly or by way of others (union–find, Tarjan 1975).
    private static func leaders(_ count: Int, _ copies: [(Int, Int)]) -> [Int] {
        var leaders = Array(0..<count)
        func leader(of text: Int) -> Int {
            var text = text
            while leaders[text] != text {
                leaders[text] = leaders[leaders[text]]
                text = leaders[text]
            }
            return text
        }
        for (one, other) in copies {
            let (first, second) = (leader(of: one), leader(of: other))
            leaders[max(first, second)] = min(first, second)
        }
        return (0..<count).map(leader)
    }
}
