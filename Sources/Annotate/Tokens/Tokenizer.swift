import DemarcheSourceText

/// A token as the tokenizer gives it.
struct RawToken: Equatable {
    /// The number of its lexeme in the worker's ``Vocabulary``.
    var lexeme: Int32
    /// Whether one ordinary blank that belongs to it follows.
    var isFollowedByBlank = false
}

/// spaCy's tokenizer: cuts at white space, then takes prefixes and suffixes off each chunk, mindful of exceptions and
/// addresses, cuts what is left at infixes, and at last looks for exceptions that reach over several tokens.
///
/// The same text gives the same tokens; those of a chunk do not depend on where it stands, so each is cut once.
final class Tokenizer {
    private let patterns: TokenizerPatterns
    private let exceptions: TokenizerExceptions
    private let sequences: ExceptionSequences
    private let vocabulary: Vocabulary
    /// The lexemes of chunks by the hash of their bytes; of two chunks with one hash the first is kept.
    private var chunks: [UInt64: (text: String, lexemes: [Int32])] = [:]
    /// For each lexeme whether an exception of several tokens begins with it, once that was asked.
    private var mayBegin: [Bool?] = []

    init(_ model: TokenizerModel, vocabulary: Vocabulary) {
        patterns = model.patterns
        exceptions = model.exceptions
        sequences = model.sequences
        self.vocabulary = vocabulary
    }

    /// Longer chunks hardly come twice.
    private static let longestKept = 128

    var isFull: Bool { chunks.count > 1 << 17 }

    func forget() {
        chunks.removeAll(keepingCapacity: true)
        mayBegin.removeAll(keepingCapacity: true)
    }

    /// The tokens of `text`, which with their blanks make it up again.
    func tokens(_ text: String) -> [RawToken] {
        sequences.merged(firstPass(text), vocabulary, exceptions, mayBegin: &mayBegin)
    }

    private func firstPass(_ text: String) -> [RawToken] {
        let bytes = text.utf8.span
        var tokens: [RawToken] = []
        tokens.reserveCapacity(bytes.count / 5 + 1)
        var start = 0
        while start < bytes.count {
            var end = start
            let isSpace = bytes.scalar(at: start)?.isPythonSpace ?? false
            while end < bytes.count, let scalar = bytes.scalar(at: end), scalar.isPythonSpace == isSpace {
                end += UTF8.width(scalar)
            }
            if isSpace, bytes[start] == 0x20, !tokens.isEmpty {
                tokens[tokens.count - 1].isFollowedByBlank = true
                start += 1
            }
            if start < end { append(bytes, start, end, to: &tokens) }
            start = end
        }
        return tokens
    }

    private func append(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, to tokens: inout [RawToken]) {
        let hash = bytes.extracting(start..<end).withUnsafeBufferPointer {
            StringHash.murmur64A(UnsafeRawBufferPointer($0), seed: 0)
        }
        if let known = chunks[hash], Self.isEqual(known.text, bytes, start, end) {
            for lexeme in known.lexemes { tokens.append(RawToken(lexeme: lexeme)) }
            return
        }
        let chunk = String(copying: bytes, start, end)
        let lexemes = ChunkCutter(patterns: patterns, exceptions: exceptions).pieces(of: chunk).map(vocabulary.number)
        if end - start <= Self.longestKept, chunks[hash] == nil { chunks[hash] = (chunk, lexemes) }
        for lexeme in lexemes { tokens.append(RawToken(lexeme: lexeme)) }
    }

    private static func isEqual(_ text: String, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let known = text.utf8.span
        guard known.count == end - start else { return false }
        for index in 0..<known.count where known[index] != bytes[start + index] { return false }
        return true
    }
}

/// What a tokenizer needs of a model, shared by all workers.
struct TokenizerModel: Sendable {
    let patterns: TokenizerPatterns
    let exceptions: TokenizerExceptions
    let sequences: ExceptionSequences

    init(_ file: ModelFile) throws(ModelError) {
        patterns = try TokenizerPatterns(file)
        exceptions = try TokenizerExceptions(file)
        sequences = ExceptionSequences(exceptions, patterns)
    }
}

/// Cuts one chunk.
struct ChunkCutter {
    typealias Piece = TokenizerExceptions.Piece

    let patterns: TokenizerPatterns
    let exceptions: TokenizerExceptions?

