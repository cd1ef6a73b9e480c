extension Array where Element: FixedWidthInteger & UnsignedInteger & BitwiseCopyable {
    /// In the order of some of their bits, those of equal bits as they stand: by radix, eight bits at a time (Knuth, *The Art of
    /// Computer Programming* 3, 5.2.5). Linear; from some hundreds on faster than comparing.
    ///
    /// - Parameter bits: from the lowest; eight times as many as there are passes.
    func sorted(byBits bits: Range<Int>) -> [Element] {
        var (values, ordered) = (self, self)
        for shift in stride(from: bits.lowerBound, to: bits.upperBound, by: 8) {
            Self.place(values.span, in: ordered.mutableSpan, by: Element(shift))
            swap(&values, &ordered)
        }
        return values
    }

    /// Puts values in the order of eight of their bits, those of equal bits as they stand.
    private static func place(_ values: Span<Element>, in ordered: consuming MutableSpan<Element>, by shift: Element) {
        var starts = InlineArray<256, Int>(repeating: 0)
        for index in values.indices { starts[Int(truncatingIfNeeded: values[index] &>> shift) & 0xFF] += 1 }
        var sum = 0
        for digit in starts.indices { (starts[digit], sum) = (sum, sum + starts[digit]) }
        for index in values.indices {
            let digit = Int(truncatingIfNeeded: values[index] &>> shift) & 0xFF
            ordered[starts[digit]] = values[index]
            starts[digit] += 1
        }
    }
}
