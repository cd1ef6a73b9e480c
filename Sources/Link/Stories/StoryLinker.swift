package import DemarcheRecords

/// Groups articles into episodes, and episodes into stories.
///
/// Articles are compared by tf-idf; average linkage over neighbours joins them to episodes, in which likeness fades within
/// days, and these to stories, in which it hardly fades. Between articles without a date it does not fade.
package struct StoryLinker: Sendable {
    private var words = TermReader()
    /// Without their terms, which stand beside them as numbers.
    private var articles: [NumberedArticle] = []

    private let sample: Int

    /// - Parameter sample: over how many articles is counted how rare terms are.
    package init(sample: Int = LinkSample.size) { self.sample = sample }

    package mutating func add(_ source: LinkSource) {
        articles.append(
            NumberedArticle(article: StoryArticle(source, terms: []), terms: words.numbered(source.article)))
    }

    package mutating func add(_ article: StoryArticle) {
        articles.append(NumberedArticle(article: article.withoutTerms, terms: words.numbered(article.terms)))
    }

    /// Weights counted over a sample of the articles.
    package var weights: StoryWeights {
        StoryWeights(articles, words.stems, LinkSample(articles.map(\.article.place), size: sample))
    }

    /// Every article stands in one episode and every episode in one story; an article that is like no other is alone in both.
    ///
    /// - Parameters:
    ///   - series: whose points tell undated articles of different days apart.
    ///   - utterances: which of these points are one act of speech.
    ///   - weights: by which articles are compared; ``weights`` where none are given.
    package func links(
        _ series: [Series] = [], _ utterances: [Utterance] = [], by weights: StoryWeights? = nil
    ) -> ([Story], [Episode]) {
        let all = StoryVectors(articles, words.stems, weights ?? self.weights)
        let pairs = all.neighbours.enumerated().flatMap { number, found in
            found.compactMap { one in one.level.map { ComparedPair(Int(one.other.number), number, $0) } }
        }
        return StoryGrouping(all, pairs, SeriesActIndex(series, utterances)).links
    }

    /// What is kept of each article so that ``StoryUpdate`` links again around what changes.
    package func nodes(by weights: StoryWeights) -> [StoryNode] { StoryVectors(articles, words.stems, weights).nodes }
}
