/// Pairs of texts that are near as wholes, and for each text the first by name of those that are copies of each other, directly or by
/// way of others (union–find, Tarjan 1975).
struct NearCopies: Sendable {
    private(set) var pairs: Set<[String]>
    private var parents: [String: String] = [:]

    /// - Parameter pairs: of names, in order.
    init(_ pairs: Set<[String]>) {
        self.pairs = pairs
        for pair in pairs.sorted(by: { $0.lexicographicallyPrecedes($1) }) { join(pair[0], pair[1]) }
    }

    /// Itself for a text that is no copy.
    func leader(of text: String) -> String {
        var text = text
        while let parent = parents[text] { text = parent }
        return text
    }

    /// All that are copies of any.
    var texts: Set<String> { Set(pairs.joined()) }

    private mutating func join(_ one: String, _ other: String) {
        let (first, second) = (leader(of: one), leader(of: other))
        if first != second { parents[max(first, second)] = min(first, second) }
    }
}

/// What is remembered of all texts of a record, so that a new one need be compared only with those that share a passage with it.
package struct RememberedTexts: Sendable {
    var copies = NearCopies([])
    var stock = StockPassages()

    package var bytes: [UInt8] {
        var writer = InputWriter()
        writer.write(copies.pairs.sorted { $0.lexicographicallyPrecedes($1) }) { $0.write($1) }
        writer.write(stock.stock.sorted())
        return writer.bytes
    }

    init(copies: NearCopies, stock: StockPassages) { (self.copies, self.stock) = (copies, stock) }

    /// Nil for bytes that are none of it.
    package init?(bytes: [UInt8]) {
        var reader = InputReader(bytes)
        let pairs = reader.array { $0.stringArray() }
        stock = StockPassages(Set(reader.numberArray()))
        guard reader.isComplete, pairs.allSatisfy({ $0.count == 2 }) else { return nil }
        copies = NearCopies(Set(pairs))
    }
}
