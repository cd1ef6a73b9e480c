/// Letters, words and white space as Python's `re` and `str` have them, in which the published figures were measured.
extension Unicode.Scalar {
    /// Whether `[^\W_]` matches it: a letter, or anything with a numeric value.
    package var isPythonWord: Bool {
        if isASCII { return (value | 0x20) &- 0x61 < 26 || value &- 0x30 < 10 }
        guard isInUnicode14 else { return false }
        if properties.numericType != nil { return true }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    /// What `str.strip` takes off: the property `White_Space` and the four information separators.
    var isPythonSpace: Bool { properties.isWhitespace || value &- 0x1C < 4 }

    /// In lower case by itself. Greek sigma at the end of a word stays `σ`, which no English word list can tell.
    var pythonLower: String { isInUnicode14 ? properties.lowercaseMapping : String(self) }

    /// Whether Unicode 14 had it, whose tables Python 3.11 holds.
    private var isInUnicode14: Bool { properties.age.map { $0.major <= 14 } ?? false }
}

/// The words of a text: the matches of `[^\W_]+` as ranges of scalars. Linear in the length of the text.
package enum PythonWords {
    package static func ranges(in scalars: some RandomAccessCollection<Unicode.Scalar>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for (offset, scalar) in scalars.enumerated() {
            if scalar.isPythonWord {
                start = start ?? offset
            } else if let first = start {
                words.append(first..<offset)
                start = nil
            }
        }
        if let start { words.append(start..<scalars.count) }
        return words
    }

    /// The words of `text` in lower case. Lower case comes first, since `İ` becomes two scalars that part a word.
    static func lowercased(_ text: some Sequence<Unicode.Scalar>) -> [String] {
        let lower = text.map(\.pythonLower).joined().unicodeScalars
        let scalars = Array(lower)
        return ranges(in: scalars).map { word in
            String(String.UnicodeScalarView(scalars[word]))
        }
    }
}
