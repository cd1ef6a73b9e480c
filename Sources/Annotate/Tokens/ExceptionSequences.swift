/// Exceptions that the cutting of chunks takes apart, or that hold a blank, found again as sequences of tokens.
struct ExceptionSequences: Sendable {
    /// The texts of each sequence; and for those that one begins with, what may come second.
    private let keys: Set<[ExactString]>
    private let seconds: [ExactString: Set<ExactString>]
    private let longest: Int

    init(_ exceptions: TokenizerExceptions, _ patterns: TokenizerPatterns) {
        let cutter = ChunkCutter(patterns: patterns, exceptions: nil)
        var keys: Set<[ExactString]> = []
        for text in exceptions.texts where text.unicodeScalars.contains(" ") || patterns.findsAffix(in: text) {
            let key = Self.runs(of: text).flatMap { cutter.pieces(of: $0) }.map { ExactString($0.text) }
            if !key.isEmpty { keys.insert(key) }
        }
        self.keys = keys
        var seconds: [ExactString: Set<ExactString>] = [:]
        for key in keys { seconds[key[0], default: []].formUnion(key.dropFirst().prefix(1)) }
        self.seconds = seconds
        longest = keys.map(\.count).max() ?? 0
    }

    /// The chunks of a text, with the blanks that belong to the chunks before them left out.
    private static func runs(of text: String) -> [String] {
        var runs: [String] = []
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            let run = rest.prefix { $0.isPythonSpace == first.isPythonSpace }
            let isAfterChunk = first == " " && !runs.isEmpty
            let chunk = isAfterChunk ? run.dropFirst() : run
            if !chunk.isEmpty { runs.append(String(chunk)) }
            rest = rest[run.endIndex...]
        }
        return runs
    }

    /// The tokens with the exceptions put in: the longest sequence first, then the leftmost; one whose ends an earlier one
    /// covers is passed over, and still covers its tokens.
    ///
    /// - Parameter mayBegin: whether a sequence begins with a lexeme, for those asked about before; nil for others.
    func merged(
        _ tokens: [RawToken], _ vocabulary: Vocabulary, _ exceptions: TokenizerExceptions, mayBegin: inout [Bool?]
    ) -> [RawToken] {
        let found = spans(tokens, vocabulary, &mayBegin)
        guard !found.isEmpty else { return tokens }
        var covered: Set<Int> = []
        var ends: [Int: Int] = [:]
        for span in found.sorted(by: { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }) {
            if !covered.contains(span.lowerBound), !covered.contains(span.upperBound - 1) {
                ends[span.lowerBound] = span.upperBound
            }
            covered.formUnion(span)
        }
        return replaced(tokens, ends, vocabulary, exceptions)
    }

    private func spans(
        _ tokens: [RawToken], _ vocabulary: Vocabulary, _ mayBegin: inout [Bool?]
    ) -> [Range<Int>] {
        var found: [Range<Int>] = []
        while mayBegin.count < vocabulary.lexemes.count { mayBegin.append(nil) }
        for start in tokens.indices {
            let lexeme = Int(tokens[start].lexeme)
            let may = mayBegin[lexeme] ?? (seconds[ExactString(vocabulary.lexemes[lexeme].text)] != nil)
            mayBegin[lexeme] = may
            guard may else { continue }
            found += spans(from: start, tokens, vocabulary)
        }
        return found
    }

    /// The sequences that begin with a token: most end with the question what comes second.
    private func spans(from start: Int, _ tokens: [RawToken], _ vocabulary: Vocabulary) -> [Range<Int>] {
        func text(_ index: Int) -> ExactString { ExactString(vocabulary.lexemes[Int(tokens[index].lexeme)].text) }
        var key = [text(start)]
        var found = keys.contains(key) ? [start..<start + 1] : []
        guard start + 1 < tokens.count, seconds[key[0]]?.contains(text(start + 1)) == true else { return found }
        for end in start + 1..<min(tokens.count, start + longest) {
            key.append(text(end))
            if keys.contains(key) { found.append(start..<end + 1) }
        }
        return found
    }

    private func replaced(
        _ tokens: [RawToken], _ ends: [Int: Int], _ vocabulary: Vocabulary, _ exceptions: TokenizerExceptions
    ) -> [RawToken] {
        var merged: [RawToken] = []
        var index = 0
        while index < tokens.count {
            let end = ends[index] ?? index + 1
            let span = tokens[index..<end]
            let text = ends[index].map { _ in self.text(span, vocabulary) }
            if let text, let pieces = exceptions[text] {
                merged += pieces.map { RawToken(lexeme: vocabulary.number(of: $0)) }
                merged[merged.count - 1].isFollowedByBlank = tokens[end - 1].isFollowedByBlank
            } else {
                merged += span
            }
            index = end
        }
        return merged
    }

    /// The words of the tokens with the blanks between them.
    private func text(_ span: ArraySlice<RawToken>, _ vocabulary: Vocabulary) -> String {
        var text = ""
        for (index, token) in zip(span.indices, span) {
            text += vocabulary.lexemes[Int(token.lexeme)].text
            if token.isFollowedByBlank, index + 1 < span.endIndex { text += " " }
        }
        return text
    }
}
