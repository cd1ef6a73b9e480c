/// Of the shingles of a text a part that any other text with the same passage has too: at least one of every sixteen in a row.
///
/// Winnowing (Schleimer, Wilkerson and Aiken 2003): of each window the least hash. So a passage of twenty words or more that
/// stands in two texts gives both a fingerprint in common, whether they have paragraphs or not. About an eighth of the shingles
/// are kept. Words between quotation marks are passed over: many may quote one speaker.
enum Fingerprints {
    private static let window = 16

    /// Each once, in ascending order.
    static func of(_ shingles: [UInt64]) -> [UInt32] {
        let own = shingles.filter { $0 & 1 == 0 }
        guard !own.isEmpty else { return [] }
        var chosen: [UInt32] = []
        var least = -1
        for end in min(window, own.count) - 1..<own.count {
            let start = max(0, end - window + 1)
            if least < start {
                least = start
                for place in start...end where own[place] <= own[least] { least = place }
            } else if own[end] <= own[least] {
                least = end
            } else {
                continue
            }
            chosen.append(UInt32(truncatingIfNeeded: own[least] >> 1))
        }
        return chosen.sortedOnce()
    }
}
