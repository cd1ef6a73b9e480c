/// Pairs of texts that are worth a comparison, by number, the lower first in each.
enum CandidatePairs {
    /// Those with a key of their sketches in common, which texts that are near as wholes have.
    static func similar(_ texts: [ComparedText]) -> [(Int, Int)] {
        let bands = (0..<SimilaritySketch.bands).map { band in
            Postings(texts.count) { texts[$0].bands.isEmpty ? [] : [texts[$0].bands[band]] }
        }
        var tally = NeighbourTally(texts.count)
        return texts.indices.flatMap { text in
            for band in bands { band.eachNeighbour(of: text) { tally.add($0) } }
            return tally.take { neighbour, _ in canBeNear(texts[text], texts[neighbour]) }.map { (text, $0) }
        }
    }

    /// Whether their lengths allow it: the similarity of two sets is at most the size of the smaller over that of the larger.
    private static func canBeNear(_ one: ComparedText, _ other: ComparedText) -> Bool {
        let (first, second) = (one.shingles.count, other.shingles.count)
        return Double(min(first, second)) >= TextMatch.least * Double(max(first, second))
    }

    /// Those of which one has most of the other's passages.
    ///
    /// - Parameter passages: of each text.
    static func containing(_ passages: [[UInt32]]) -> [(Int, Int)] {
        let postings = Postings(passages.count) { passages[$0] }
        var tally = NeighbourTally(passages.count)
        return passages.indices.flatMap { text in
            postings.eachNeighbour(of: text) { tally.add($0) }
            return tally.take { neighbour, count in
                let shorter = min(passages[text].count, passages[neighbour].count)
                return Double(count) >= TextMatch.least * Double(shorter)
            }.map { (text, $0) }
        }
    }
}

/// Counts how often neighbours of one text are met, in time linear in the meetings.
private struct NeighbourTally {
    private var counts: [UInt16]
    private var met: [Int] = []

    init(_ count: Int) { counts = [UInt16](repeating: 0, count: count) }

    @inline(__always)
    mutating func add(_ neighbour: Int) {
        if counts[neighbour] == 0 { met.append(neighbour) }
        counts[neighbour] = counts[neighbour] == .max ? .max : counts[neighbour] + 1
    }

    /// The neighbours that are chosen by number and count, in order; begins anew.
    mutating func take(_ isChosen: (Int, UInt16) -> Bool) -> [Int] {
        let chosen = met.filter { isChosen($0, counts[$0]) }.sorted()
        for neighbour in met { counts[neighbour] = 0 }
        met.removeAll(keepingCapacity: true)
        return chosen
    }
}
