import DemarcheRecords

/// One gzip member of a file that packs each record by itself, so that a damaged one costs only its record.
final class GzipMember: ByteSource {
    private let raw: ByteReader
    private let budget: UnpackingBudget
    private let decompressor = Compression.gzip.decompressor()
    /// Where the member begins in the file.
    let offset: Int
    /// Whether it ends before its end.
    private(set) var isDamaged = false
    /// Whether its bytes are no gzip data or do not fit their checksum; where the file ends early, they may yet be right.
    private(set) var isCorrupt = false
    private var isDone = false

    /// - Parameter budget: past it the member ends as if it were damaged.
    init(_ raw: ByteReader, _ budget: UnpackingBudget) {
        self.raw = raw
        self.budget = budget
        offset = raw.offset
    }

    func next() -> [UInt8] {
        while !isDone {
            if budget.isExceeded(by: raw.offset) || raw.available.isEmpty && !raw.fill() {
                (isDamaged, isDone) = (true, true)
                break
            }
            let piece = decompress()
            if !piece.isEmpty { return piece }
        }
        return []
    }

    private func decompress() -> [UInt8] {
        var step = DecompressionStep(used: 0, given: 0, isEnd: false, isDamaged: false)
        let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { output, count in
            step = raw.available.withUnsafeBytes { decompressor.step($0, UnsafeMutableRawBufferPointer(output)) }
            count = step.given
        }
        raw.drop(step.used)
        budget.add(step.given)
        isCorrupt = step.isDamaged
        isDamaged = step.isDamaged || (step.used == 0 && step.given == 0 && !step.isEnd)
        isDone = isDamaged || step.isEnd
        return piece
    }
}
