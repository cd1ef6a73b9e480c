package import DemarcheRecords

/// Groups articles into episodes, and episodes into stories.
///
/// Articles are compared by tf-idf; average linkage over neighbours joins them to episodes, in which likeness fades within
/// days, and these to stories, in which it hardly fades. Between articles without a date it does not fade. What is not connected
/// by neighbours is linked apart (``StoryComponents``).
package struct StoryLinker: Sendable {
    private var words = TermReader()
    /// Without their terms, which stand beside them as numbers.
    private var articles: [NumberedArticle] = []

    package init() {}

    package mutating func add(_ source: LinkSource) {
        articles.append(
            NumberedArticle(article: StoryArticle(source, terms: []), terms: words.numbered(source.article)))
    }

    mutating func add(_ article: StoryArticle) {
        articles.append(NumberedArticle(article: article.withoutTerms, terms: words.numbered(article.terms)))
    }

    /// Weights counted over those of the articles that have the lowest names; the same for all articles and for these alone.
    package var weights: StoryWeights {
        StoryWeights(articles.sorted { $0.article.id < $1.article.id }.prefix(StoryWeights.sampleSize), words.stems)
    }

    /// Every article stands in one episode and every episode in one story; an article that is like no other is alone in both.
    ///
    /// - Parameters:
    ///   - series: whose points tell undated articles of different days apart.
    ///   - utterances: which of these points are one act of speech.
    package func links(_ series: [Series] = [], _ utterances: [Utterance] = []) -> ([Story], [Episode]) {
        let sorted = self.articles.sorted { $0.article.place < $1.article.place }
        let weights = TermWeights(self.weights, words.stems)
        let components = StoryComponents(
            articles: sorted.map(\.article), vectors: sorted.map { weights.vector($0) },
            acts: SeriesActIndex(series, utterances))
        return components.links(Self.connected(components.vectors))
    }

    /// Neighbours that are like enough for one component.
    private static func connected(_ vectors: [TermVector]) -> [Pair] {
        var held = -1
        var spread = SpreadVector(over: vectors)
        return NeighbourSearch.pairs(vectors).filter { pair in
            if pair.first != held { spread.hold(vectors[pair.first]) }
            held = pair.first
            return StoryComponents.connects(spread.dot(vectors[pair.second]))
        }
    }
}
