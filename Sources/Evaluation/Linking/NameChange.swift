/// Gives people other names, numbers other digits, and two in three of the longer words another spelling, all of the same length in
/// bytes, so that spans stay where they are and articles grown from one paragraph for two crises are not one text.
struct NameChange: Sendable {
    private let people: Set<String>
    private let salt: UInt64
    private static let consonants = Array("bdfgklmnprstvz".utf8)
    private static let vowels = Array("aeiou".utf8)

    /// - Parameter people: the words of names, of ASCII letters.
    init(_ people: Set<String>, salt: UInt64) {
        self.people = people
        self.salt = salt
    }

    /// The text with the words of names and the numbers changed.
    func changed(_ text: String) -> String {
        var (changed, word) = ([UInt8](), [UInt8]())
        changed.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if (byte | 0x20) &- 0x61 < 26 {
                word.append(byte)
                continue
            }
            append(&word, to: &changed)
            changed.append(byte &- 0x30 < 10 ? digit(byte) : byte)
        }
        append(&word, to: &changed)
        return String(decoding: changed, as: UTF8.self)
    }

    private func append(_ word: inout [UInt8], to changed: inout [UInt8]) {
        if let first = word.first, first < 0x61, word.count > 3, people.contains(String(decoding: word, as: UTF8.self))
        {
            changed += name(word)
        } else if word.count > 4, word[0] >= 0x61, isTerm(word) {
            changed += name(word)
        } else {
            changed += word
        }
        word.removeAll(keepingCapacity: true)
    }

    /// Which words change differs from crisis to crisis.
    private func isTerm(_ word: [UInt8]) -> Bool {
        var random = SeededNumbers(seed: word.reduce(salt &+ 7) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
        return random.next(3) > 0
    }

    /// Vowels for vowels and consonants for consonants.
    private func name(_ word: [UInt8]) -> [UInt8] {
        let seed = word.reduce(salt &+ 1) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        var random = SeededNumbers(seed: seed)
        return word.map { byte in
            let letters = Self.vowels.contains(byte | 0x20) ? Self.vowels : Self.consonants
            let letter = letters[random.next(letters.count)]
            return byte < 0x61 ? letter & 0xDF : letter
        }
    }

    /// Nought stays, so that numbers keep their length.
    private func digit(_ byte: UInt8) -> UInt8 {
        byte == 0x30 ? byte : 0x31 + UInt8((UInt64(byte - 0x31) + salt) % 9)
    }
}
