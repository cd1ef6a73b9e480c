import Foundation

/// Articles that are one for the clustering: the sum of their vectors, and when they were published on average.
struct ArticleGroup: Sendable {
    /// Numbers of articles, in no order that matters.
    private(set) var articles: [Int]
    /// The first of them.
    let lead: Int
    private(set) var sum: TermVector
    private let days: MeanDays
    private let acts: SeriesActs

    /// Terms that a sum keeps, the heaviest: enough for what hundreds of articles share, so that a step costs no more for a
    /// long story than for a short one.
    static let mostTerms = 2_000

    init(article: Int, vector: TermVector, days: MeanDays, acts: SeriesActs) {
        articles = [article]
        lead = article
        sum = vector
        self.days = days
        self.acts = acts
    }

    init(_ one: ArticleGroup, _ other: ArticleGroup) {
        articles = one.articles + other.articles
        lead = min(one.lead, other.lead)
        sum = (one.sum + other.sum).cut(to: Self.mostTerms)
        days = one.days + other.days
        acts = one.acts + other.acts
    }

    /// The mean cosine between articles of the two (average linkage), made smaller by the days between them. Where days tell
    /// nothing, groups in which one party warns of the same in different acts of speech are not of the same days.
    ///
    /// - Parameter product: of the two sums.
    func likeness(to other: ArticleGroup, _ product: Float, _ level: StoryLevel) -> Float {
        if level == .episode, days.gap(to: other.days) == nil, acts.areApart(from: other.acts) { return 0 }
        return level.likeness(product / Float(articles.count * other.articles.count), days, other.days)
    }
}

/// How alike articles of one group are, and how fast that fades; the closest level first. What is one episode is one story, too.
///
/// Both levels were set on the development data, one number for all sets, and belong together with the weights of terms
/// (`Docs/stories.md` has the curves).
package enum StoryLevel: String, Sendable, CaseIterable {
    /// What happened in a few days.
    case episode
    /// A long course of events.
    case story

    /// Mean likeness from which groups are one.
    var threshold: Float {
        switch self {
        case .episode: 0.24
        case .story: 0.15
        }
    }

    /// What is left of a cosine between what was published on these days; all of it where neither is known.
    func likeness(_ cosine: Float, _ one: MeanDays, _ other: MeanDays) -> Float {
        if let gap = one.gap(to: other) { return cosine * remainder(afterDays: gap) }
        return one.isKnown == other.isKnown ? cosine : cosine * remainderAtUnknownDistance
    }

    /// The closest level at which two articles of this cosine and these days are one; nil for none.
    static func closest(_ cosine: Float, _ one: MeanDays, _ other: MeanDays) -> StoryLevel? {
        allCases.first { $0.likeness(cosine, one, other) >= $0.threshold }
    }

    /// The part of a likeness that is left between groups of which one has no date: for episodes as after a day, so that the
    /// words must agree more; there is no gold to set it by.
    private var remainderAtUnknownDistance: Float {
        switch self {
        case .episode: 0.75
        case .story: 1
        }
    }

    /// The part of a likeness that is left after so many days: for episodes it falls to a third every three days; for stories
    /// by four tenths at most, over a month.
    private func remainder(afterDays days: Double) -> Float {
        switch self {
        case .episode: Float(exp(-days / 3))
        case .story: Float(0.6 + 0.4 * exp(-days / 30))
        }
    }
}
