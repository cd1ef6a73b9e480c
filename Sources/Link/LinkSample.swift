/// The articles of a record over which it is counted how rare words are: of those that were published first, up to a step, the first by
/// name.
///
/// Names follow from the bytes of articles by SHA-256, so that these are a random sample of what they are drawn from (bottom-k sketch, Cohen and
/// Kaplan 2007). It follows from the articles alone, in whatever order they are read. The steps lie an eighth apart, so that coverage
/// that grows by what is new changes the sample only when it has grown by an eighth. An article that comes or goes among those from which it
/// is drawn changes it with a probability of twice its size over their number.
package struct LinkSample: Sendable, Equatable {
    package static let size = 1024

    /// By name.
    package let articles: Set<String>
    /// From how many it is drawn.
    private let reach: Int
    /// The last of these; nil where there is none.
    private let last: StoryPlace?
    /// Whether it has as many articles as it is to have, so that there may be others.
    let isFull: Bool

    /// - Parameters:
    ///   - places: those of all articles.
    ///   - size: how many it is to have.
    init(_ places: some Collection<StoryPlace>, size: Int = size) {
        reach = Self.reach(of: places.count, size)
        let first = places.sorted().prefix(reach)
        articles = Set(first.map(\.article).sorted().prefix(size))
        last = first.last
        isFull = articles.count >= size
    }

    /// What it is after some articles came, went or changed; nil where it has other articles then, or one of its own changed.
    ///
    /// What it is drawn from may be others even if it has the same articles, so that the next change is asked of what this gives.
    ///
    /// - Parameters:
    ///   - former: where those stood that went or changed.
    ///   - current: where those stand that came or changed.
    ///   - count: how many articles there are now.
    ///   - others: the places of all articles before; asked for only where they are needed.
    package func kept<Failure: Error>(
        without former: [StoryPlace], with current: [StoryPlace], of count: Int,
        size: Int = size, among others: () throws(Failure) -> [StoryPlace]
    ) throws(Failure) -> LinkSample? {
        guard isFull, let last else { return nil }
        if Self.reach(of: count, size) == reach, (former + current).allSatisfy({ $0 > last }) { return self }
        guard (former + current).allSatisfy({ !articles.contains($0.article) }) else { return nil }
        let gone = Set((former + current).map(\.article))
        let all = try others().filter { !gone.contains($0.article) } + current
        let anew = LinkSample(all, size: size)
        return anew.articles == articles ? anew : nil
    }

    /// The last step that so many articles have reached; all of them, where there are no more than the sample has.
    private static func reach(of count: Int, _ size: Int) -> Int {
        var reach = size
        while reach + max(1, reach / 8) <= count { reach += max(1, reach / 8) }
        return min(reach, count)
    }
}

extension LinkSample {
    func write(_ writer: inout InputWriter) {
        writer.write(articles.sorted())
        writer.write(reach)
        writer.write(last) { writer, place in
            writer.write(place.day)
            writer.write(place.article)
        }
        writer.write(isFull)
    }

    init(_ reader: inout InputReader) {
        articles = Set(reader.array { $0.string() })
        reach = reader.int()
        last = reader.optional { StoryPlace(day: $0.int(), article: $0.string()) }
        isFull = reader.flag()
    }
}
