/// A text as the scorer sees it: words, and which of them stand in quotation marks.
struct ScoredText {
    let scalars: [Unicode.Scalar]
    let words: [Range<Int>]
    /// The words that begin inside quotation marks.
    let quoted: Set<Int>
    private let isFunctionWord: [Bool]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        words = PythonWords.ranges(in: scalars)
        let inside = Self.isQuoted(scalars)
        quoted = Set(words.indices.filter { [words] in inside[words[$0].lowerBound] })
        isFunctionWord = words.map { [scalars] word in
            WordLists.function.contains(scalars[word].map(\.pythonLower).joined())
        }
    }

    /// The words that share a character with `spans`. An empty span inside a word counts as sharing one.
    func words(under spans: [Range<Int>]) -> Set<Int> {
        var found: Set<Int> = []
        for span in spans {
            var index = max(0, firstWord(startingAfter: span.lowerBound) - 1)
            while index < words.count, words[index].lowerBound < span.upperBound {
                if words[index].upperBound > span.lowerBound { found.insert(index) }
                index += 1
            }
        }
        return found
    }

    /// `words` without the function words, unless nothing else is among them.
    func contentWords(_ words: Set<Int>) -> Set<Int> {
        let rest = words.filter { !isFunctionWord[$0] }
        return rest.isEmpty ? words : rest
    }

    /// Whether the cue is a colon or a dash, or has a word of communication in it.
    func isSpeech(cue: [Range<Int>]) -> Bool {
        let pieces = cue.map { scalars[$0.clamped(to: 0..<scalars.count)] }
        let joined = Array(pieces.joined(separator: [" "] as [Unicode.Scalar]))
        let start = joined.firstIndex { !$0.isPythonSpace } ?? joined.count
        let rest = joined[start...]
        let stripped = rest[..<((rest.lastIndex { !$0.isPythonSpace } ?? start - 1) + 1)]
        return WordLists.speechMarks.contains(String(String.UnicodeScalarView(stripped)))
            || !WordLists.speech.isDisjoint(with: PythonWords.lowercased(stripped))
    }

    private func firstWord(startingAfter offset: Int) -> Int {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if words[middle].lowerBound > offset { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// For each scalar whether it stands in quotation marks: curly ones open and close; `"`, `''` and ` `` ` toggle; a
    /// line break closes.
    private static func isQuoted(_ scalars: [Unicode.Scalar]) -> [Bool] {
        var isInside = false
        return scalars.indices.map { index in
            if isDoubledMark(scalars, at: index) { isInside.toggle() }
            switch scalars[index] {
            case "“": isInside = true
            case "”", "\n": isInside = false
            case "\"": isInside.toggle()
            default: break
            }
            return isInside && scalars[index] != "“" && scalars[index] != "\""
        }
    }

    private static func isDoubledMark(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        let scalar = scalars[index]
        guard scalar == "'" || scalar == "`", index + 1 < scalars.count, scalars[index + 1] == scalar else {
            return false
        }
        return index == 0 || scalars[index - 1] != scalar
    }
}
