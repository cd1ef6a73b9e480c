/// The distinct shingles of a text in little memory, to be compared with those of another: their last 22 bits, four bytes each.
///
/// Two sets of 600 shingles have by chance 0.1 of these in common that differ as words, sets of 5,000 six.
struct ShingleSet: Sendable {
    private static let bits: UInt64 = 22

    /// In ascending order, the mark of quotation in the lowest bit, so that of a shingle both in and outside of quotation
    /// marks the latter is kept.
    let values: [UInt32]
    /// How many are not wholly between quotation marks.
    let ownCount: Int

    var count: Int { values.count }

    /// Linear in the number of shingles.
    init(_ shingles: [UInt64]) { self.init(values: Self.sorted(shingles)) }

    /// - Parameter values: in ascending order; of those that differ in the mark of quotation alone the first is kept.
    private init(values: [UInt32]) {
        var (kept, own, last) = ([UInt32](), 0, UInt32.max)
        kept.reserveCapacity(values.count)
        for value in values where value >> 1 != last {
            last = value >> 1
            kept.append(value)
            own += value & 1 == 0 ? 1 : 0
        }
        (self.values, ownCount) = (kept, own)
    }

    private static func sorted(_ shingles: [UInt64]) -> [UInt32] {
        let mask = (UInt32(1) << UInt32(bits + 1)) - 1
        // The lowest bit marks quotation; hashes of words begin above it.
        return shingles.map { UInt32(truncatingIfNeeded: $0) & mask }.sorted(byBits: 0..<24)
    }
}

extension ShingleSet {
    /// The values as gaps in groups of seven bits, the lowest first: about two bytes each. The lowest bit of a gap is the mark of
    /// quotation.
    var packed: [UInt8] {
        var (bytes, last) = ([UInt8](), UInt32(0))
        bytes.reserveCapacity(values.count * 5 / 2)
        for value in values {
            var gap = (value >> 1 - last) << 1 | value & 1
            last = value >> 1
            while gap >= 0x80 {
                bytes.append(UInt8(gap & 0x7F | 0x80))
                gap >>= 7
            }
            bytes.append(UInt8(gap))
        }
        return bytes
    }

    /// - Parameter packed: what ``packed`` gave; other bytes give other values, perhaps not in order.
    init(packed: [UInt8]) {
        var values: [UInt32] = []
        var (last, gap, shift) = (UInt32(0), UInt32(0), UInt32(0))
        for byte in packed {
            gap |= UInt32(byte & 0x7F) << shift
            shift += 7
            guard byte < 0x80 else { continue }
            last &+= gap >> 1
            values.append(last << 1 | gap & 1)
            (gap, shift) = (0, 0)
        }
        self.init(values: values)
    }
}
