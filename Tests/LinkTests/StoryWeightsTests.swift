import Testing

@testable import DemarcheLink

/// Weights over articles of invented words, whose names sort as their numbers do.
@Suite struct StoryWeightsTests {
    private static func article(_ number: Int, _ stems: [String], outlet: String? = nil) -> StoryArticle {
        StoryArticle(
            id: "a-\(1_000_000 + number)", published: nil, outlet: outlet,
            terms: stems.map { CountedStem(stem: $0, count: 1, isInHeadline: false) }, headline: nil, warnings: [])
    }

    private static func weights(_ articles: [StoryArticle]) -> StoryWeights {
        var linker = StoryLinker()
        articles.forEach { linker.add($0) }
        return linker.weights
    }

    private static let sample = (0..<LinkSample.size).map { article($0, ["zenda", "strelsau\($0 % 2)"]) }

    @Test func countsOnlyTheSample() {
        let further = (5_000..<5_010).map { Self.article($0, ["zenda", "hentzau"]) }
        let weights = Self.weights(further + Self.sample)
        #expect(weights == Self.weights(Self.sample))
        #expect(weights.frequency == ["zenda": 1_024, "strelsau0": 512, "strelsau1": 512])
        #expect(weights.counts("a-1000003") && !weights.counts("a-1005003"))
    }

    @Test func countsAllWhereThereAreFew() {
        let weights = Self.weights([Self.article(2, ["zenda"]), Self.article(1, ["zenda", "hentzau"])])
        #expect(weights.frequency == ["zenda": 2, "hentzau": 1])
        #expect(!weights.isFull && weights.counts("a-9"))
    }

    @Test func readsAgainWhatItWrites() {
        let own = (0..<20).map { Self.article($0, ["zenda", "courier"], outlet: "zendacourier.example") }
        let weights = Self.weights(own + (20..<40).map { Self.article($0, ["zenda", "hentzau\($0)"]) })
        #expect(weights.house == ["zendacourier.example": ["courier"]])
        #expect(StoryWeights(bytes: weights.bytes) == weights)
        #expect(StoryWeights(bytes: Array(weights.bytes.dropLast())) == nil)
        #expect(StoryWeights(bytes: weights.bytes + [0]) == nil)
    }

    /// The terms of an article's vector over a sample of ``sampleSize`` articles or of all.
    private func terms(_ article: StoryArticle, among others: [StoryArticle]) -> [String] {
        var words = TermReader()
        let numbered = NumberedArticle(article: article, terms: words.numbered(article.terms))
        let vector = TermWeights(Self.weights(others), words.stems).vector(numbered)
        return vector.terms.map { words.stems.words.sorted()[Int($0)] }
    }

    @Test func connectsByTermsThatTheSampleDoesNotHaveOnlyWhereThereAreOthers() {
        let article = Self.article(0, ["zenda", "hentzau"])
        #expect(terms(article, among: [article, Self.article(1, ["zenda"])]) == ["zenda"])
        let further = Self.article(5_000, ["zenda", "hentzau"])
        #expect(terms(further, among: Self.sample) == ["hentzau", "zenda"])
    }
}
