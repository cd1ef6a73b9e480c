import DemarcheRecords

/// Articles around those that changed, read as they are needed, each once.
struct StoryNeighbourhood<Index: StoryIndex> {
    private let index: Index
    private let weights: StoryWeights
    private let acts: SeriesActIndex
    private var nodes: [String: StoryNode] = [:]
    private var articles: [String: StoryArticle] = [:]

    init(_ index: Index, _ weights: StoryWeights, _ acts: SeriesActIndex) {
        (self.index, self.weights, self.acts) = (index, weights, acts)
    }

    /// The articles whose story or episode may be another now; each story holds only these or none of them.
    ///
    /// Whether two episodes are one story, or two articles one episode, hangs on these alone (``AverageLinkage``). A story that holds
    /// what it held holds the same episodes, since what joins two of its articles to one episode joins them to one story.
    ///
    /// - Parameters:
    ///   - touched: articles of which they themselves, or a pair in which they stand, changed.
    ///   - removed: articles that were linked, and are no longer or in another form.
    mutating func reach(of touched: Set<String>, without removed: Set<String>) throws(Index.Failure) -> Set<String> {
        let changed = try linked(touched.union(members(touched.union(removed)).joined()))
        return try Regrouping.reach(of: changed) { next throws(Index.Failure) in
            try compared(with: next)
        } former: { edge throws(Index.Failure) in
            try members(edge)
        } grouped: { some throws(Index.Failure) in
            try grouping(some).stories
        }
    }

    /// Of some articles as if there were no others.
    mutating func grouping(_ some: Set<String>) throws(Index.Failure) -> StoryGrouping {
        let all = StoryVectors(try read(some), weights)
        let number = Dictionary(zip(all.articles.map(\.id), all.articles.indices)) { first, _ in first }
        let pairs = all.articles.enumerated().flatMap { own, article in
            (nodes[article.id]?.neighbours ?? []).compactMap { neighbour -> ComparedPair? in
                guard let level = neighbour.level, let other = number[neighbour.article] else { return nil }
                return ComparedPair(other, own, level)
            }
        }
        return StoryGrouping(all, pairs, acts)
    }

    private func members(_ some: Set<String>) throws(Index.Failure) -> [Set<String>] {
        try index.stories(holdingAny: some).map { Set($0.articles) }
    }

    /// Those that are still linked.
    private mutating func linked(_ some: Set<String>) throws(Index.Failure) -> Set<String> {
        var linked: Set<String> = []
        for article in some where try node(article) != nil { linked.insert(article) }
        return linked
    }

    private mutating func compared(with some: Set<String>) throws(Index.Failure) -> Set<String> {
        var around: Set<String> = []
        for article in some {
            let neighbours = try (node(article)?.neighbours ?? []) + index.holders(of: article)
            for neighbour in neighbours where neighbour.level != nil { around.insert(neighbour.article) }
        }
        return around
    }

    private mutating func node(_ article: String) throws(Index.Failure) -> StoryNode? {
        if let node = nodes[article] { return node }
        nodes[article] = try index.node(article)
        return nodes[article]
    }

    private mutating func read(_ some: Set<String>) throws(Index.Failure) -> [StoryArticle] {
        for id in some {
            _ = try node(id)
            if articles[id] == nil { articles[id] = try index.article(id) }
        }
        return some.compactMap { articles[$0] }
    }
}
