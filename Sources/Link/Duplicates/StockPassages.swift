/// Passages that one outlet prints in five or more different articles: background that is told again under every piece of news,
/// and furniture that was taken for text. Who shares no more than these copies nothing.
struct StockPassages: Sendable {
    private static let least = 5

    private(set) var stock: Set<UInt32>

    init(_ stock: Set<UInt32> = []) { self.stock = stock }

    /// - Parameter leader: the name of the first of the texts that are copies of a text as wholes; they count as one article.
    /// Costs `O(n log n)` in the number of passages.
    init(_ texts: [ComparedText], leader: (String) -> String) {
        stock = []
        count(nil, texts, leader: leader)
    }

    /// Counts some passages anew.
    ///
    /// - Parameters:
    ///   - passages: nil for all.
    ///   - texts: all that have them.
    mutating func count(_ passages: Set<UInt32>?, _ texts: [ComparedText], leader: (String) -> String) {
        var numbers = WordNumbers()
        let articles = texts.map { numbers.number(of: leader($0.id)) }
        if let passages { stock.subtract(passages) }
        for (outlet, printed) in Dictionary(grouping: texts.indices, by: { texts[$0].credit.outlet })
        where outlet != nil && printed.count >= Self.least {
            let pairs = printed.flatMap { text in
                texts[text].fingerprints.lazy.filter { passages?.contains($0) ?? true }
                    .map { UInt64($0) << 32 | UInt64(articles[text]) }
            }
            stock.formUnion(Self.repeated(pairs))
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
}
