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
        return string.utf8[index(offset)]
    }

    /// `span` without the white space at its two ends; empty at its start when nothing else is in it.
    package func trimmed(_ span: TextSpan) -> TextSpan {
        let scalars = self[span].unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return TextSpan(span.start, span.start) }
        let end = scalars.index(after: last)
        return TextSpan(first.utf8Offset(of: string), end.utf8Offset(of: string))
    }

    package func index(_ offset: Int) -> String.Index { string.utf8.index(string.startIndex, offsetBy: offset) }

    private func isScalarBorder(_ offset: Int) -> Bool {
        guard let byte = byte(at: offset) else { return true }
        return byte & 0b1100_0000 != 0b1000_0000
    }
}

extension String.Index {
    fileprivate func utf8Offset(of string: String) -> Int {
        string.utf8.distance(from: string.startIndex, to: self)
    }
}
