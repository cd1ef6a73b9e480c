/// The similarity of Jaro with the prefix bonus of Winkler (1990, "String Comparator Metrics and Enhanced Decision Rules in the
/// Fellegi-Sunter Model of Record Linkage"), 0 to 1, made for names with slips of the pen. Quadratic in the names' length.
enum JaroWinkler {
    static func similarity(_ one: String, _ other: String) -> Double {
        let (a, b) = (Array(one.utf8), Array(other.utf8))
        guard !a.isEmpty, !b.isEmpty else { return a.isEmpty && b.isEmpty ? 1 : 0 }
        let (matchedA, matchedB) = matches(a, b)
        let count = Double(matchedA.count)
        guard count > 0 else { return 0 }
        let transposed = Double(zip(matchedA, matchedB).count { $0 != $1 }) / 2
        let jaro = (count / Double(a.count) + count / Double(b.count) + (count - transposed) / count) / 3
        let prefix = Double(min(4, zip(a, b).prefix { $0 == $1 }.count))
        return jaro + prefix * 0.1 * (1 - jaro)
    }

    /// The letters that both have within half the length of the longer, in the order of each.
    private static func matches(_ a: [UInt8], _ b: [UInt8]) -> ([UInt8], [UInt8]) {
        let reach = max(0, max(a.count, b.count) / 2 - 1)
        var taken = [Bool](repeating: false, count: b.count)
        var matched: [UInt8] = []
        for (place, letter) in a.enumerated() {
            let end = min(b.count, place + reach + 1)
            let range = min(end, max(0, place - reach))..<end
            guard let found = range.first(where: { !taken[$0] && b[$0] == letter }) else { continue }
            taken[found] = true
            matched.append(letter)
        }
        return (matched, b.indices.filter { taken[$0] }.map { b[$0] })
    }
}
