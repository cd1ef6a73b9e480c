import DemarcheRecords
import DemarcheSourceText

/// A term with how often an article has it.
struct CountedTerm: Sendable {
    var term: Int32
    var count: Float
    var isInHeadline: Bool
}

/// A term as a stem, with how often an article has it.
struct CountedStem: Sendable {
    var stem: String
    var count: Float
    var isInHeadline: Bool
}

/// An article with its terms as numbers, without those that it has as stems.
struct NumberedArticle: Sendable {
    let article: StoryArticle
    let terms: [CountedTerm]

    /// - Parameter houses: by outlet, the terms of its house, which are left out.
    func terms(without houses: [String: Set<Int32>]) -> [CountedTerm] {
        guard let house = article.outlet.flatMap({ houses[$0] }) else { return terms }
        return terms.filter { !house.contains($0.term) }
    }
}

/// Counts what an article is about: the stems of its words, those of names and of the headline more heavily.
///
/// A word is stemmed once in the life of a reader.
package struct TermReader: Sendable {
    /// How often a word of the headline and one written as a name count; set on the development data together with
    /// ``StoryLevel``.
    static let headlineWeight: Float = 3
    static let nameWeight: Float = 2
    /// Words of a headline; what is longer is a sentence of the text in its place.
    static let mostHeadlineWords = 16
    /// Words of an article that are looked at; the matter of a story stands in front.
    static let mostWords = 1_500

    /// By number, the stems that were met.
    private(set) var stems = WordNumbers()
    /// The term of a word as written; -1 for one without matter.
    private var known: [WrittenWord: Int32] = [:]
    /// By term, its place among those of the article at hand; -1 between articles.
    private var places: [Int] = []

    package init() {}

    /// The terms of the headline and of the blocks that are read, in the order of letters.
    mutating func count(_ article: Article) -> [CountedStem] {
        numbered(article).map { CountedStem(stem: stem($0.term), count: $0.count, isInHeadline: $0.isInHeadline) }
            .sorted { $0.stem < $1.stem }
    }

    /// The same by number, in the order in which the article has them.
    mutating func numbered(_ article: Article) -> [CountedTerm] {
        var terms: [CountedTerm] = []
        var words = 0
        for (text, span, isHeadline) in Self.stretches(article) where words < Self.mostWords {
            WordScanner.scan(text, span) { word, isName in
                words += 1
                guard words <= Self.mostWords || isHeadline else { return }
                let term = self.term(text, word)
                if term >= 0 { take(term, isHeadline, isName, &terms) }
            }
        }
        for counted in terms { places[Int(counted.term)] = -1 }
        return terms
    }

    /// Terms that were counted elsewhere, by number.
    mutating func numbered(_ terms: [CountedStem]) -> [CountedTerm] {
        terms.map {
            CountedTerm(
                term: Int32(stems.number(of: $0.stem)), count: $0.count, isInHeadline: $0.isInHeadline)
        }
    }

    /// The terms of a stretch of text, each once, in the order of letters.
    mutating func terms(in text: SourceText, _ span: TextSpan) -> [String] {
        var found: Set<Int32> = []
        WordScanner.scan(text, span) { word, _ in
            let term = self.term(text, word)
            if term >= 0 { found.insert(term) }
        }
        return found.map(stem).sorted()
    }

    private func stem(_ term: Int32) -> String { stems[UInt32(term)] }

    private mutating func take(_ term: Int32, _ isHeadline: Bool, _ isName: Bool, _ terms: inout [CountedTerm]) {
        while places.count <= term { places.append(-1) }
        if places[Int(term)] < 0 {
            places[Int(term)] = terms.count
            terms.append(CountedTerm(term: term, count: 0, isInHeadline: false))
        }
        let place = places[Int(term)]
        terms[place].count += Self.weight(isHeadline, isName)
        if isHeadline { terms[place].isInHeadline = true }
    }

    private static func weight(_ isHeadline: Bool, _ isName: Bool) -> Float {
        isHeadline ? headlineWeight : isName ? nameWeight : 1
    }

    /// The headline first, also where only the metadata give it.
    private static func stretches(_ article: Article) -> [(SourceText, TextSpan, Bool)] {
        let read = article.blocks.filter(\.kind.isRead)
        let stretches = read.map { (article.text, $0.span, $0.kind == .headline && isShort(article.text, $0.span)) }
        guard !read.contains(where: { $0.kind == .headline }), let headline = article.metadata.headline else {
            return stretches
        }
        let text = SourceText(headline)
        return [(text, text.span, isShort(text, text.span))] + stretches
    }

    private static func isShort(_ text: SourceText, _ span: TextSpan) -> Bool {
        var words = 0
        WordScanner.scan(text, span) { _, _ in words += 1 }
        return words <= mostHeadlineWords
    }

    private mutating func term(_ text: SourceText, _ span: TextSpan) -> Int32 {
        let written = WrittenWord(text, span)
        if let term = known[written] { return term }
        let term = number(text[span].lowercased())
        known[written] = term
        return term
    }

    private mutating func number(_ word: String) -> Int32 {
        guard !NewsWords.all.contains(word), let stem = ContentWords.stem(word) else { return -1 }
        return Int32(stems.number(of: stem))
    }
}

/// A word as written, to look it up by: one of at most 16 bytes stands in two numbers, so that finding it touches nothing else.
private enum WrittenWord: Hashable, Sendable {
    case short(UInt64, UInt64)
    case long(String)

    init(_ text: SourceText, _ span: TextSpan) {
        guard span.end - span.start <= 16 else {
            self = .long(String(text[span]))
            return
        }
        let bytes = text.string.utf8.span
        var halves: (UInt64, UInt64) = (0, 0)
        for offset in span.start..<span.end {
            halves = (halves.0 << 8 | halves.1 >> 56, halves.1 << 8 | UInt64(bytes[offset]))
        }
        self = .short(halves.0, halves.1)
    }
}
