import DemarcheAnnotate

/// What the patterns know of a word, looked up once for each.
struct WordKinds: OptionSet, Sendable {
    let rawValue: UInt16

    /// A form of a verb that attributes.
    static let cue = WordKinds(rawValue: 1 << 0)
    /// A noun that says what a person is; also with the full stop of an abbreviation.
    static let role = WordKinds(rawValue: 1 << 1)
    /// The head noun of a body.
    static let body = WordKinds(rawValue: 1 << 2)
    /// Joins a complement to a role: *spokesman for*.
    static let complement = WordKinds(rawValue: 1 << 3)
    /// Stands inside names: *von*, *al*.
    static let particle = WordKinds(rawValue: 1 << 4)
    /// Capitalised at the head of a sentence, or always, and yet no name.
    static let notName = WordKinds(rawValue: 1 << 5)
    /// Never in front of a role noun.
    static let notModifier = WordKinds(rawValue: 1 << 6)
    static let pronoun = WordKinds(rawValue: 1 << 7)
    /// Between a source and its verb.
    static let adverb = WordKinds(rawValue: 1 << 8)
    /// In front of a source, and no part of it.
    static let opening = WordKinds(rawValue: 1 << 9)
    static let article = WordKinds(rawValue: 1 << 10)
    /// *who*, *whose*, *which*.
    static let relative = WordKinds(rawValue: 1 << 11)
    /// Ends in *'s*.
    static let possessive = WordKinds(rawValue: 1 << 12)

    /// The kinds of every word that the patterns know.
    struct Table: Sendable {
        private let table: ShortWords<WordKinds>

        init(_ lexicon: Lexicon) {
            var kinds: [String: WordKinds] = [:]
            for word in lexicon.cues.keys { kinds[word, default: []].insert(.cue) }
            for word in lexicon.roles.keys {
                kinds[word, default: []].insert(.role)
                kinds[word + ".", default: []].insert(.role)
            }
            for word in lexicon.bodies.keys { kinds[word, default: []].insert(.body) }
            for (kind, words) in SourcePhraseParser.words {
                for word in words { kinds[word, default: []].insert(kind) }
            }
            table = ShortWords(kinds)
        }

        subscript(word: String) -> WordKinds {
            let listed = table[word] ?? []
            return word.utf8.count > 2 && word.hasSuffix("'s") ? listed.union(.possessive) : listed
        }
    }
}

/// A dictionary of words of at most 16 bytes, which are compared as two integers; the few longer ones stand in an ordinary
/// one. Every word of an article is looked up: this takes a fifth of the time of hashing strings.
struct ShortWords<Value: Sendable>: Sendable {
    private struct Key: Hashable, Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0

        /// Nil for words of more than 16 bytes.
        init?(_ word: String) {
            guard word.utf8.count <= 16 else { return nil }
            var shift: UInt64 = 0
            for byte in word.utf8 {
                if shift < 64 { low |= UInt64(byte) << shift } else { high |= UInt64(byte) << (shift - 64) }
                shift += 8
            }
        }

        /// Mixed by multiplication, as Fibonacci hashing does (Knuth, The Art of Computer Programming 3, 6.4).
        var hash: UInt64 { (low ^ (high &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15 }
        var filterWord: Int { Int(hash >> 56) }
        var filterBit: UInt64 { 1 << (hash >> 50 & 63) }
    }

    private var slots: [(key: Key, value: Value)?]
    private var long: [String: Value] = [:]
    private let shift: UInt64
    /// A bit for every hash that a word has: most words of an article have none and need no look at the slots.
    private var filter = [UInt64](repeating: 0, count: 256)

    init(_ words: [String: Value]) {
        var bits: UInt64 = 4
        while 1 << bits < words.count * 4 { bits += 1 }
        shift = 64 - bits
        slots = Array(repeating: nil, count: 1 << bits)
        for (word, value) in words {
            guard let key = Key(word) else {
                long[word] = value
                continue
            }
            slots[slot(of: key)] = (key, value)
            filter[key.filterWord] |= key.filterBit
        }
    }

    subscript(word: String) -> Value? {
        guard let key = Key(word) else { return long.isEmpty ? nil : long[word] }
        return filter[key.filterWord] & key.filterBit == 0 ? nil : slots[slot(of: key)]?.value
    }

    /// Where the key stands, or where it would: the table is three quarters empty, so the next free slot is near.
    private func slot(of key: Key) -> Int {
        var index = Int(key.hash >> shift)
        while let found = slots[index], found.key != key { index = (index + 1) & (slots.count - 1) }
        return index
    }
}
