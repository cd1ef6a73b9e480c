import DemarcheAnnotate
import DemarcheSourceText

/// A word, a mark, or a whole quotation, as the patterns see a paragraph.
struct Element: Sendable {
    enum Kind: Sendable { case word, mark, quotation(Int) }

    let kind: Kind
    let span: TextSpan
    /// A word in lower case with a straight apostrophe; a mark as it stands; for a quotation, empty.
    let lower: String
    /// What the patterns know of the word.
    let kinds: WordKinds
    /// Whether the first letter of the word is a capital.
    let isCapitalized: Bool

    init(quotation: Int, _ span: TextSpan) {
        kind = .quotation(quotation)
        self.span = span
        lower = ""
        kinds = []
        isCapitalized = false
    }

    init(_ word: Word, in bytes: Span<UInt8>, _ table: WordKinds.Table) {
        kind = word.isMark ? .mark : .word
        span = word.span
        lower = word.isMark ? Self.text(word.span, bytes) : Self.lower(word.span, bytes)
        kinds = word.isMark ? [] : table[lower]
        isCapitalized = !word.isMark && bytes.scalar(at: word.span.start)?.isCapital == true
    }

    var isWord: Bool { if case .word = kind { true } else { false } }
    var isMark: Bool { if case .mark = kind { true } else { false } }
    var quotation: Int? { if case .quotation(let index) = kind { index } else { nil } }
    var isComma: Bool { isMark && lower == "," }
    var isDash: Bool { isMark && (lower == "—" || lower == "–" || lower == "-") }

    private static func text(_ span: TextSpan, _ bytes: Span<UInt8>) -> String {
        String(unsafeUninitializedCapacity: span.count) { buffer in
            for index in 0..<span.count { buffer[index] = bytes[span.start + index] }
            return span.count
        }
    }

    private static func lower(_ span: TextSpan, _ bytes: Span<UInt8>) -> String {
        var isASCII = true
        let text = String(unsafeUninitializedCapacity: span.count) { buffer in
            for index in 0..<span.count {
                let byte = bytes[span.start + index]
                isASCII = isASCII && byte < 0x80
                buffer[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
            }
            return span.count
        }
        return isASCII ? text : text.lowercased().replacing("’", with: "'")
    }
}

extension Unicode.Scalar {
    fileprivate var isCapital: Bool { isASCII ? value &- 0x41 < 26 : properties.isUppercase }
}
