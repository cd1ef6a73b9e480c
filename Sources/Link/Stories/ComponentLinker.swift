import DemarcheRecords

/// Groups the articles of one component into episodes, and these into stories; nothing else is looked at.
struct ComponentLinker {
    /// By date and name.
    let articles: [StoryArticle]
    let vectors: [TermVector]
    let acts: SeriesActIndex
    /// Whether an article is without a date: where all have one, no link of another kind changes which belong together.
    private let asksForActs: Bool

    init(articles: [StoryArticle], vectors: [TermVector], acts: SeriesActIndex) {
        (self.articles, self.vectors, self.acts) = (articles, vectors, acts)
        asksForActs = articles.contains { !MeanDays($0.published).isKnown }
    }

    /// - Parameter pairs: the articles that are compared at first, in order.
    func links(_ pairs: [Pair]) -> ([Story], [Episode]) {
        let episodes = episodes(pairs)
        let episodeOf = Self.membership(episodes)
        let stories = Self.stories(episodes, episodeOf, pairs)
        var titles = GroupTitle(articles, vectors)
        let linked = episodes.map { titles.episode($0) }
        let written = stories.map { story in
            let parts = Set(story.articles.compactMap { episodeOf[$0] }).map { linked[$0] }
            return titles.story(story, parts.sorted { ($0.from ?? "~", $0.id) < ($1.from ?? "~", $1.id) })
        }
        return (written, linked)
    }

    private func episodes(_ pairs: [Pair]) -> [ArticleGroup] {
        AverageLinkage.groups(articles.indices.map(alone), pairs, .episode)
    }

    private func alone(_ number: Int) -> ArticleGroup {
        let article = articles[number]
        return ArticleGroup(
            article: number, vector: vectors[number], days: MeanDays(article.published),
            acts: asksForActs ? acts.acts(of: article.warnings) : SeriesActs())
    }

    /// Episodes are compared where their sums share rare terms, or any two of their articles are compared.
    private static func stories(
        _ episodes: [ArticleGroup], _ episodeOf: [Int: Int], _ articlePairs: [Pair]
    ) -> [ArticleGroup] {
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
