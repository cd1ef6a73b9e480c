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
package struct MatterSample: Hashable, Sendable {
    private(set) var matter = StemFrequencies()
    private(set) var plain = StemFrequencies()
    /// Whether there are others, which nobody counted.
    let isFull: Bool

    /// Linear in the words.
    ///
    /// - Parameter statements: all, or those of the sample.
    init(_ statements: some Sequence<StatedWords>, _ sample: LinkSample) {
        isFull = sample.isFull
        for statement in statements where sample.articles.contains(statement.article) {
            matter.add(statement.stems)
            plain.add(statement.plainStems)
        }
    }
}

// MARK: Keeping

extension MatterSample {
    package var bytes: [UInt8] {
        var writer = InputWriter()
        writer.write(isFull)
        for part in [matter, plain] {
            writer.write(part.statements)
            writer.write(part.frequencies.sorted { $0.key < $1.key }) { writer, one in
                writer.write(one.key)
                writer.write(one.value)
            }
        }
        return writer.bytes
    }

    /// Nil for bytes that are no sample.
    package init?(bytes: [UInt8]) {
        var reader = InputReader(bytes)
        isFull = reader.flag()
        matter = StemFrequencies(&reader)
        plain = StemFrequencies(&reader)
        guard reader.isComplete else { return nil }
    }
}

extension StemFrequencies {
    fileprivate init(_ reader: inout InputReader) {
        statements = reader.int()
        let counts = reader.array { (stem: $0.string(), count: $0.int()) }
        frequencies = Dictionary(counts.map { ($0.stem, $0.count) }) { first, _ in first }
    }
}
