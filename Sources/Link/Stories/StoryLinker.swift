package import DemarcheRecords

/// Groups articles into episodes, and episodes into stories.
///
/// Articles are compared by tf-idf; average linkage over neighbours joins them to episodes, in which likeness fades within
/// days, and these to stories, in which it hardly fades. Between articles without a date it does not fade.
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
        let sorted = self.articles.sorted { $0.article.order < $1.article.order }
        let articles = sorted.map(\.article)
        let weights = TermWeights(self.weights, words.stems)
        let vectors = sorted.map { weights.vector($0) }
        var titles = GroupTitle(articles, vectors)
        let pairs = NeighbourSearch.pairs(vectors)
        let episodes = Self.episodes(articles, vectors, pairs, SeriesActIndex(series, utterances))
        let stories = Self.stories(episodes, pairs)
        let linked = episodes.map { titles.episode($0) }
        let episodeOf = Self.membership(episodes)
        let written = stories.map { story in
            let parts = Set(story.articles.compactMap { episodeOf[$0] }).map { linked[$0] }
            return titles.story(story, parts.sorted { ($0.from ?? "~", $0.id) < ($1.from ?? "~", $1.id) })
        }
        return (written.sorted { $0.id < $1.id }, linked.sorted { $0.id < $1.id })
    }

    private static func episodes(
        _ articles: [StoryArticle], _ vectors: [TermVector], _ pairs: [Pair], _ index: SeriesActIndex
    ) -> [ArticleGroup] {
        let alone = articles.indices.map {
            ArticleGroup(
                article: $0, vector: vectors[$0], days: MeanDays(articles[$0].published),
                acts: index.acts(of: articles[$0].warnings))
        }
        return AverageLinkage.groups(alone, pairs, .episode)
    }

    /// Episodes are compared where their sums share rare terms, or any two of their articles do.
    private static func stories(_ episodes: [ArticleGroup], _ articlePairs: [Pair]) -> [ArticleGroup] {
        let episodeOf = membership(episodes)
        let lifted = articlePairs.compactMap { pair -> Pair? in
            guard let one = episodeOf[pair.first], let other = episodeOf[pair.second], one != other else { return nil }
            return Pair(one, other)
        }
        let pairs = Set(lifted + NeighbourSearch.pairs(episodes.map(\.sum.normalized))).sorted()
        return AverageLinkage.groups(episodes, pairs, .story)
    }

    private static func membership(_ groups: [ArticleGroup]) -> [Int: Int] {
        var group: [Int: Int] = [:]
        for (number, one) in groups.enumerated() { for article in one.articles { group[article] = number } }
        return group
    }
}
