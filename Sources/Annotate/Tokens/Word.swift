package import DemarcheSourceText

/// A word, a number or a mark, by its place in the text.
package struct Word: Hashable, Sendable {
    package let span: TextSpan
    package let isMark: Bool
}

/// Parts words and marks. Hyphens, apostrophes and the full stops of abbreviations stay inside a word: `Secretary-General`,
/// `Russia’s`, `U.S.`. One pass over the bytes of the span.
struct WordScanner {
    let text: SourceText

    /// Adds the words of `span` to `words`.
    func scan(_ span: TextSpan, into words: inout [Word]) {
        let bytes = text.string.utf8.span
        var offset = span.start
        while offset < span.end, let scalar = bytes.scalar(at: offset) {
            let start = offset
            offset += UTF8.width(scalar)
            if scalar.isWhiteSpace { continue }
            if scalar.isWordScalar { offset = wordEnd(bytes, start, span) }
            words.append(Word(span: TextSpan(start, offset), isMark: !scalar.isWordScalar))
        }
    }

    private func wordEnd(_ bytes: Span<UInt8>, _ start: Int, _ span: TextSpan) -> Int {
        var offset = start
        while offset < span.end {
            let byte = bytes[offset]
            if Self.isASCIIWord(byte) {
                offset += 1
            } else {
                guard let scalar = bytes.scalar(at: offset),
                    scalar.isWordScalar || joins(scalar, bytes, offset, span)
                else { return offset }
                offset += UTF8.width(scalar)
            }
        }
        return offset
    }

    private static func isASCIIWord(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

    /// Whether a mark holds two letters together, or closes an abbreviation of single letters such as `U.S.`.
    private func joins(_ scalar: Unicode.Scalar, _ bytes: Span<UInt8>, _ offset: Int, _ span: TextSpan) -> Bool {
        let next = offset + UTF8.width(scalar)
        let isFollowed = next < span.end && bytes.scalar(at: next)?.isWordScalar == true
        switch scalar {
        case "-", "’", "'", "&": return isFollowed
        case ".": return isFollowed || isInitial(bytes, offset, span)
        default: return false
        }
    }

    /// Whether the letter before `offset` is a capital of its own, `F.`, or the last of several, `U.S.`: its full stop is
    /// part of it.
    private func isInitial(_ bytes: Span<UInt8>, _ offset: Int, _ span: TextSpan) -> Bool {
        guard offset > span.start, let letter = bytes.scalar(before: offset), letter.properties.isUppercase else {
            return false
        }
        let start = offset - UTF8.width(letter)
        guard start > span.start, let before = bytes.scalar(before: start) else { return true }
        return !before.isWordScalar && before != "-"
    }
}

extension Unicode.Scalar {
    /// A letter, a digit or an accent on one; ASCII and general punctuation are told without a look at the
    /// Unicode tables.
    var isWordScalar: Bool {
        if isASCII { return value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26 }
        if (0x2000..<0x2070).contains(value) { return false }
        return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
    }
}
