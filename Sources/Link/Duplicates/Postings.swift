/// Which texts have a key in common: all pairs of key and text, sorted, and for each text the places of its keys.
///
/// Texts are numbers from 0. What many texts have in common is looked at by neighbours only, so that cost stays linear in the
/// number of keys: of the texts with a key, each meets the next 64 by number.
struct Postings {
    static let farthest = 64

    /// Key above text.
    private var pairs: [UInt64] = []
    private var places: [UInt32] = []
    private var starts: [UInt32] = []

    /// - Parameter keys: of each text; the same key twice in one text counts once if the two stand side by side.
    init(_ count: Int, _ keys: (Int) -> [UInt32]) {
        for text in 0..<count {
            for key in keys(text) { pairs.append(UInt64(key) << 32 | UInt64(text)) }
        }
        pairs = pairs.sorted(byBits: 32..<64)
        starts = [UInt32](repeating: 0, count: count + 2)
        for pair in pairs { starts[Int(pair & 0xFFFF_FFFF) + 2] += 1 }
        for text in starts.indices.dropFirst() { starts[text] += starts[text - 1] }
        places = [UInt32](repeating: 0, count: pairs.count)
        for (place, pair) in pairs.enumerated() {
            let text = Int(pair & 0xFFFF_FFFF)
            places[Int(starts[text + 1])] = UInt32(place)
            starts[text + 1] += 1
        }
    }

    /// Hands over every text behind `text` by number that has a key in common with it, once for each such key.
    @inline(__always)
    func eachNeighbour(of text: Int, _ take: (Int) -> Void) {
        for index in starts[text]..<starts[text + 1] {
            let place = Int(places[Int(index)])
            let key = pairs[place] >> 32
            var next = place + 1
            while next < pairs.count, next <= place + Self.farthest, pairs[next] >> 32 == key {
                let neighbour = Int(pairs[next] & 0xFFFF_FFFF)
                if neighbour != text { take(neighbour) }
                next += 1
            }
        }
    }
}
