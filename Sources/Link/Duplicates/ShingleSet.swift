/// The distinct shingles of a text in little memory, to be compared with those of another: their last 22 bits in ascending order,
/// as gaps, about two bytes each.
///
/// Two sets of 600 shingles have by chance 0.1 of these in common that differ as words, sets of 5,000 six.
struct ShingleSet: Sendable {
    private static let bits: UInt64 = 22

    /// Gap after gap in groups of seven bits, the lowest first; the lowest bit of all tells words between quotation marks.
    let gaps: [UInt8]
    let count: Int
    /// How many are not wholly between quotation marks.
    let ownCount: Int

    init(gaps: [UInt8], count: Int, ownCount: Int) { (self.gaps, self.count, self.ownCount) = (gaps, count, ownCount) }

    /// Linear in the number of shingles.
    init(_ shingles: [UInt64]) {
        let sorted = Self.sorted(shingles)
        var gaps: [UInt8] = []
        gaps.reserveCapacity(sorted.count * 5 / 2)
        var (count, own, last, lastHash) = (0, 0, UInt32(0), UInt32.max)
        for value in sorted where value >> 1 != lastHash {
            lastHash = value >> 1
            var gap = (lastHash - last) << 1 | value & 1
            last = lastHash
            while gap >= 0x80 {
                gaps.append(UInt8(gap & 0x7F | 0x80))
                gap >>= 7
            }
            gaps.append(UInt8(gap))
            count += 1
            own += value & 1 == 0 ? 1 : 0
        }
        (self.gaps, self.count, ownCount) = (gaps, count, own)
    }

    /// In ascending order, the mark of quotation in the lowest bit, so that of a shingle both in and outside of quotation
    /// marks the latter comes first.
    var values: [UInt32] {
        var values: [UInt32] = []
        values.reserveCapacity(count)
        var (last, gap, shift) = (UInt32(0), UInt32(0), UInt32(0))
        for byte in gaps {
            gap |= UInt32(byte & 0x7F) << shift
            shift += 7
            guard byte < 0x80 else { continue }
            last += gap >> 1
            values.append(last << 1 | gap & 1)
            (gap, shift) = (0, 0)
        }
        return values
    }

    /// By radix, eight bits at a time: a text has hundreds of shingles, and counting them by twelve costs more than a third pass.
    private static func sorted(_ shingles: [UInt64]) -> [UInt32] {
        let mask = (UInt32(1) << UInt32(bits + 1)) - 1
        // The lowest bit marks quotation; hashes of words begin above it.
        var values = shingles.map { UInt32(truncatingIfNeeded: $0) & mask }
        var ordered = values
        for shift in [UInt32(0), 8, 16] {
            place(values.span, in: ordered.mutableSpan, by: shift)
            swap(&values, &ordered)
        }
        return values
    }

    /// Puts values in the order of eight of their bits, those of equal bits as they stand.
    private static func place(_ values: Span<UInt32>, in ordered: consuming MutableSpan<UInt32>, by shift: UInt32) {
        var starts = InlineArray<256, Int>(repeating: 0)
        for index in values.indices { starts[Int(values[index] >> shift & 0xFF)] += 1 }
        var sum = 0
        for digit in starts.indices { (starts[digit], sum) = (sum, sum + starts[digit]) }
        for index in values.indices {
            let digit = Int(values[index] >> shift & 0xFF)
            ordered[starts[digit]] = values[index]
            starts[digit] += 1
        }
    }
}
