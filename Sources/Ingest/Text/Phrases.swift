/// Phrases to be found in a line, each with what it means. A line is searched for all of them in one pass: only where a
/// word begins, and only for the phrases that begin with its first byte.
struct Phrases<Meaning: Sendable>: Sendable {
    private var byFirstByte: [[(bytes: [UInt8], meaning: Meaning)]] = Array(repeating: [], count: 256)

    init(_ phrases: [(String, Meaning)]) {
        for (phrase, meaning) in phrases {
            guard let first = phrase.utf8.first else { continue }
            byFirstByte[Int(first)].append((Array(phrase.utf8), meaning))
        }
    }

    /// What the first phrase means that begins at `offset` of `line`.
    func first(at offset: Int, of line: [UInt8]) -> Meaning? {
        guard offset < line.count else { return nil }
        return byFirstByte[Int(line[offset])].first { line[offset...].starts(with: $0.bytes) }?.meaning
    }

    /// What the first phrase means that begins with a word of `line`.
    func first(in line: [UInt8]) -> Meaning? {
        var isInWord = false
        for offset in line.indices {
            let isWord = line[offset] &- 0x30 < 10 || (line[offset] | 0x20) &- 0x61 < 26 || line[offset] >= 0x80
            if isWord, !isInWord, let meaning = first(at: offset, of: line) { return meaning }
            isInWord = isWord
        }
        return nil
    }
}
