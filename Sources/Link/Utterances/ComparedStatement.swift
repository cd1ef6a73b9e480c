import DemarcheRecords
import DemarcheSourceText

/// What decides whether two statements can be one act of speech, in a form that is compared fast.
struct ComparedStatement: Sendable {
    /// How many days later an article may print what was said.
    static let days = 2

    let words: NumberedWords
    let pointsBack: Bool
    private let polarity: ReportedStatement.Polarity
    private let isDenied: Bool
    private let article: UInt32
    private let span: TextSpan
    private let said: Int?
    /// The day of speech, or else of publication (``StatedWords/day``).
    let day: Int?
    /// Whether a day, month or year is known.
    let isDated: Bool
    /// Whether it was said in a month or year before the article, and no day of it is known.
    let isRecalled: Bool
    /// The days on which it can have been said, where no day is known of one of two.
    private let period: ClosedRange<Int>?

    init(_ statement: StatedWords, _ numbers: inout StatementNumbers) {
        words = NumberedWords(statement, &numbers)
        (pointsBack, polarity, isDenied) = (statement.pointsBack, statement.polarity, statement.isDenied)
        (article, span) = (numbers.articles.number(of: statement.article), statement.span)
        (said, day) = (statement.said?.number, statement.day?.number)
        (isDated, isRecalled) = (statement.isDated, statement.isRecalled)
        period = isRecalled ? statement.period : day.map { $0 - Self.days...$0 }
    }

    /// The days of what may be the same, where it is recalled.
    var recalled: ClosedRange<Int>? {
        isRecalled ? period.map { $0.lowerBound...$0.upperBound + Self.days } : nil
    }

    /// Whether both affirm, or both deny, by the cue or in words.
    func hasSense(of other: ComparedStatement) -> Bool { polarity == other.polarity || isDenied == other.isDenied }

    /// Whether days tell that both go together.
    func isDated(with other: ComparedStatement) -> Bool { article == other.article || day != nil && other.day != nil }

    /// Whether both can be of one day: said on the same day, or printed no more than two days apart and not before it was said.
    ///
    /// What stands in the words of another statement is a part of it, and no rendering.
    func isOfDay(of other: ComparedStatement) -> Bool {
        if article == other.article, span.overlaps(other.span) { return false }
        if let said, let also = other.said { return said == also }
        if isRecalled || other.isRecalled {
            guard let period, let also = other.period else { return false }
            return period.overlaps(also)
        }
        guard let day, let also = other.day else { return true }
        return abs(day - also) <= Self.days
    }
}
