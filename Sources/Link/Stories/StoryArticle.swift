import DemarcheRecords
import DemarcheSourceText

/// What of an article decides to which story it belongs.
package struct StoryArticle: Sendable {
    let id: String
    let published: RecordedDate?
    let outlet: String?
    let terms: [CountedStem]
    /// The headline, or where there is none the beginning of the first paragraph; nil where there is neither.
    let headline: String?
    let warnings: [GivenWarning]
    /// Where it stands among others: by the first day that it can be of, and by name.
    let place: StoryPlace

    init(
        id: String, published: RecordedDate?, outlet: String?, terms: [CountedStem], headline: String?,
        warnings: [GivenWarning]
    ) {
        (self.id, self.published, self.outlet, self.terms) = (id, published, outlet, terms)
        (self.headline, self.warnings) = (headline, warnings)
        place = StoryPlace(day: MeanDays(published).firstDay ?? StoryPlace.undated, article: id)
    }

    init(_ source: LinkSource, terms: [CountedStem]) {
        let metadata = source.article.metadata
        self.init(
            id: source.article.id, published: metadata.published ?? source.findings.published,
            outlet: metadata.outlet?.domain ?? metadata.outlet?.name, terms: terms,
            headline: Self.headline(source.article),
            warnings: source.findings.warnings.map { GivenWarning(id: $0.id, statement: $0.statement) })
    }

    var withoutTerms: StoryArticle {
        StoryArticle(
            id: id, published: published, outlet: outlet, terms: [], headline: headline, warnings: warnings)
    }

    private static func headline(_ article: Article) -> String? {
        if let headline = article.metadata.headline, !headline.isEmpty { return headline }
        let read = article.blocks.filter(\.kind.isRead)
        guard let block = read.first(where: { $0.kind == .headline }) ?? read.first else { return nil }
        let words = article.text[block.span].split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.prefix(mostTitleWords).joined(separator: " ")
    }

    /// Of a paragraph that stands in for a headline.
    private static let mostTitleWords = 16
}

/// The place of an article in the order of days and names, the undated last.
package struct StoryPlace: Hashable, Comparable, Sendable {
    /// As ``CalendarDay`` counts; ``undated`` where it is not known.
    package let day: Int
    package let article: String

    package static let undated = Int(Int32.max)

    package init(day: Int, article: String) {
        self.day = day
        self.article = article
    }

    package static func < (left: StoryPlace, right: StoryPlace) -> Bool {
        left.day == right.day ? left.article < right.article : left.day < right.day
    }
}

/// The days in which something was published, on average over articles; a month or a year where no more is known.
struct MeanDays: Sendable {
    private var first: Double
    private var last: Double
    private var count: Int

    static let unknown = MeanDays(first: 0, last: 0, count: 0)

    private init(first: Double, last: Double, count: Int) {
        self.first = first
        self.last = last
        self.count = count
    }

    init(_ date: RecordedDate?) {
        self = date.map { MeanDays(from: $0.date, until: $0.until) } ?? .unknown
    }

    /// - Parameters:
    ///   - date: a day, month or year in ISO 8601.
    ///   - until: the end of an interval.
    init(from date: String, until: String?) {
        guard let first = Self.edge(date, isLast: false), let last = Self.edge(until ?? date, isLast: true),
            first <= last
        else {
            self = .unknown
            return
        }
        self.init(first: Double(first), last: Double(last), count: 1)
    }

    /// The first or last day of a day, month or year.
    private static func edge(_ date: String, isLast: Bool) -> Int? {
        let fields = date.split(separator: "-").compactMap { Int($0) }
        guard let year = fields.first else { return nil }
        let month = fields.count > 1 ? fields[1] : isLast ? 12 : 1
        let ends = isLast ? CalendarDay.days(in: month, of: year) : 1
        return CalendarDay(year, month, fields.count > 2 ? fields[2] : ends)?.number
    }

    var isKnown: Bool { count > 0 }

    /// The first of the days, counted as ``CalendarDay`` counts; nil where none is known.
    var firstDay: Int? { count > 0 ? Int(first) : nil }

    /// The days that certainly lie between; nil where a date is not known.
    func gap(to other: MeanDays) -> Double? {
        guard count > 0, other.count > 0 else { return nil }
        return max(0, first - other.last, other.first - last)
    }

    static func + (left: MeanDays, right: MeanDays) -> MeanDays {
        let count = left.count + right.count
        guard count > 0 else { return .unknown }
        func mean(_ edge: KeyPath<MeanDays, Double>) -> Double {
            (left[keyPath: edge] * Double(left.count) + right[keyPath: edge] * Double(right.count)) / Double(count)
        }
        return MeanDays(first: mean(\.first), last: mean(\.last), count: count)
    }
}
