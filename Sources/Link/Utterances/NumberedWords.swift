/// The words of a statement as numbers, which are compared faster than letters.
struct NumberedWords: Sendable {
    /// So many words in a row are the same act of speech.
    static let verbatim = 6
    /// So many of these must carry matter.
    private static let telling = 3

    /// The stems of the matter, and the plain ones; each in order and once.
    let stems: [UInt32]
    let plainStems: [UInt32]
    /// Keys of all runs of ``verbatim`` words, and of those within quotation marks that carry matter; in order.
    let runs: [UInt64]
    let quotedRuns: [UInt64]

    init(_ statement: StatedWords, _ numbers: inout StatementNumbers) {
        stems = statement.stems.map { numbers.number(ofStem: $0) }.sorted()
        plainStems = statement.plainStems.map { numbers.plainStems.number(of: $0) }.sorted()
        runs = Self.runs(numbers.numbers(of: statement.words)).map(Self.key).sorted()
        quotedRuns = statement.quoted.flatMap { Self.runs(numbers.numbers(of: $0)) }
            .filter { run in run.count { numbers.hasMatter($0) } >= Self.telling }.map(Self.key).sorted()
    }

    private static func runs(_ words: [UInt32]) -> [ArraySlice<UInt32>] {
        words.count < verbatim ? [] : (0...words.count - verbatim).map { words[$0..<$0 + verbatim] }
    }

    private static func key(_ run: ArraySlice<UInt32>) -> UInt64 { FNV1a.hash(run.lazy.map(UInt64.init)) }

    /// Whether a run of words that carry matter stands in both, within quotation marks in one.
    func isVerbatim(_ other: NumberedWords) -> Bool {
        quotedRuns.meets(other.runs) || other.quotedRuns.meets(runs)
    }
}

/// The numbers of all words and stems of a record's statements.
struct StatementNumbers: Sendable {
    private(set) var stems = WordNumbers()
    /// Of each stem, by number (``FNV1a``).
    private(set) var hashes: [UInt64] = []
    var plainStems = WordNumbers()
    var articles = WordNumbers()
    private var words = WordNumbers()
    /// Whether each word carries matter, by number.
    private var matter: [Bool] = []

    mutating func number(ofStem stem: String) -> UInt32 {
        let number = stems.number(of: stem)
        if number == hashes.count { hashes.append(FNV1a.hash(stem)) }
        return number
    }

    mutating func numbers(of words: [String]) -> [UInt32] {
        words.map { word in
            let number = self.words.number(of: word)
            if number == matter.count { matter.append(ContentWords.stem(word) != nil) }
            return number
        }
    }

    func hasMatter(_ word: UInt32) -> Bool { matter[Int(word)] }
}

extension [UInt64] {
    /// Whether two rows in order have a number in common; linear in their lengths.
    fileprivate func meets(_ other: [UInt64]) -> Bool {
        var (here, there) = (0, 0)
        while here < count, there < other.count {
            if self[here] == other[there] { return true }
            if self[here] < other[there] { here += 1 } else { there += 1 }
        }
        return false
    }
}
