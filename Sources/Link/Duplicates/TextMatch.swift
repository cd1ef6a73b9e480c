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
    init(_ one: ComparedText, _ other: ComparedText) {
        let isShorter = one.shingles.count <= other.shingles.count
        let (shorter, longer) = isShorter ? (one, other) : (other, one)
        let (common, own) = Self.common(shorter.shingles.values.span, longer.shingles.values.span)
        articles = [one.id, other.id].sorted()
        isSame = one.digest == other.digest
        similarity = Double(common) / Double(max(1, shorter.shingles.count + longer.shingles.count - common))
        shared = Double(common) / Double(max(1, shorter.shingles.count))
        ownShared = Double(own) / Double(max(1, shorter.shingles.ownCount))
    }

    /// How many of the shorter's shingles stand in the longer, and how many of these not wholly between quotation marks.
    ///
    /// Steps on without branches: which of the two is ahead is a toss of a coin, and a processor that guesses loses more than it
    /// saves.
    private static func common(_ shorter: Span<UInt32>, _ longer: Span<UInt32>) -> (all: Int, own: Int) {
        var (all, own, here, there) = (0, 0, 0, 0)
        while here < shorter.count, there < longer.count {
            let (one, other) = (shorter[here] >> 1, longer[there] >> 1)
            let isCommon = one == other ? 1 : 0
            all += isCommon
            own += isCommon & Int(~shorter[here] & 1)
            here += one <= other ? 1 : 0
            there += other <= one ? 1 : 0
        }
        return (all, own)
    }
}
