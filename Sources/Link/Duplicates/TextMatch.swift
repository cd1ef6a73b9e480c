/// How much of the text of two articles is one text.
package struct TextMatch: Hashable, Sendable {
    /// The least Jaccard similarity, and the least part of the shorter text, that count as one text.
    package static let least = 0.5

    /// By their names, in ascending order.
    package let articles: [String]
    /// Shingles of both over shingles of either (Jaccard 1901), 0 to 1.
    package let similarity: Double
    /// The part of the shorter text that stands in the other, 0 to 1.
    package let shared: Double
    /// The same without words between quotation marks; 0 where there are no others.
    package let ownShared: Double
    /// Whether all words are the same, in the same order.
    package let isSame: Bool

    /// Whether they are near as wholes.
    package var isNear: Bool { isSame || similarity >= Self.least }

    /// Whether they are not near as wholes, but most of one stands in the other, and not only the words of a speaker that both
    /// quote.
    package var isContained: Bool { !isNear && shared >= Self.least && ownShared >= Self.least }
}

extension TextMatch {
    /// Linear in the sizes of both sets.
    ///
    /// - Parameter values: those of `one.shingles`.
    init(_ one: ComparedText, _ values: [UInt32], _ other: ComparedText) {
        let isShorter = one.shingles.count <= other.shingles.count
        let (shorter, longer) = isShorter ? (one, other) : (other, one)
        let others = other.shingles.values
        let (common, own) = isShorter ? Self.common(values, others) : Self.common(others, values)
        articles = [one.id, other.id].sorted()
        isSame = one.digest == other.digest
        similarity = Double(common) / Double(max(1, shorter.shingles.count + longer.shingles.count - common))
        shared = Double(common) / Double(max(1, shorter.shingles.count))
        ownShared = Double(own) / Double(max(1, shorter.shingles.ownCount))
    }

    /// How many of the shorter's shingles stand in the longer, and how many of these not wholly between quotation marks.
    private static func common(_ shorter: [UInt32], _ longer: [UInt32]) -> (all: Int, own: Int) {
        var (all, own, place) = (0, 0, 0)
        for value in shorter {
            while place < longer.count, longer[place] >> 1 < value >> 1 { place += 1 }
            guard place < longer.count else { break }
            if longer[place] >> 1 == value >> 1 {
                all += 1
                own += value & 1 == 0 ? 1 : 0
            }
        }
        return (all, own)
    }
}
