/// Word vectors of a larger model, by the id of a word's text.
struct StaticVectors: Sendable {
    static let width = 300

    private let keys: MappedNumbers<UInt64>
    private let rows: MappedNumbers<Int32>
    private let values: MappedNumbers<Float>

    /// Nil when the model has none.
    init?(_ file: ModelFile) throws(ModelError) {
        guard file.has("vectors.keys") else { return nil }
        keys = try file.numbers("vectors.keys", of: UInt64.self)
        rows = try file.numbers("vectors.rows", of: Int32.self, count: keys.count)
        values = try file.numbers("vectors.values", of: Float.self)
        let count = Int32(values.count / Self.width)
        guard values.count % Self.width == 0, (0..<rows.count).allSatisfy({ rows[$0] >= 0 && rows[$0] < count }) else {
            throw file.invalid("vectors.rows")
        }
    }

    /// The vector of a word; nil when the model knows none. Logarithmic in the number of words.
    func vector(of id: UInt64) -> UnsafePointer<Float>? {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < id { low = middle + 1 } else { high = middle }
        }
        guard low < keys.count, keys[low] == id else { return nil }
        return values.pointer + Int(rows[low]) * Self.width
    }
}
