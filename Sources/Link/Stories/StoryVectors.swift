/// Articles by date and name, with their vectors over terms that are numbered among them.
struct StoryVectors {
    let articles: [StoryArticle]
    let vectors: [TermVector]
    private let words: WordNumbers

    /// - Parameter words: the stems of the terms, by number.
    init(_ articles: [NumberedArticle], _ words: WordNumbers, _ weights: StoryWeights) {
        let sorted = articles.sorted { $0.article.place < $1.article.place }
        let termWeights = TermWeights(weights, words)
        self.articles = sorted.map(\.article)
        vectors = sorted.map { termWeights.vector($0) }
        self.words = words
    }

    init(_ articles: [StoryArticle], _ weights: StoryWeights) {
        var reader = TermReader()
        let numbered = articles.map { NumberedArticle(article: $0.withoutTerms, terms: reader.numbered($0.terms)) }
        self.init(numbered, reader.stems, weights)
    }

    /// By article, those before it that share most of its heaviest terms, with whether they are like enough for one component.
    var neighbours: [[(other: Weighed, isConnected: Bool)]] {
        var spread = SpreadVector(over: vectors)
        return zip(vectors, NeighbourSearch.neighbours(vectors)).map { vector, found in
            spread.hold(vector)
            return found.map { ($0, StoryComponents.connects(spread.dot(vectors[Int($0.number)]))) }
        }
    }

    /// What is kept of each article so that others find it.
    var nodes: [StoryNode] {
        let stems = words.words.sorted()
        return zip(articles.indices, neighbours).map { number, found in
            StoryNode(
                place: articles[number].place,
                keys: NeighbourSearch.keys(vectors[number]).map {
                    StoryKey(stem: stems[Int($0.number)], weight: $0.weight)
                },
                neighbours: found.map {
                    StoryNeighbour(
                        article: articles[Int($0.other.number)].id, score: $0.other.weight, isConnected: $0.isConnected)
                })
        }
    }
}
