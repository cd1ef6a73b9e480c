/// How rare terms are and which of them are an outlet's own, counted over a sample of the articles.
///
/// The sample (``LinkSample``) is the smallest of 1,024, 2,048 and 4,096 articles that keeps the figures on the development data
/// (`Docs/stories.md`).
package struct StoryWeights: Sendable, Equatable {
    /// Those that are counted.
    package private(set) var sample: LinkSample
    /// By stem, how many articles of the sample have it, without those of whose house it is; only stems that one has.
    let frequency: [String: Int]
    /// By outlet, the stems of its house.
    let house: [String: Set<String>]

    /// Counts a sample. Linear in its terms.
    ///
    /// - Parameters:
    ///   - articles: all, or those of the sample.
    ///   - vocabulary: the stems of their terms, by number.
    init(_ articles: some Collection<NumberedArticle>, _ vocabulary: WordNumbers, _ sample: LinkSample) {
        self.sample = sample
        let counted = articles.filter { sample.articles.contains($0.article.id) }
        let houses = HouseTerms.found(in: counted, vocabulary: vocabulary.words.count)
        let left = counted.map { $0.terms(without: houses) }
        let counts = HouseTerms.frequency(left, vocabulary: vocabulary.words.count)
        frequency = Dictionary(zip(vocabulary.words, counts).filter { $1 > 0 }) { first, _ in first }
        house = houses.mapValues { Set($0.map { vocabulary[UInt32($0)] }) }
    }

    /// The same weights, by a sample that has the same articles.
    package func drawn(_ sample: LinkSample) -> StoryWeights {
        var weights = self
        weights.sample = sample
        return weights
    }

    /// Whether an article of this name is counted, so that weights are others when it comes or goes.
    package func counts(_ article: String) -> Bool { !isFull || sample.articles.contains(article) }

    /// Whether there are others, which nobody counted.
    var isFull: Bool { sample.isFull }
}

extension StoryWeights {
    /// To be kept and read again; equal weights give equal bytes.
    package var bytes: [UInt8] {
        var writer = InputWriter()
        sample.write(&writer)
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
        sample = LinkSample(&reader)
        frequency = Dictionary(reader.array { ($0.string(), $0.int()) }) { first, _ in first }
        house = Dictionary(reader.array { ($0.string(), Set($0.array { $0.string() })) }) { first, _ in first }
        guard reader.isComplete else { return nil }
    }
}
