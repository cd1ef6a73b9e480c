import DemarcheRecords
import DemarcheSourceText

/// What linking compares of one statement.
struct StatedWords: Hashable, Sendable {
    var id: String
    var article: String
    var outlet: String?
    var published: String?
    /// The day on which it was said, where the words tell; a day only.
    var said: CalendarDay?
    var publishedDay: CalendarDay?
    var directness: ReportedStatement.Directness
    var polarity: ReportedStatement.Polarity
    var span: TextSpan
    var text: String
    var words: [String]
    /// The words within quotation marks, of four words and more, as they follow each other.
    var quoted: [[String]]
    /// Agencies and outlets that the statement is credited to, the farthest last.
    var credits: [String]
    /// Whether the article's outlet says that it heard the words itself.
    var isFirstHand: Bool
    /// Whoever speaks, by the name in the article.
    var speaker: String?
}

extension StatedWords {
    init(_ statement: ReportedStatement, in article: Article) {
        let metadata = article.metadata
        let text = statement.content.map(\.exact).joined(separator: " … ")
        let words = ContentWords.words(text)
        let carriers = statement.via.filter { $0.kind == .agency || $0.kind == .outlet }.map(\.name)
        let own = Set([metadata.outlet?.name, metadata.outlet?.domain].compactMap { $0?.lowercased() })
        self.init(
            id: statement.id, article: article.id, outlet: metadata.outlet?.name ?? metadata.outlet?.domain,
            published: metadata.published?.common, said: Self.day(statement.said),
            publishedDay: Self.day(metadata.published), directness: statement.directness,
            polarity: statement.polarity, span: statement.contentSpan, text: text, words: words,
            quoted: statement.directness == .direct ? [words] : Self.quoted(text),
            credits: carriers.filter { !own.contains($0.lowercased()) },
            isFirstHand: carriers.contains { own.contains($0.lowercased()) } || Self.addresses(own, statement),
            speaker: statement.speaker.name)
    }

    private static func day(_ date: RecordedDate?) -> CalendarDay? {
        date.flatMap { $0.precision == .day ? CalendarDay(iso: $0.date) : nil }
    }

    /// The day of speech, or else of publication.
    var day: CalendarDay? { said ?? publishedDay }
    /// Whether a day, month or year is known.
    var isDated: Bool { said != nil || published != nil }

    /// Whether the words point back to what was said before: *in this case*, *such a move*.
    var pointsBack: Bool {
        let head = words.prefix(4)
        return ["this", "such", "these", "those"].contains { head.contains($0) } || head.starts(with: ["in", "that"])
    }

    /// `told the Courier`, in the Courier.
    private static func addresses(_ own: Set<String>, _ statement: ReportedStatement) -> Bool {
        guard let addressee = statement.occasion?.addressee?.exact.lowercased() else { return false }
        return own.contains { addressee.contains($0) }
    }

    private static func quoted(_ text: String) -> [[String]] {
        var pieces: [[String]] = []
        var rest = text[...]
        while let open = rest.firstIndex(where: { "“\"«„".contains($0) }) {
            let behind = rest[rest.index(after: open)...]
            guard let close = behind.firstIndex(where: { "”\"»“".contains($0) }) else { break }
            pieces.append(ContentWords.words(behind[..<close]))
            rest = behind[behind.index(after: close)...]
        }
        return pieces.filter { $0.count >= 4 }
    }
}
