/// Finds for each of a row of vectors those before it that may be like it, by the rare terms that they share.
///
/// An inverted index over the heaviest terms, of which only the latest entries are read: a vector costs about the same however
/// many stand before it, at most ``termsRead`` × ``entriesRead`` sums. Vectors that follow each other in time meet; the same
/// words after thousands of others need not. ``StoryUpdate`` finds the same for single articles.
struct NeighbourSearch {
    /// Terms of a vector that are looked up, entries read of each, and candidates kept. Three times as many of each changed
    /// B-cubed F1 on the development data by less than .01; half as many entries by nothing.
    static let termsRead = 20
    static let entriesRead = 100
    static let mostNeighbours = 20

    /// By term, the vectors that have it among their heaviest, with its weight in them.
    private var index: [[Weighed]]
    /// By vector, what it shares with the one at hand; nothing between vectors.
    private var scores: [Float]

    private init(_ vectors: [TermVector]) {
        let last = vectors.lazy.compactMap(\.terms.last).max() ?? -1
        index = [[Weighed]](repeating: [], count: Int(last) + 1)
        scores = [Float](repeating: 0, count: vectors.count)
    }

    /// By vector, those before it that share most, with how much, the most first; of equals the first.
    static func neighbours(_ vectors: [TermVector]) -> [[Weighed]] {
        var search = NeighbourSearch(vectors)
        return vectors.indices.map { search.add(vectors[$0], $0) }
    }

    /// The terms by which a vector is found, in order, so that what two share is summed in one order from either side.
    static func keys(_ vector: TermVector) -> [Weighed] {
        vector.heaviest(termsRead).sorted { $0.number < $1.number }
    }

    private mutating func add(_ vector: TermVector, _ number: Int) -> [Weighed] {
        var met: [Int32] = []
        for term in Self.keys(vector) {
            for entry in index[Int(term.number)].suffix(Self.entriesRead) {
                if scores[Int(entry.number)] == 0 { met.append(entry.number) }
                scores[Int(entry.number)] += term.weight * entry.weight
            }
            index[Int(term.number)].append(Weighed(number: Int32(number), weight: term.weight))
        }
        return best(of: met)
    }

    private mutating func best(of met: [Int32]) -> [Weighed] {
        var best = Heaviest(Self.mostNeighbours)
        for other in met {
            best.offer(Weighed(number: other, weight: scores[Int(other)]))
            scores[Int(other)] = 0
        }
        return best.kept
    }
}

/// Two numbers, the smaller first.
struct Pair: Hashable, Comparable, Sendable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
        first = min(one, other)
        second = max(one, other)
    }

    static func < (left: Pair, right: Pair) -> Bool { (left.first, left.second) < (right.first, right.second) }
}
