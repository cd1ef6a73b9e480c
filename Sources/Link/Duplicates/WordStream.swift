import DemarcheSourceText

/// The words of an article's text as hashes, in the order of the text, and which of them stand between quotation marks.
///
/// A word is a run of letters and digits, whatever their case; apostrophes are passed over, so that `don’t` and `don't` are one
/// word. In scripts without spaces every sign is a word.
struct WordStream {
    private(set) var words: [UInt64] = []
    private(set) var isQuoted: [Bool] = []
    private var word = Self.empty
    private var quotes = false

    private static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes over the words of one block. Linear in its bytes.
    ///
    /// - Parameter isQuotation: all of the block is somebody's words.
    mutating func read(_ bytes: Span<UInt8>, _ span: TextSpan, isQuotation: Bool) {
        quotes = isQuotation
        var offset = span.start
        while offset < span.end {
            let byte = bytes[offset]
            if byte >= 0x80 {
                guard let scalar = bytes.scalar(at: offset) else { break }
                take(scalar, isQuotation: isQuotation)
                offset += UTF8.width(scalar)
            } else {
                if byte == UInt8(ascii: "\""), !isQuotation {
                    end()
                    quotes = offset == span.start || Self.opens(behind: bytes[offset - 1])
                } else {
                    take(byte)
                }
                offset += 1
            }
        }
        end()
    }

    private mutating func take(_ byte: UInt8) {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 {
            add(lower)
        } else if byte &- 0x30 < 10 {
            add(byte)
        } else if byte != UInt8(ascii: "'") {
            end()
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar, isQuotation: Bool) {
        switch scalar {
        case "\u{2019}", "\u{AD}", "\u{200B}"..."\u{200F}": return
        case "“", "„", "«": end(quotes: true)
        case "”", "»": end(quotes: isQuotation)
        case let sign where sign.standsAlone:
            end()
            add(sign)
            end()
        case let letter where letter.properties.isAlphabetic || letter.properties.generalCategory == .decimalNumber:
            letter.properties.lowercaseMapping.unicodeScalars.forEach { add($0) }
        case let mark where mark.properties.generalCategory == .nonspacingMark: add(mark)
        default: end()
        }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        UTF8.encode(scalar)?.forEach { add($0) }
    }

    /// FNV-1a (Fowler, Noll and Vo).
    private mutating func add(_ byte: UInt8) { word = (word ^ UInt64(byte)) &* 0x100_0000_01B3 }

    private mutating func end(quotes: Bool) {
        end()
        self.quotes = quotes
    }

    private mutating func end() {
        guard word != Self.empty else { return }
        words.append(word)
        isQuoted.append(quotes)
        word = Self.empty
    }

    /// Whether a straight quotation mark behind this byte opens a quotation.
    private static func opens(behind byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
    }
}

extension Unicode.Scalar {
    /// Whether it is a sign of a script that puts no spaces between words: Han, Kana, Thai, Lao and Khmer.
    fileprivate var standsAlone: Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1780...0x17FF, 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0x2_0000...0x3_FFFF:
            true
        default: false
        }
    }
}
