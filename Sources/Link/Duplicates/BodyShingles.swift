package import DemarcheRecords
import DemarcheSourceText

/// The runs of five words in the body of an article, as hashes: what texts are compared by (Broder 1997).
///
/// The body is what the outlet reports, without its headline and standfirst, which every desk writes anew, and without
/// furniture, bylines and captions.
package struct BodyShingles: Sendable {
    /// Words in a shingle.
    package static let width = 5

    /// In the order of the text. The lowest bit is set where all five words stand between quotation marks.
    package let shingles: [UInt64]
    package let wordCount: Int
    /// The same for the same words in the same order.
    package let digest: UInt64

    /// Linear in the article's text.
    package init(_ article: Article) {
        var stream = WordStream()
        let bytes = article.text.string.utf8.span
        for block in article.blocks where block.isBody {
            stream.read(bytes, block.span, isQuotation: block.kind == .quotation)
        }
        wordCount = stream.words.count
        digest = stream.words.reduce(UInt64(stream.words.count)) { ($0 ^ $1).mixed }
        shingles = Self.shingles(stream.words, stream.isQuoted)
    }

    /// Whether there are enough words to say anything of copying: thirty.
    package var isComparable: Bool { wordCount >= 30 }

    private static func shingles(_ words: [UInt64], _ isQuoted: [Bool]) -> [UInt64] {
        guard words.count >= width else { return [] }
        var shingles: [UInt64] = []
        shingles.reserveCapacity(words.count - width + 1)
        var quoted = 0
        for end in words.indices {
            quoted = isQuoted[end] ? quoted + 1 : 0
            guard end >= width - 1 else { continue }
            var hash: UInt64 = 0
            for word in end - width + 1...end { hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ words[word] }
            shingles.append(hash.mixed & ~1 | (quoted >= width ? 1 : 0))
        }
        return shingles
    }
}

extension Block {
    /// Whether it is the report itself, not what stands over or beside it.
    package var isBody: Bool { kind.isRead && kind != .headline && kind != .standfirst }
}

extension UInt64 {
    /// A permutation of all numbers in which every bit depends on every other (the finalizer of MurmurHash3, Appleby).
    var mixed: UInt64 {
        var hash = self
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ (hash >> 33)
    }
}
