/// Numbers for words, from 0 in the order in which they were first met.
struct WordNumbers: Sendable {
    private(set) var words: [String] = []
    private var numbers: [String: UInt32] = [:]

    mutating func number(of word: String) -> UInt32 {
        if let number = numbers[word] { return number }
        let number = UInt32(words.count)
        numbers[word] = number
        words.append(word)
        return number
    }

    /// Nil for a word that was not met.
    func known(_ word: String) -> UInt32? { numbers[word] }

    subscript(number: UInt32) -> String { words[Int(number)] }

    /// The place of each word, by number, in the order of letters; so that nothing rests on which was met first.
    var ranks: [UInt32] {
        var ranks = [UInt32](repeating: 0, count: words.count)
        for (rank, number) in words.indices.sorted(by: { words[$0] < words[$1] }).enumerated() {
            ranks[number] = UInt32(rank)
        }
        return ranks
    }
}
