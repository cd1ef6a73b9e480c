/// Keys by which texts are told that may be near: two texts of Jaccard similarity `s` over their shingles have at least one of
/// the 32 in common with the probability `1 − (1 − s³)³²`, .986 at .5 and .9995 at .6.
///
/// Locality-sensitive hashing over MinHash (Broder 1997; Indyk and Motwani 1998). The 96 minima come from few hashes of each
/// shingle instead of 96: *Fast Similarity Sketching* (Dahlgaard, Knudsen and Thorup 2017) hashes the set in rounds until all
/// minima are filled, mostly one or two for an article. Expected cost `O(n + k log k)` for `n` shingles and `k` minima.
enum SimilaritySketch {
    static let bands = 32
    private static let rows = 3
    private static let size = bands * rows

    /// A key for each band; none for a text without shingles.
    static func keys(of shingles: [UInt64]) -> [UInt32] {
        guard !shingles.isEmpty else { return [] }
        let minima = minima(of: shingles)
        return (0..<bands).map { band in
            var key = UInt64(band)
            for row in 0..<rows { key = (key ^ minima[band * rows + row]).mixed }
            return UInt32(truncatingIfNeeded: key)
        }
    }

    /// For each of the 96 places the round in which it was filled, above the least hash that fell there in it.
    private static func minima(of shingles: [UInt64]) -> [UInt64] {
        var minima = [UInt64](repeating: .max, count: size)
        var empty = size
        for round in 0..<UInt64(2 * size) where empty > 0 {
            let salt = round &* 0x9E37_79B9_7F4A_7C15
            for shingle in shingles {
                let hash = ((shingle | 1) &+ salt).mixed
                let place = round < UInt64(size) ? Int(((hash >> 32) &* UInt64(size)) >> 32) : Int(round) - size
                let value = round << 32 | hash & 0xFFFF_FFFF
                if value < minima[place] {
                    if minima[place] == .max { empty -= 1 }
                    minima[place] = value
                }
            }
        }
        return minima
    }
}
