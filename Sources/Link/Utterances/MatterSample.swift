/// In how many statements of a sample stems stand.
struct StemFrequencies: Hashable, Sendable {
    var statements = 0
    var frequencies: [String: Int] = [:]

    mutating func add(_ stems: Set<String>) {
        statements += 1
        for stem in stems { frequencies[stem, default: 0] += 1 }
    }
}

/// How rare the matter of statements is, and how rare their words are as they stand, in a sample of the record (``LinkSample``).
struct MatterSample: Hashable, Sendable {
    private(set) var matter = StemFrequencies()
    private(set) var plain = StemFrequencies()

    /// Linear in the words.
    init(_ statements: some Sequence<StatedWords>) {
        for statement in statements {
            matter.add(statement.stems)
            plain.add(statement.plainStems)
        }
    }
}
