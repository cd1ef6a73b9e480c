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
    /// The days of the month, year or interval in which it was said, where the words tell no day.
    var period: ClosedRange<Int>?
    var directness: ReportedStatement.Directness
    var polarity: ReportedStatement.Polarity
    var span: TextSpan
    var text: String
    var words: [String]
    /// The matter of the words (``Matter``).
    var stems: Set<String>
    /// The stems of the words as they stand (``ContentWords``).
    var plainStems: Set<String>
    /// Whether it is denied, by the cue or in words: *not*, *nobody*.
    var isDenied: Bool
    /// The words within quotation marks, of four words and more, as they follow each other.
    var quoted: [[String]]
    /// The only agency that the article credits in its dateline or as its author.
    var agency: String?
    /// Agencies and outlets that the statement is credited to, the farthest last.
    var credits: [String]
    /// Whom it was said to, in words between spaces: *told the Courier*.
    var addressee: String?
    /// Whether the article's outlet says that it heard the words itself.
    var isFirstHand: Bool
    /// Whoever speaks, by the name in the article.
    var speaker: String?
    /// What the words claim or deny.
    var act: StatedAct?

    init(_ statement: ReportedStatement, in article: Article) {
        let metadata = article.metadata
        id = statement.id
        speaker = statement.speaker.name
        self.article = article.id
        outlet = metadata.outlet?.name ?? metadata.outlet?.domain
        published = metadata.published?.common
        said = statement.said.flatMap { $0.precision == .day ? CalendarDay(iso: $0.date) : nil }
        period = statement.said.flatMap { $0.precision == .day ? nil : Self.period($0) }
        publishedDay = metadata.published.flatMap { $0.precision == .day ? CalendarDay(iso: $0.date) : nil }
        directness = statement.directness
        polarity = statement.polarity
        span = statement.contentSpan
        text = statement.content.map(\.exact).joined(separator: " … ")
        words = ContentWords.words(text)
        stems = Matter.keys(words)
        plainStems = ContentWords.stems(words)
        act = StatedAct(statement, text, words)
        isDenied = (statement.polarity == .negated) != Self.negates(words)
        quoted = Self.quoted(text, statement.directness)
        let carriers = statement.via.filter { $0.kind == .agency || $0.kind == .outlet }.map(\.name)
        agency = metadata.agencies.count == 1 ? metadata.agencies.first : nil
        let own = Set([metadata.outlet?.name, metadata.outlet?.domain].compactMap { $0?.lowercased() })
        credits = carriers.filter { !own.contains($0.lowercased()) }
        let addressee = statement.occasion?.addressee.map { Self.spaced($0.exact) }
        self.addressee = addressee
        isFirstHand =
            carriers.contains { own.contains($0.lowercased()) }
            || addressee.map { words in own.contains { words.contains(Self.spaced($0)) } } == true
    }

    /// Whether the words point back to what was said before: *in this case*, *such a move*.
    var pointsBack: Bool {
        let head = words.prefix(4)
        return ["this", "such", "these", "those"].contains { head.contains($0) } || head.starts(with: ["in", "that"])
    }

    /// Whether an odd number of words negates.
    private static func negates(_ words: [String]) -> Bool {
        words.count { negations.contains($0) || $0.hasSuffix("n't") } % 2 == 1
    }

    private static let negations: Set<String> = [
        "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "nowhere", "cannot", "without", "false",
        "untrue",
    ]

    /// The day of speech, or else of publication; nil for what was said at another time of which no day is known.
    var day: CalendarDay? { said ?? (isRecalled ? nil : publishedDay) }
    /// Whether a day, month or year is known.
    var isDated: Bool { said != nil || published != nil }
    /// Whether it was said in a month or year before the article, and no day of it is known.
    var isRecalled: Bool {
        guard said == nil, let period, let publishedDay else { return false }
        return !period.contains(publishedDay.number)
    }

    /// The words in lower case, each between spaces.
    static func spaced(_ text: String) -> String { " " + ContentWords.words(text).joined(separator: " ") + " " }

    /// The first to the last day of a month, a year or an interval.
    private static func period(_ date: RecordedDate) -> ClosedRange<Int>? {
        let until = date.until ?? date.date
        let ends = [date.date, until].map { $0 + ([4: "-01-01", 7: "-01"][$0.utf8.count] ?? "") }
        guard let first = CalendarDay(iso: ends[0]), let last = CalendarDay(iso: ends[1]) else { return nil }
        let months = [4: 12, 7: 1][until.utf8.count] ?? 0
        let behind = months == 0 ? last.adding(1) : last.adding(months: months)
        return behind.flatMap { first < $0 ? first.number...($0.number - 1) : nil }
    }

    private static let opening: Set<Unicode.Scalar> = ["“", "\"", "«", "„"]
    private static let closing: Set<Unicode.Scalar> = ["”", "\"", "»", "“"]

    private static func quoted(_ text: String, _ directness: ReportedStatement.Directness) -> [[String]] {
        if directness == .direct { return [ContentWords.words(text)] }
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 >= 0x80 }) else { return [] }
        var pieces: [[String]] = []
        var rest = text[...]
        while let open = rest.unicodeScalars.firstIndex(where: opening.contains) {
            let behind = rest[rest.index(after: open)...]
            guard let close = behind.unicodeScalars.firstIndex(where: closing.contains) else { break }
            pieces.append(ContentWords.words(behind[..<close]))
            rest = behind[behind.index(after: close)...]
        }
        return pieces.filter { $0.count >= 4 }
    }
}
