import DemarcheSourceText

/// Cuts a stretch of text into words: runs of letters and digits, of at least two bytes; what follows an apostrophe stands alone.
///
/// Bytes are enough to tell words apart: outside ASCII only the signs of Latin-1 and of General Punctuation part them. Linear
/// in the stretch.
struct WordScanner {
    /// Hands over where each word stands, with whether it is written as a name: with a capital, and not at the head of a sentence.
    static func scan(_ text: SourceText, _ span: TextSpan, _ take: (TextSpan, Bool) -> Void) {
        let bytes = text.string.utf8.span
        var (offset, opensSentence) = (span.start, true)
        while offset < span.end {
            let width = partingWidth(bytes, offset)
            guard width == 0 else {
                if endsSentence(bytes[offset]) { opensSentence = true }
                offset += width
                continue
            }
            var end = offset
            while end < span.end, partingWidth(bytes, end) == 0 { end += 1 }
            if end - offset > 1 { take(TextSpan(offset, end), isCapital(bytes[offset]) && !opensSentence) }
            opensSentence = false
            offset = end
        }
    }

    /// How many bytes of what parts words begin here; 0 within a word.
    private static func partingWidth(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
        switch bytes[offset] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: 0
        case ..<0x80: 1
        case 0xC2: min(2, bytes.count - offset)
        case 0xE2 where offset + 2 < bytes.count && bytes[offset + 1] <= 0x81: 3
        default: 0
        }
    }

    private static func endsSentence(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
            || byte == UInt8(ascii: "\n")
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
