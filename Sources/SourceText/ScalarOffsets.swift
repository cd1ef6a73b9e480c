/// Converts UTF-8 offsets of one text to offsets in Unicode scalars, in which the exchange format counts.
///
/// Building it reads the text once; a conversion then reads at most 256 bytes. Text that is all ASCII needs no table.
package struct ScalarOffsets: Sendable {
    private static let stride = 256
    private let text: SourceText
    private let scalarsBeforeBlock: [Int]

    package init(_ text: SourceText) {
        self.text = text
        var counts: [Int] = []
        var scalars = 0
        var offset = 0
        for byte in text.string.utf8 {
            if offset % Self.stride == 0 { counts.append(scalars) }
            if byte & 0b1100_0000 != 0b1000_0000 { scalars += 1 }
            offset += 1
        }
        counts.append(scalars)
        scalarsBeforeBlock = scalars == offset ? [] : counts
    }

    /// How many scalars begin before the UTF-8 offset `offset`.
    package func scalars(before offset: Int) -> Int {
        guard !scalarsBeforeBlock.isEmpty else { return offset }
        let block = offset / Self.stride
        let rest = text.string.utf8[text.index(block * Self.stride)..<text.index(offset)]
        return rest.reduce(into: scalarsBeforeBlock[block]) { count, byte in
            if byte & 0b1100_0000 != 0b1000_0000 { count += 1 }
        }
    }

    /// `span` counted in scalars.
    package func scalars(_ span: TextSpan) -> TextSpan {
        TextSpan(scalars(before: span.start), scalars(before: span.end))
    }
}
