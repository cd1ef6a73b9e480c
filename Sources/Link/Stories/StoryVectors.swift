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

    /// By article, those before it that share most of its heaviest terms, with the level at which the two are one.
    var neighbours: [[(other: Weighed, level: StoryLevel?)]] {
        var spread = SpreadVector(over: vectors)
        let days = articles.map { MeanDays($0.published) }
        return NeighbourSearch.neighbours(vectors).enumerated().map { number, found in
            spread.hold(vectors[number])
            return found.map { one in
                let other = Int(one.number)
                return (one, .closest(spread.dot(vectors[other]), days[number], days[other]))
            }
        }
    }

    /// The level at which each article is one with that of a number.
    func levels(_ number: Int) -> [StoryLevel?] {
        var spread = SpreadVector(over: vectors)
        spread.hold(vectors[number])
        let days = MeanDays(articles[number].published)
        return zip(articles, vectors).map { .closest(spread.dot($1), days, MeanDays($0.published)) }
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
                        article: articles[Int($0.other.number)].id, score: $0.other.weight, level: $0.level)
                })
        }
    }
}
