import DemarcheRecords
import DemarcheSourceText

/// The statements of many articles in little memory: words are numbers in one row, texts bytes in another.
///
/// About 400 bytes for a statement of 30 words.
struct KeptStatements: Sendable {
    private struct Carrier: Hashable {
        var article: String
        var outlet: String?
        var published: String?
        var publishedDay: CalendarDay?
    }

    /// What is compared of one statement; ranges point into the rows of ``KeptStatements``.
    struct Statement: Sendable {
        let id: String
        let speaker: UInt32?
        let carrier: UInt32
        let said: CalendarDay?
        /// The day of speech, or else of publication.
        let day: CalendarDay?
        let isDated: Bool
        let span: TextSpan
        let directness: ReportedStatement.Directness
        let polarity: ReportedStatement.Polarity
        let pointsBack: Bool
        let isFirstHand: Bool
        let text: Range<UInt32>
        let words: Range<UInt32>
        /// Ranges of words.
        let quoted: Range<UInt32>
        let stems: Range<UInt32>
        let credits: [String]
    }

    private(set) var statements: [Statement] = []
    private var carriers: [Carrier] = []
    private var names = WordNumbers()
    private var texts: [UInt8] = []
    private(set) var words: [UInt32] = []
    private(set) var pieces: [Range<UInt32>] = []
    /// Of the stems by number, in the order of numbers.
    private(set) var stems: [UInt32] = []
    private var vocabulary = WordNumbers()
    private(set) var stemVocabulary = WordNumbers()
    /// The stem of each word; nil for words without matter.
    private(set) var stemOfWord: [UInt32?] = []

    /// Keeps a statement that has at least two words of matter.
    mutating func add(_ stated: StatedWords) {
        let (wordCount, stemCount) = (words.count, stems.count)
        let range = add(words: stated.words)
        stems += Set(words[wordCount...].compactMap { stemOfWord[Int($0)] }).sorted()
        guard stems.count >= stemCount + 2 else {
            words.removeSubrange(wordCount...)
            stems.removeSubrange(stemCount...)
            return
        }
        let start = UInt32(texts.count)
        texts += stated.text.utf8
        let pieceCount = UInt32(pieces.count)
        for piece in stated.quoted { pieces.append(piece == stated.words ? range : add(words: piece)) }
        statements.append(
            Statement(
                id: stated.id, speaker: stated.speaker.map { names.number(of: $0) }, carrier: carrier(of: stated),
                said: stated.said, day: stated.day, isDated: stated.isDated, span: stated.span,
                directness: stated.directness, polarity: stated.polarity, pointsBack: stated.pointsBack,
                isFirstHand: stated.isFirstHand, text: start..<UInt32(texts.count), words: range,
                quoted: pieceCount..<UInt32(pieces.count), stems: UInt32(stemCount)..<UInt32(stems.count),
                credits: stated.credits))
    }

    /// Statements of one article follow each other.
    private mutating func carrier(of stated: StatedWords) -> UInt32 {
        let carrier = Carrier(
            article: stated.article, outlet: stated.outlet, published: stated.published,
            publishedDay: stated.publishedDay)
        if carriers.last != carrier { carriers.append(carrier) }
        return UInt32(carriers.count - 1)
    }

    private mutating func add(words added: [String]) -> Range<UInt32> {
        let start = UInt32(words.count)
        for word in added {
            let number = vocabulary.number(of: word)
            if Int(number) == stemOfWord.count {
                stemOfWord.append(ContentWords.stem(word).map { stemVocabulary.number(of: $0) })
            }
            words.append(number)
        }
        return start..<UInt32(words.count)
    }

    /// Puts the statements in the order of their names.
    mutating func sort() { statements.sort { $0.id < $1.id } }

    /// The name of whoever speaks, as the article has it.
    func speaker(_ place: Int) -> String? { statements[place].speaker.map { names[$0] } }

    /// A statement with its words again.
    func stated(_ place: Int) -> StatedWords {
        let kept = statements[place]
        let carrier = carriers[Int(kept.carrier)]
        let strings = { (range: Range<UInt32>) in words[range.places].map { vocabulary[$0] } }
        return StatedWords(
            id: kept.id, article: carrier.article, outlet: carrier.outlet, published: carrier.published,
            said: kept.said, publishedDay: carrier.publishedDay, directness: kept.directness, polarity: kept.polarity,
            span: kept.span, text: String(decoding: texts[kept.text.places], as: UTF8.self),
            words: strings(kept.words), quoted: pieces[kept.quoted.places].map(strings), credits: kept.credits,
            isFirstHand: kept.isFirstHand, speaker: speaker(place))
    }
}

extension Range<UInt32> {
    /// As places in a row.
    var places: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
