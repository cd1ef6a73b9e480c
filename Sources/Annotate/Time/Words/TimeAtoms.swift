import DemarcheSourceText

/// The smallest parts of an expression of time: a run of letters, a run of digits, or a mark.
///
/// They are finer than the tokens of the language engine, which keeps `1939–45`, `20th` and `August-24` whole.
struct TimeAtom: Sendable {
    enum Kind: Sendable { case letters, digits, mark }

    let kind: Kind
    let start: Int32
    let end: Int32
    /// The token in which it begins.
    let token: Int32
    /// Of digits their value, -1 where it has more than nine; of a mark its character, with `-` for all dashes of ranges,
    /// `_` for a dash between clauses, `'` and `"` for all such marks.
    let value: Int32
    let word: TimeWord?
    let isCapital: Bool
    /// Whether it begins where the one before it ends.
    let isGlued: Bool

    var count: Int { Int(end - start) }
}

/// A text cut into atoms. Made in one pass over its bytes.
struct TimeAtoms: Sendable {
    let text: SourceText
    private(set) var atoms: [TimeAtom] = []
    private(set) var hasTime = false

    init(_ text: SourceText, tokens: [Token]) {
        self.text = text
        atoms.reserveCapacity(text.utf8Count / 4)
        let bytes = text.string.utf8.span
        var (offset, token) = (0, 0)
        while offset < bytes.count {
            let start = offset
            let kind = Self.kind(bytes, &offset)
            while token + 1 < tokens.count, Int(tokens[token + 1].start) <= start { token += 1 }
            if let kind { append(kind, bytes, start..<offset, token) }
        }
    }

    /// What begins at `offset`, which moves behind it; nil for white space.
    private static func kind(_ bytes: Span<UInt8>, _ offset: inout Int) -> TimeAtom.Kind? {
        let first = bytes[offset]
        offset += 1
        if first == 0x20 || first &- 0x09 < 5 && first != 0x0A { return nil }
        if isDigit(first) {
            while offset < bytes.count, isDigit(bytes[offset]) { offset += 1 }
            return .digits
        }
        let isWord = isLetter(first)
        while offset < bytes.count, isWord && isLetter(bytes[offset]) || isInside(bytes[offset]) { offset += 1 }
        return isWord ? .letters : .mark
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    /// Letters of ASCII, and what begins a scalar above U+00BF but for the general punctuation.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0xC3 && byte != 0xE2
    }
    private static func isInside(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    private mutating func append(_ kind: TimeAtom.Kind, _ bytes: Span<UInt8>, _ range: Range<Int>, _ token: Int) {
        let word = kind == .letters && range.count <= 16 ? Self.word(bytes, range) : nil
        if word != nil || kind == .digits { hasTime = true }
        let value: Int32 =
            switch kind {
            case .letters: 0
            case .digits: range.count > 9 ? -1 : range.reduce(0) { $0 * 10 + Int32(bytes[$1] - 0x30) }
            case .mark: Int32(Self.mark(bytes, range))
            }
        let isCapital = bytes[range.lowerBound] &- 0x41 < 26
        let isGlued = atoms.last.map { Int($0.end) == range.lowerBound } ?? false
        atoms.append(
            TimeAtom(
                kind: kind, start: Int32(range.lowerBound), end: Int32(range.upperBound), token: Int32(token),
                value: value, word: word, isCapital: isCapital, isGlued: isGlued))
    }

    private static func word(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TimeWord? {
        var key: UInt128 = 0
        for offset in range { key = key << 8 | UInt128(bytes[offset] | 0x20) }
        return TimeWords.english[key]
    }

    private static func mark(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt8 {
        guard range.count == 3, bytes[range.lowerBound] == 0xE2, bytes[range.lowerBound + 1] == 0x80 else {
            return range.count == 1 ? bytes[range.lowerBound] : 0
        }
        switch bytes[range.lowerBound + 2] {
        case 0x90...0x93: return UInt8(ascii: "-")
        case 0x94, 0x95: return UInt8(ascii: "_")
        case 0x98, 0x99: return UInt8(ascii: "'")
        case 0x9C, 0x9D: return UInt8(ascii: "\"")
        default: return 0
        }
    }
}

extension TimeAtoms {
    var count: Int { atoms.count }

    /// Where a range of atoms stands in the text.
    func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(Int(atoms[range.lowerBound].start), Int(atoms[range.upperBound - 1].end))
    }

    /// What the word does in an expression; nil also for one that only begins a name.
    func word(_ index: Int) -> TimeWord? {
        guard index >= 0, index < atoms.count, atoms[index].word != .named else { return nil }
        return atoms[index].word
    }

    /// Whether the atom is this word, given in lower case.
    func isWord(_ index: Int, _ word: StaticString) -> Bool {
        guard index >= 0, index < atoms.count, atoms[index].kind == .letters,
            atoms[index].count == word.utf8CodeUnitCount
        else { return false }
        let bytes = text.string.utf8.span
        let start = Int(atoms[index].start)
        return word.withUTF8Buffer { letters in
            letters.indices.allSatisfy { bytes[start + $0] | 0x20 == letters[$0] }
        }
    }

    func isWord(_ index: Int, _ words: StaticString...) -> Bool { words.contains { isWord(index, $0) } }

    func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
        index >= 0 && index < atoms.count && atoms[index].kind == .mark && atoms[index].value == Int32(mark.value)
    }

    /// The number that digits stand for.
    func digits(_ index: Int) -> Int? {
        guard index >= 0, index < atoms.count, atoms[index].kind == .digits, atoms[index].value >= 0 else { return nil }
        return Int(atoms[index].value)
    }

    func isGlued(_ index: Int) -> Bool { index >= 0 && index < atoms.count && atoms[index].isGlued }
    func isCapital(_ index: Int) -> Bool { index >= 0 && index < atoms.count && atoms[index].isCapital }
    /// How many bytes it has; 0 outside the text.
    func length(_ index: Int) -> Int { index >= 0 && index < atoms.count ? atoms[index].count : 0 }
}
