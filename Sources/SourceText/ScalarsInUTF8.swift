/// Unicode scalars read from valid UTF-8 by the offset of their first byte.
extension Span where Element == UInt8 {
    /// The scalar that begins at `offset`, nil at the end.
    package func scalar(at offset: Int) -> Unicode.Scalar? {
        guard offset < count else { return nil }
        let first = self[offset]
        if first < 0x80 { return Unicode.Scalar(first) }
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (0x7F >> UInt32(width))
        for next in offset + 1..<Swift.min(offset + width, count) { value = value << 6 | UInt32(self[next] & 0x3F) }
        return Unicode.Scalar(value)
    }

    /// The scalar that ends before `offset`, nil at the beginning.
    package func scalar(before offset: Int) -> Unicode.Scalar? {
        guard offset > 0 else { return nil }
        var start = offset - 1
        while start > 0, self[start] & 0b1100_0000 == 0b1000_0000 { start -= 1 }
        return scalar(at: start)
    }
}
