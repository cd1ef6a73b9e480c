import CKernels

/// A hash embedding: the vector of a feature is the sum of four rows, chosen by MurmurHash3 x64-128 of its 64-bit id
/// (Serrà and Karatzoglou 2017; Miranda et al. 2022).
struct HashEmbedding: Sendable {
    let feature: Lexeme.Feature
    private let seed: UInt64
    private let rows: UInt32
    private let width: Int
    private let table: MappedNumbers<Float>

    init(
        _ name: String, feature: Lexeme.Feature, seed: UInt64, rows: Int, width: Int, in file: ModelFile
    ) throws(ModelError) {
        self.feature = feature
        self.seed = seed
        self.rows = UInt32(clamping: rows)
        self.width = width
        guard rows > 0, rows < 1 << 24 else { throw file.invalid(name) }
        table = try file.numbers(name, of: Float.self, count: rows * width)
    }

    func embed(_ value: UInt64, _ kernels: kernels, to output: UnsafeMutablePointer<Float>) {
        var rows = Self.rows(of: value, seed: seed, count: self.rows)
        withUnsafePointer(to: &rows) { pointer in
            pointer.withMemoryRebound(to: UInt32.self, capacity: 4) {
                kernels.sum_rows(table.pointer, $0, width, output)
            }
        }
    }

    /// The four rows of a table of `count`.
    static func rows(of value: UInt64, seed: UInt64, count: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
        var h1 = value &* 0x87C3_7B91_1142_53D5
        h1 = (h1 << 31) | (h1 >> 33)
        h1 = (h1 &* 0x4CF5_AD43_2745_937F) ^ seed ^ 8
        var h2 = seed ^ 8
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        (h1, h2) = (mixed(h1), mixed(h2))
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        func row(_ bits: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: bits) % count }
        return (row(h1), row(h1 >> 32), row(h2), row(h2 >> 32))
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var k = value
        k = (k ^ (k >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        k = (k ^ (k >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return k ^ (k >> 33)
    }
}
