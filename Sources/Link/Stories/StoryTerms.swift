import DemarcheRecords
import DemarcheSourceText

/// A term with how often an article has it.
struct CountedTerm: Sendable {
    var term: Int32
    var count: Float
}

/// A term as a stem, with how often an article has it.
struct CountedStem: Sendable {
    var stem: String
    var count: Float
}

/// Counts what an article is about: the stems of its words, those of names and of the headline more heavily.
///
/// A word is stemmed once in the life of a reader.
package struct TermReader: Sendable {
    /// How often a word of the headline and one written as a name count; set on the development data together with
    /// ``StoryLevel``.
    static let headlineWeight: Float = 3
    static let nameWeight: Float = 2
    /// Words of an article that are looked at; the matter of a story stands in front.
    static let mostWords = 1_500

    private var stems = WordNumbers()
    /// The term of a word as written; -1 for one without matter.
    private var known: [Substring: Int] = [:]

    package init() {}

    /// The terms of the headline and of the blocks that are read, in the order of letters.
    mutating func count(_ article: Article) -> [CountedStem] {
        var counts: [Int: Float] = [:]
        var words = 0
        for (text, span, isHeadline) in Self.stretches(article) where words < Self.mostWords {
            WordScanner.scan(text, span) { word, isName in
                words += 1
                guard words <= Self.mostWords || isHeadline else { return }
                let term = self.term(word)
                if term >= 0 { counts[term, default: 0] += Self.weight(isHeadline, isName) }
            }
        }
        return counts.map { CountedStem(stem: stems[UInt32($0.key)], count: $0.value) }.sorted { $0.stem < $1.stem }
    }

    /// The terms of a stretch of text, each once, in the order of letters.
    mutating func terms(in text: SourceText, _ span: TextSpan) -> [String] {
        var found: Set<Int> = []
        WordScanner.scan(text, span) { word, _ in
            let term = self.term(word)
            if term >= 0 { found.insert(term) }
        }
        return found.map { stems[UInt32($0)] }.sorted()
    }

    private static func weight(_ isHeadline: Bool, _ isName: Bool) -> Float {
        isHeadline ? headlineWeight : isName ? nameWeight : 1
    }

    /// The headline first, also where only the metadata give it.
    private static func stretches(_ article: Article) -> [(SourceText, TextSpan, Bool)] {
        let read = article.blocks.filter(\.kind.isRead)
        let stretches = read.map { (article.text, $0.span, $0.kind == .headline) }
        guard !read.contains(where: { $0.kind == .headline }), let headline = article.metadata.headline else {
            return stretches
        }
        let text = SourceText(headline)
        return [(text, text.span, true)] + stretches
    }

    private mutating func term(_ word: Substring) -> Int {
        if let term = known[word] { return term }
        let term = number(word.lowercased())
        known[Substring(String(word))] = term
        return term
    }

    private mutating func number(_ word: String) -> Int {
        guard !NewsWords.all.contains(word), let stem = ContentWords.stem(word) else { return -1 }
        return Int(stems.number(of: stem))
    }
}
