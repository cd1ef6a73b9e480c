import DemarcheRecords

@testable import DemarcheLink

/// An index of stories in memory.
struct StoryMemory: StoryIndex {
    private var articles: [String: StoryArticle] = [:]
    private(set) var nodes: [String: StoryNode] = [:]
    private(set) var stories: [String: Story] = [:]
    private(set) var episodes: [String: Episode] = [:]

    /// All of the articles, linked at once.
    init(_ all: [StoryArticle], by weights: StoryWeights) {
        var linker = StoryLinker()
        for article in all {
            linker.add(article)
            articles[article.id] = article
        }
        for node in linker.nodes(by: weights) { put(node) }
        let links = linker.links(by: weights)
        replace(StoryChange(stories: links.0, episodes: links.1))
    }

    mutating func keep(_ article: StoryArticle) { articles[article.id] = article }
    mutating func forget(_ article: String) { articles[article] = nil }

    mutating func replace(_ change: StoryChange) {
        for name in change.goneStories { stories[name] = nil }
        for name in change.goneEpisodes { episodes[name] = nil }
        for story in change.stories { stories[story.id] = story }
        for episode in change.episodes { episodes[episode.id] = episode }
    }

    func article(_ id: String) -> StoryArticle? { articles[id] }
    func node(_ article: String) -> StoryNode? { nodes[article] }

    func entries(_ stem: String, before place: StoryPlace, most: Int) -> [StoryEntry] {
        Array(entries(stem).filter { $0.place < place }.sorted { $0.place > $1.place }.prefix(most))
    }

    func entries(_ stem: String, after place: StoryPlace, most: Int) -> [StoryEntry] {
        Array(entries(stem).filter { $0.place > place }.sorted { $0.place < $1.place }.prefix(most))
    }

    /// By stem, the articles that have it among their keys.
    private var keyed: [String: [String: StoryEntry]] = [:]

    private func entries(_ stem: String) -> [StoryEntry] { Array((keyed[stem] ?? [:]).values) }

    func holders(of article: String) -> [StoryNeighbour] {
        nodes.values.flatMap { node in
            node.neighbours.filter { $0.article == article }.map {
                StoryNeighbour(article: node.place.article, score: $0.score, level: $0.level)
            }
        }
    }

    func stories(holdingAny articles: Set<String>) -> [Story] {
        stories.values.filter { !articles.isDisjoint(with: $0.articles) }
    }

    mutating func put(_ node: StoryNode) {
        nodes[node.place.article] = node
        for key in node.keys {
            keyed[key.stem, default: [:]][node.place.article] = StoryEntry(place: node.place, weight: key.weight)
        }
    }

    mutating func removeNode(of article: String) {
        for key in nodes[article]?.keys ?? [] { keyed[key.stem]?[article] = nil }
        nodes[article] = nil
    }
}
