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

    func words(in span: TextSpan) -> [Word] {
        var words: [Word] = []
        var scalars = Cursor(text, span)
        while let scalar = scalars.next {
            let start = scalars.offset
            if scalar == " " || !scalar.isWordScalar && scalar.properties.isWhitespace {
                scalars.advance()
            } else if scalar.isWordScalar {
                scalars.advanceWord()
                words.append(Word(span: TextSpan(start, scalars.offset), isMark: false))
            } else {
                scalars.advance()
                words.append(Word(span: TextSpan(start, scalars.offset), isMark: true))
            }
        }
        return words
    }
}

/// Walks the scalars of a span with one scalar of look-ahead on either side.
struct Cursor {
    private let scalars: Substring.UnicodeScalarView
    private var index: Substring.UnicodeScalarView.Index
    private(set) var offset: Int
    private(set) var previous: Unicode.Scalar?

    init(_ text: SourceText, _ span: TextSpan) {
        scalars = text[span].unicodeScalars
        index = scalars.startIndex
        offset = span.start
    }

    var next: Unicode.Scalar? { index < scalars.endIndex ? scalars[index] : nil }

    var afterNext: Unicode.Scalar? {
        guard index < scalars.endIndex else { return nil }
        let after = scalars.index(after: index)
        return after < scalars.endIndex ? scalars[after] : nil
    }

    mutating func advance() {
        guard let scalar = next else { return }
        previous = scalar
        offset += UTF8.width(scalar)
        index = scalars.index(after: index)
    }

    mutating func advanceWord() {
        while let scalar = next {
            guard scalar.isWordScalar || joins(scalar) else { return }
            advance()
        }
    }

    /// Whether a mark holds two letters together, or closes an abbreviation of single letters such as `U.S.`.
    private func joins(_ scalar: Unicode.Scalar) -> Bool {
        if "-’'&".unicodeScalars.contains(scalar) { return afterNext?.isWordScalar == true }
        guard scalar == "." else { return false }
        return afterNext?.isWordScalar == true || isInitial
    }

    /// Whether the letter just read is a capital of its own, `F.`, or the last of several, `U.S.`: its full stop is part of it.
    private var isInitial: Bool {
        let read = scalars[..<index].suffix(2)
        guard read.last?.properties.isUppercase == true else { return false }
        return read.count == 1 || read.first.map { !$0.isWordScalar && $0 != "-" } == true
    }
}

extension Unicode.Scalar {
    /// A letter, a digit or an accent on one; ASCII is told without a look at the Unicode tables.
    var isWordScalar: Bool {
        if isASCII { return value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26 }
        return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
    }
}
