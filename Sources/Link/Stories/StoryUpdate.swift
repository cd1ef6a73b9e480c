package import DemarcheRecords

/// Links again what a few changed articles touch, as ``StoryLinker`` would link all.
///
/// What costs is the neighbourhood: of a changed article the entries around it under each of its keys, of those later
/// articles whose neighbours change the entries before them, and then the components that any of these touches.
///
/// The neighbours of an article change only if the changed article is among the ``NeighbourSearch/entriesRead`` entries
/// before it under a key that both have: only then can it become a neighbour or cease to be one, or push another out of
/// these entries or let it back in. Weights stay as they are; where ``StoryLinker/weights`` differ from those at hand, all
/// is linked anew.
package struct StoryUpdate<Index: StoryIndex> {
    package private(set) var index: Index
    private let weights: StoryWeights
    /// Articles at an end of a connection that came or went.
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
        touch(node)
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
        try index.put(node)
        try findNeighbours(of: article)
        for (later, reach) in try reach(of: node) {
            guard let neighbours = try index.node(later)?.neighbours else { continue }
            if reach.changes(neighbours) { try findNeighbours(of: later) }
        }
    }

    /// An article whose acts of speech, or series, are others than before; asked for where any article has no date.
    package mutating func touch(_ article: String) { touched.insert(article) }

    /// The groups of all components that were touched.
    ///
    /// - Parameters:
    ///   - series: all, where any article has no date.
    ///   - utterances: those of their points.
    package func links(_ series: [Series] = [], _ utterances: [Utterance] = []) throws(Index.Failure) -> StoryChange {
        let nodes = try touchedNodes()
        let (stories, episodes) = try links(nodes, SeriesActIndex(series, utterances))
        var change = StoryChange(stories: stories, episodes: episodes)
        for article in removed.union(nodes.keys) {
            guard let groups = try index.groups(of: article) else { continue }
            change.goneStories.insert(groups.story)
            change.goneEpisodes.insert(groups.episode)
        }
        change.goneStories.subtract(stories.map(\.id))
        change.goneEpisodes.subtract(episodes.map(\.id))
        return change
    }
}

/// What linking again gives.
package struct StoryChange: Sendable, Equatable {
    /// All of the components that were touched, by name; some may be as before.
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
    private mutating func touch(_ node: StoryNode) {
        touched.insert(node.place.article)
        for neighbour in node.neighbours where neighbour.isConnected { touched.insert(neighbour.article) }
    }

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
        touch(node)
        let best = try mostAlike(node)
        let connected = try connections(of: article, best.map(\.place.article), known: node.neighbours)
        node.neighbours = best.map {
            StoryNeighbour(
                article: $0.place.article, score: $0.weight, isConnected: connected.contains($0.place.article))
        }
        touch(node)
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

    /// Which of the others are like enough for one component.
    ///
    /// - Parameter known: neighbours of which that is known.
    private func connections(
        of article: String, _ others: [String], known: [StoryNeighbour]
    ) throws(Index.Failure) -> Set<String> {
        var connected = Set(known.filter(\.isConnected).map(\.article)).intersection(others)
        let unknown = Set(others).subtracting(known.map(\.article))
        if unknown.isEmpty { return connected }
        let all = StoryVectors(try articles(unknown.union([article])), weights)
        guard let own = all.articles.firstIndex(where: { $0.id == article }) else { return connected }
        var spread = SpreadVector(over: all.vectors)
        spread.hold(all.vectors[own])
        for (other, vector) in zip(all.articles, all.vectors) where StoryComponents.connects(spread.dot(vector)) {
            connected.insert(other.id)
        }
        return connected
    }

    /// The nodes of the components that are touched, by article.
    private func touchedNodes() throws(Index.Failure) -> [String: StoryNode] {
        var nodes: [String: StoryNode] = [:]
        var open = Array(touched)
        while let article = open.popLast() {
            guard nodes[article] == nil, let node = try index.node(article) else { continue }
            nodes[article] = node
            let around = try node.neighbours + index.holders(of: article)
            open += around.filter { $0.isConnected && nodes[$0.article] == nil }.map(\.article)
        }
        return nodes
    }

    private func links(
        _ nodes: [String: StoryNode], _ acts: SeriesActIndex
    ) throws(Index.Failure) -> ([Story], [Episode]) {
        let all = StoryVectors(try articles(nodes.keys), weights)
        let number = Dictionary(zip(all.articles.map(\.id), all.articles.indices)) { first, _ in first }
        let pairs = all.articles.enumerated().flatMap { own, article in
            (nodes[article.id]?.neighbours ?? []).filter(\.isConnected).compactMap { number[$0.article] }
                .map { Pair($0, own) }
        }
        return StoryComponents(articles: all.articles, vectors: all.vectors, acts: acts).links(pairs.sorted())
    }

    private func articles(_ ids: some Sequence<String>) throws(Index.Failure) -> [StoryArticle] {
        var articles: [StoryArticle] = []
        for id in ids { if let article = try index.article(id) { articles.append(article) } }
        return articles
    }
}
