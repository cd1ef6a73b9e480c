import DemarcheRecords

/// Groups some articles into episodes, and these into stories; nothing else is looked at.
struct StoryGrouping {
    private let all: StoryVectors
    private let pairs: [ComparedPair]
    /// What tells undated articles of different days apart.
    private let acts: SeriesActIndex

    /// - Parameter pairs: numbers of articles that are compared.
    init(_ all: StoryVectors, _ pairs: [ComparedPair], _ acts: SeriesActIndex) {
        (self.all, self.pairs, self.acts) = (all, pairs.sorted { $0.pair < $1.pair }, acts)
    }

    /// The stories and episodes, by name. Every article stands in one episode and every episode in one story; an article that is like
    /// no other is alone in both.
    var links: ([Story], [Episode]) {
        let episodes = episodes
        let episodeOf = Self.membership(episodes)
        var titles = GroupTitle(all.articles, all.vectors)
        let linked = episodes.map { titles.episode($0) }
        let stories = stories(of: episodes).map { story in
            let parts = Set(story.articles.compactMap { episodeOf[$0] }).map { linked[$0] }
            return titles.story(story, parts.sorted { ($0.from ?? "~", $0.id) < ($1.from ?? "~", $1.id) })
        }
        return (stories.sorted { $0.id < $1.id }, linked.sorted { $0.id < $1.id })
    }

    /// By name, the articles of each story.
    var stories: [Set<String>] {
        stories(of: episodes).map { story in Set(story.articles.map { all.articles[$0].id }) }
    }

    private var episodes: [ArticleGroup] {
        AverageLinkage.groups(
            all.articles.indices.map(alone), pairs.filter { $0.level == .episode }.map(\.pair), .episode)
    }

    private func alone(_ number: Int) -> ArticleGroup {
        let article = all.articles[number]
        return ArticleGroup(
            article: number, vector: all.vectors[number], days: MeanDays(article.published),
            acts: acts.acts(of: article.warnings))
    }

    /// Episodes are compared where any two of their articles are.
    private func stories(of episodes: [ArticleGroup]) -> [ArticleGroup] {
        let episodeOf = Self.membership(episodes)
        let lifted = pairs.compactMap { compared -> Pair? in
            guard let one = episodeOf[compared.pair.first], let other = episodeOf[compared.pair.second], one != other
            else { return nil }
            return Pair(one, other)
        }
        return AverageLinkage.groups(episodes, lifted.sortedOnce(), .story)
    }

    private static func membership(_ groups: [ArticleGroup]) -> [Int: Int] {
        var group: [Int: Int] = [:]
        for (number, one) in groups.enumerated() { for article in one.articles { group[article] = number } }
        return group
    }
}

/// Two articles that are compared, by number, and the closest level at which the two alone would be one.
struct ComparedPair {
    let pair: Pair
    let level: StoryLevel

    init(_ one: Int, _ other: Int, _ level: StoryLevel) { (pair, self.level) = (Pair(one, other), level) }
}
