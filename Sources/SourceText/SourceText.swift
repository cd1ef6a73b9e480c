/// A text that never changes after it was read, addressed by UTF-8 offsets.
package struct SourceText: Hashable, Sendable {
    package let string: String
    package let utf8Count: Int

    /// Takes over `string`, made contiguous so that every slice by offset costs constant time.
    package init(_ string: String) {
        var string = string
        string.makeContiguousUTF8()
        self.string = string
        self.utf8Count = string.utf8.count
    }

    package var span: TextSpan { TextSpan(0, utf8Count) }

    /// The words under `span`.
    ///
    /// - Precondition: ``holds(_:)`` is true of the span; spans from elsewhere are asked first.
    package subscript(span: TextSpan) -> Substring { string[index(span.start)..<index(span.end)] }

    /// Whether `span` lies inside the text with both ends on the border of a Unicode scalar.
    package func holds(_ span: TextSpan) -> Bool {
        guard 0 <= span.start, span.start <= span.end, span.end <= utf8Count else { return false }
        return isScalarBorder(span.start) && isScalarBorder(span.end)
    }

    /// The byte at `offset`, nil outside the text.
    package func byte(at offset: Int) -> UInt8? {
        guard 0 <= offset, offset < utf8Count else { return nil }
        return string.utf8.span[offset]
    }

    /// `span` without the white space at its two ends; empty at its start when nothing else is in it.
    package func trimmed(_ span: TextSpan) -> TextSpan {
        let bytes = string.utf8.span
        var (start, end) = (span.start, span.end)
        while start < end, let scalar = bytes.scalar(at: start), scalar.isWhiteSpace { start += UTF8.width(scalar) }
        while start < end, let scalar = bytes.scalar(before: end), scalar.isWhiteSpace { end -= UTF8.width(scalar) }
        return TextSpan(start < end ? start : span.start, start < end ? end : span.start)
    }

    package func index(_ offset: Int) -> String.Index { string.utf8.index(string.startIndex, offsetBy: offset) }

    private func isScalarBorder(_ offset: Int) -> Bool {
        guard let byte = byte(at: offset) else { return true }
        return byte & 0b1100_0000 != 0b1000_0000
    }
}

extension Unicode.Scalar {
    /// As the property `White_Space` has it; ASCII is told without a look at the tables.
    package var isWhiteSpace: Bool { value < 0x80 ? value == 0x20 || value &- 0x09 < 5 : properties.isWhitespace }
}
