/// How rare terms are and which of them are an outlet's own, counted over a sample of the articles.
///
/// The sample (``LinkSample``) is the smallest of 1,024, 2,048 and 4,096 articles that keeps the figures on the development data
/// (`Docs/stories.md`).
package struct StoryWeights: Sendable, Equatable {
    /// How many articles the sample has.
    let articles: Int
    /// Whether there are others, which nobody counted.
    let isFull: Bool
    /// The highest name of an article in the sample.
    let lastArticle: String
    /// By stem, how many articles of the sample have it, without those of whose house it is; only stems that one has.
    let frequency: [String: Int]
    /// By outlet, the stems of its house.
    let house: [String: Set<String>]

    /// Counts a sample. Linear in its terms.
    ///
    /// - Parameters:
    ///   - sample: articles by name, the lowest first.
    ///   - vocabulary: the stems of their terms, by number.
    ///   - isFull: whether the sample has as many articles as it is to have.
    init(_ sample: some Collection<NumberedArticle>, _ vocabulary: WordNumbers, isFull: Bool) {
        self.isFull = isFull
        let houses = HouseTerms.found(in: Array(sample), vocabulary: vocabulary.words.count)
        let left = sample.map { $0.terms(without: houses) }
        let counts = HouseTerms.frequency(left, vocabulary: vocabulary.words.count)
        articles = sample.count
        lastArticle = sample.reduce("") { max($0, $1.article.id) }
        frequency = Dictionary(zip(vocabulary.words, counts).filter { $1 > 0 }) { first, _ in first }
        house = houses.mapValues { Set($0.map { vocabulary[UInt32($0)] }) }
    }

    /// Whether an article of this name is counted, so that weights are others when it comes or goes.
    package func counts(_ article: String) -> Bool { !isFull || article <= lastArticle }
}

extension StoryWeights {
    /// To be kept and read again; equal weights give equal bytes.
    package var bytes: [UInt8] {
        var writer = InputWriter()
        writer.write(articles)
        writer.write(isFull)
        writer.write(lastArticle)
        writer.write(frequency.sorted { $0.key < $1.key }) { writer, counted in
            writer.write(counted.key)
            writer.write(counted.value)
        }
        writer.write(house.sorted { $0.key < $1.key }) { writer, one in
            writer.write(one.key)
            writer.write(one.value.sorted())
        }
        return writer.bytes
    }

    /// Nil for bytes that ``bytes`` does not give.
    package init?(bytes: [UInt8]) {
        var reader = InputReader(bytes)
        articles = reader.int()
        isFull = reader.flag()
        lastArticle = reader.string()
        frequency = Dictionary(reader.array { ($0.string(), $0.int()) }) { first, _ in first }
        house = Dictionary(reader.array { ($0.string(), Set($0.array { $0.string() })) }) { first, _ in first }
        guard reader.isComplete else { return nil }
    }
}
