package import DemarcheRecords

/// Links again what a few changed articles touch, as ``StoryLinker`` would link all.
///
/// What costs is the neighbourhood: of a changed article the entries around it under each of its keys, of those later
/// articles whose neighbours change the entries before them, and then the stories that any of these touches, with those around
/// them (``StoryNeighbourhood``).
///
/// The neighbours of an article change only if the changed article is among the ``NeighbourSearch/entriesRead`` entries
/// before it under a key that both have: only then can it become a neighbour or cease to be one, or push another out of
/// these entries or let it back in. Weights stay as they are; where ``StoryLinker/weights`` differ from those at hand, all
/// is linked anew.
package struct StoryUpdate<Index: StoryIndex> {
    package private(set) var index: Index
    private let weights: StoryWeights
    /// Of each two articles that are compared, or are no longer, one at least; unless the other is gone.
    private var touched: Set<String> = []
    private var removed: Set<String> = []

    package init(_ index: Index, _ weights: StoryWeights) {
        self.index = index
        self.weights = weights
    }

    /// Takes an article out, also one that is added again in another form.
    package mutating func remove(_ article: String) throws(Index.Failure) {
        removed.insert(article)
        guard let node = try index.node(article) else { return }
        var changed: [String] = []
        for (later, reach) in try reach(of: node) {
            guard let neighbours = try index.node(later)?.neighbours else { continue }
            if !reach.pushed.isEmpty || neighbours.contains(where: { $0.article == article }) { changed.append(later) }
        }
        try index.removeNode(of: article)
        for later in changed { try findNeighbours(of: later) }
    }

    /// Adds an article that the index has and that is not linked.
    package mutating func add(_ article: String) throws(Index.Failure) {
        guard let added = try index.article(article), let node = StoryVectors([added], weights).nodes.first else {
            return
        }
        touched.insert(article)
        try index.put(node)
        try findNeighbours(of: article)
        for (later, reach) in try reach(of: node) {
            guard let neighbours = try index.node(later)?.neighbours else { continue }
            if reach.changes(neighbours) { try findNeighbours(of: later) }
        }
    }

    /// An article whose acts of speech, or series, are others than before; asked for where any article has no date.
    package mutating func touch(_ article: String) { touched.insert(article) }

    /// The stories that hold what was touched, and those that are others for it.
    ///
    /// - Parameters:
    ///   - series: all, where any article has no date.
    ///   - utterances: those of their points.
    package func links(_ series: [Series] = [], _ utterances: [Utterance] = []) throws(Index.Failure) -> StoryChange {
        var around = StoryNeighbourhood(index, weights, SeriesActIndex(series, utterances))
        let seen = try around.reach(of: touched, without: removed)
        let former = try index.stories(holdingAny: seen.union(removed))
        let (stories, episodes) = try around.grouping(seen).links
        return StoryChange(
            stories: stories, episodes: episodes,
            goneStories: Set(former.map(\.id)).subtracting(stories.map(\.id)),
            goneEpisodes: Set(former.flatMap(\.episodes)).subtracting(episodes.map(\.id)))
    }
}

/// What linking again gives.
package struct StoryChange: Sendable, Equatable {
    /// By name, with all of their episodes; some may be as before.
    package let stories: [Story]
    package let episodes: [Episode]
    /// Names of those that are no longer.
    package var goneStories: Set<String> = []
    package var goneEpisodes: Set<String> = []
}

/// What an article is to a later one in whose entries it stands.
private struct Reach {
    /// The product over the keys under which it stands there.
    var score: Float = 0
    /// Articles for which there is no place in these entries beside it.
    var pushed: [String] = []

    /// Whether neighbours change when the article is added.
    func changes(_ neighbours: [StoryNeighbour]) -> Bool {
        guard neighbours.count >= NeighbourSearch.mostNeighbours, let last = neighbours.last else { return true }
        return score >= last.score || neighbours.contains { pushed.contains($0.article) }
    }
}

extension StoryUpdate {
    /// The later articles in whose entries that of a node stands, which is in the index.
    private func reach(of node: StoryNode) throws(Index.Failure) -> [String: Reach] {
        let most = NeighbourSearch.entriesRead
        var reach: [String: Reach] = [:]
        for key in node.keys {
            let before = try index.entries(key.stem, before: node.place, most: most)
            for (between, entry) in try index.entries(key.stem, after: node.place, most: most).enumerated() {
                let pushed = most - 1 - between
                reach[entry.place.article, default: Reach()].score += key.weight * entry.weight
                guard pushed < before.count else { continue }
                reach[entry.place.article, default: Reach()].pushed.append(before[pushed].place.article)
            }
        }
        return reach
    }

    /// Looks up anew which articles before it are neighbours of an article.
    private mutating func findNeighbours(of article: String) throws(Index.Failure) {
        guard var node = try index.node(article) else { return }
        let former = node.levels
        let best = try mostAlike(node)
        let levels = try levels(of: article, best.map(\.place.article), known: node.neighbours)
        node.neighbours = best.map {
            StoryNeighbour(
                article: $0.place.article, score: $0.weight, level: levels[$0.place.article, default: nil])
        }
        if node.levels != former { touched.insert(article) }
        try index.put(node)
    }

    private func mostAlike(_ node: StoryNode) throws(Index.Failure) -> ArraySlice<StoryEntry> {
        var scores: [StoryPlace: Float] = [:]
        for key in node.keys {
            for entry in try index.entries(key.stem, before: node.place, most: NeighbourSearch.entriesRead) {
                scores[entry.place, default: 0] += key.weight * entry.weight
            }
        }
        return scores.map { StoryEntry(place: $0, weight: $1) }
            .sorted { $0.weight == $1.weight ? $0.place < $1.place : $0.weight > $1.weight }
            .prefix(NeighbourSearch.mostNeighbours)
    }

    /// The level at which an article is one with each of some others.
    ///
    /// - Parameter known: neighbours of which that is known.
    private func levels(
        of article: String, _ others: [String], known: [StoryNeighbour]
    ) throws(Index.Failure) -> [String: StoryLevel?] {
        var levels = Dictionary(known.map { ($0.article, $0.level) }) { first, _ in first }
        let unknown = others.filter { levels[$0] == nil }
        if unknown.isEmpty { return levels }
        var compared: [StoryArticle] = []
        for id in unknown + [article] { if let article = try index.article(id) { compared.append(article) } }
        let all = StoryVectors(compared, weights)
        guard let own = all.articles.firstIndex(where: { $0.id == article }) else { return levels }
        for (other, level) in zip(all.articles, all.levels(own)) where other.id != article {
            levels[other.id] = .some(level)
        }
        return levels
    }
}
