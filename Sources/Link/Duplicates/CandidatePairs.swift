/// The pairs of texts that are worth a comparison.
struct CandidatePairs {
    /// Of the shorter text's fingerprints so many must stand in the other: less than half, since they are a sample.
    private static let leastPassages = 0.3

    /// By number, the lower first in each.
    private(set) var pairs: [(Int, Int)] = []

    init(_ texts: [ComparedText]) {
        let bands = (0..<SimilaritySketch.bands).map { band in
            Postings(texts.count) { texts[$0].bands.isEmpty ? [] : [texts[$0].bands[band]] }
        }
        let passages = Postings(texts.count) { texts[$0].fingerprints }
        var tally = NeighbourTally(texts.count)
        for text in texts.indices {
            passages.eachNeighbour(of: text) { tally.add($0) }
            let near = tally.take { neighbour, count in
                Double(count) >= Self.passages(texts[text], texts[neighbour]) ? neighbour : nil
            }
            for band in bands { band.eachNeighbour(of: text) { tally.add($0) } }
            let similar = tally.take { neighbour, _ in neighbour }
            pairs += Set(near + similar).sorted().map { (text, $0) }
        }
    }

    private static func passages(_ one: ComparedText, _ other: ComparedText) -> Double {
        max(1, leastPassages * Double(min(one.fingerprints.count, other.fingerprints.count)))
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

    /// What `choose` makes of the neighbours and their counts, and begins anew.
    mutating func take(_ choose: (Int, UInt16) -> Int?) -> [Int] {
        let chosen = met.compactMap { choose($0, counts[$0]) }
        for neighbour in met { counts[neighbour] = 0 }
        met.removeAll(keepingCapacity: true)
        return chosen
    }
}
