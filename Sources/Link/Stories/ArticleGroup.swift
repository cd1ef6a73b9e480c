import Foundation

/// Articles that are one for the clustering: the sum of their vectors, and when they were published on average.
struct ArticleGroup: Sendable {
    /// Numbers of articles, in no order that matters.
    private(set) var articles: [Int]
    private(set) var sum: TermVector
    private let days: MeanDays
    private let acts: SeriesActs

    /// Terms that a sum keeps, the heaviest: enough for what hundreds of articles share, so that a step costs no more for a
    /// long story than for a short one.
    static let mostTerms = 2_000

    init(article: Int, vector: TermVector, days: MeanDays, acts: SeriesActs) {
        articles = [article]
        sum = vector
        self.days = days
        self.acts = acts
    }

    init(_ one: ArticleGroup, _ other: ArticleGroup) {
        articles = one.articles + other.articles
        sum = (one.sum + other.sum).cut(to: Self.mostTerms)
        days = one.days + other.days
        acts = one.acts + other.acts
    }

    /// The mean cosine between articles of the two (average linkage), made smaller by the days between them, or where
    /// only one has a date, because these are not known. Where neither has one it is not. Where days tell nothing, groups in
    /// which one party warns of the same in different acts of speech are not of the same days.
    ///
    /// - Parameter product: of the two sums.
    func likeness(to other: ArticleGroup, _ product: Float, _ level: StoryLevel) -> Float {
        let mean = product / Float(articles.count * other.articles.count)
        if let gap = days.gap(to: other.days) { return mean * level.remainder(afterDays: gap) }
        if level == .episode, acts.areApart(from: other.acts) { return 0 }
        return days.isKnown == other.days.isKnown ? mean : mean * level.remainderAtUnknownDistance
    }
}

/// How alike articles of one group are, and how fast that fades.
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

    /// The part of a likeness that is left between groups of which one has no date: for episodes as after a day, so that the
    /// words must agree more; there is no gold to set it by.
    var remainderAtUnknownDistance: Float {
        switch self {
        case .episode: 0.75
        case .story: 1
        }
    }

    /// The part of a likeness that is left after so many days: for episodes it falls to a third every three days; for stories
    /// by four tenths at most, over a month.
    func remainder(afterDays days: Double) -> Float {
        switch self {
        case .episode: Float(exp(-days / 3))
        case .story: Float(0.6 + 0.4 * exp(-days / 30))
        }
    }
}