    func pieces(of text: String) -> [Piece] {
        if let pieces = exceptions?[text] { return pieces }
        if Self.isPlain(text) { return [Piece(text: text, norm: nil)] }
        if let word = Self.wordBeforeMark(text) {
            return (exceptions?[word] ?? [Piece(text: word, norm: nil)]) + [
                Piece(text: String(text.suffix(1)), norm: nil)
            ]
        }
        let chunk = Chunk(text)
        let (prefixes, core, suffixes) = affixes(chunk)
        return prefixes.map { piece(chunk, $0) } + self.core(chunk, core) + suffixes.reversed().map { piece(chunk, $0) }
    }

    /// Only ASCII letters, or only ASCII digits: none of the patterns matches.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 } || text.utf8.allSatisfy { $0 &- 0x30 < 10 }
    }

    /// The word of a chunk such as `word,`: ASCII letters, the last one small, before a comma or a full stop, which every
    /// model's suffixes hold. Half of all chunks that are cut are of this kind.
    private static func wordBeforeMark(_ text: String) -> String? {
        guard let mark = text.utf8.last, mark == 0x2C || mark == 0x2E else { return nil }
        let letters = text.utf8.dropLast()
        guard let last = letters.last, last &- 0x61 < 26, letters.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else {
            return nil
        }
        return String(text.dropLast())
    }

    private func piece(_ chunk: Chunk, _ range: Range<Int>) -> Piece { Piece(text: chunk[range], norm: nil) }

    private func isException(_ chunk: Chunk, _ range: Range<Int>) -> Bool {
        guard let exceptions, !range.isEmpty, range.count <= Self.longestException else { return false }
        return exceptions[chunk[range]] != nil
    }

    /// More units than any exception has.
    private static let longestException = 64

    /// Prefixes and suffixes in the order in which they come off, and what is left.
    ///
    /// The suffix is looked for in what the prefix leaves; that the rest is an exception is asked with the prefix still on.
    private func affixes(_ chunk: Chunk) -> (prefixes: [Range<Int>], core: Range<Int>, suffixes: [Range<Int>]) {
        var (prefixes, suffixes): ([Range<Int>], [Range<Int>]) = ([], [])
        var core = 0..<chunk.count
        var last = 0
        while !core.isEmpty, core.count != last, !isException(chunk, core) {
            last = core.count
            let prefixEnd = core.lowerBound + patterns.prefixLength(chunk, core)
            if prefixEnd > core.lowerBound, isException(chunk, prefixEnd..<core.upperBound) {
                prefixes.append(core.lowerBound..<prefixEnd)
                core = prefixEnd..<core.upperBound
                break
            }
            let suffixStart = core.upperBound - patterns.suffixLength(chunk, prefixEnd..<core.upperBound)
            if suffixStart < core.upperBound, isException(chunk, core.lowerBound..<suffixStart) {
                suffixes.append(suffixStart..<core.upperBound)
                core = core.lowerBound..<suffixStart
                break
            }
            if prefixEnd > core.lowerBound { prefixes.append(core.lowerBound..<prefixEnd) }
            if suffixStart < core.upperBound { suffixes.append(suffixStart..<core.upperBound) }
            core = prefixEnd..<suffixStart
        }
        return (prefixes, core, suffixes)
    }

    private func core(_ chunk: Chunk, _ range: Range<Int>) -> [Piece] {
        if range.isEmpty { return [] }
        if isException(chunk, range), let pieces = exceptions?[chunk[range]] { return pieces }
        if patterns.isAddress(chunk, range) { return [piece(chunk, range)] }
        var pieces: [Piece] = []
        var start = range.lowerBound
        for infix in patterns.infixes(chunk, range) where infix.lowerBound > range.lowerBound {
            if start < infix.lowerBound { pieces.append(piece(chunk, start..<infix.lowerBound)) }
            if !infix.isEmpty { pieces.append(piece(chunk, infix)) }
            start = infix.upperBound
        }
        if start < range.upperBound { pieces.append(piece(chunk, start..<range.upperBound)) }
        return pieces
    }
}

extension String {
    init(copying bytes: Span<UInt8>, _ start: Int, _ end: Int) {
        self.init(unsafeUninitializedCapacity: end - start) { buffer in
            for index in 0..<end - start { buffer[index] = bytes[start + index] }
            return end - start
        }
    }
}
