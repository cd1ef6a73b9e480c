import DemarcheRecords
import TestSupport
import Testing

@testable import DemarcheLink

/// Articles of invented words at random, from fixed seeds: linked step by step they are linked as all at once.
@Suite struct StoryUpdateTests {
    /// Articles on a few matters, each with words of its own and some that others have, too, on days that follow each other; some
    /// without a day.
    private struct Draw {
        var random: SplitMix64
        let matters: Int
        let words: Int
        let days: Int
        var isMixed = true

        mutating func article(_ number: Int) -> StoryArticle {
            let matter = pick(matters)
            let stems = Set((0..<8).map { "w\($0 == 0 && isMixed ? 0 : matter)x\(pick(words))" })
            let day = pick(days)
            let date = "1911-0\(1 + day / 28)-\(day % 28 < 9 ? "0" : "")\(day % 28 + 1)"
            return StoryArticle(
                id: "a-\(1_000_000 + pick(900_000) * 10 + number % 10)-\(number)",
                published: pick(5) == 0 ? nil : RecordedDate(iso: date, basis: .given), outlet: nil,
                terms: stems.sorted().map {
                    CountedStem(stem: $0, count: Float(1 + pick(3)), isInHeadline: pick(6) == 0)
                }, headline: "Headline \(number)", warnings: [])
        }

        mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    }

    private static func weights(_ articles: [StoryArticle]) -> StoryWeights {
        var linker = StoryLinker()
        articles.forEach { linker.add($0) }
        return linker.weights
    }

    /// Takes some articles out, puts others in, and expects what linking all at once gives.
    private func step(
        _ memory: inout StoryMemory, _ linked: inout [StoryArticle], out: [StoryArticle], in added: [StoryArticle],
        _ weights: StoryWeights
    ) {
        out.forEach { memory.forget($0.id) }
        added.forEach { memory.keep($0) }
        var update = StoryUpdate(memory, weights)
        out.forEach { update.remove($0.id) }
        added.forEach { update.add($0.id) }
        let change = update.links()
        memory = update.index
        memory.replace(change)
        linked.removeAll { article in out.contains { $0.id == article.id } }
        linked += added
        let anew = StoryMemory(linked, by: weights)
        #expect(memory.nodes == anew.nodes)
        #expect(memory.episodes == anew.episodes)
        #expect(memory.stories == anew.stories)
    }

    @Test(arguments: (1...20) as ClosedRange<UInt64>)
    func givesStepByStepWhatLinkingAtOnceGives(_ seed: UInt64) {
        var draw = Draw(random: SplitMix64(state: seed), matters: 2 + Int(seed % 5), words: 14, days: 60)
        let articles = (0..<50).map { draw.article($0) }
        let weights = Self.weights(articles)
        var linked: [StoryArticle] = []
        var memory = StoryMemory([], by: weights)
        var waiting = articles
        while !waiting.isEmpty {
            let added = (0..<min(waiting.count, 1 + draw.pick(5))).map { _ in
                waiting.remove(at: draw.pick(waiting.count))
            }
            let out = linked.isEmpty || draw.pick(3) > 0 ? [] : [linked[draw.pick(linked.count)]]
            step(&memory, &linked, out: out, in: added, weights)
        }
        #expect(memory.stories.count > 1 && memory.episodes.values.contains { $0.articles.count > 1 })
    }

    /// So many articles under the same words that only the nearest are read.
    @Test func looksNoFartherThanItsEntries() {
        var draw = Draw(random: SplitMix64(state: 5), matters: 1, words: 8, days: 120)
        let articles = (0..<190).map { draw.article($0) }
        let weights = Self.weights(articles)
        var linked = Array(articles.prefix(180))
        var memory = StoryMemory(linked, by: weights)
        for number in 180..<186 { step(&memory, &linked, out: [], in: [articles[number]], weights) }
        for number in [40, 7, 150] { step(&memory, &linked, out: [linked[number]], in: [], weights) }
        step(&memory, &linked, out: [linked[20]], in: Array(articles[186...188]), weights)
    }

    @Test func linksAnArticleAgainInAnotherForm() {
        var draw = Draw(random: SplitMix64(state: 6), matters: 3, words: 10, days: 20)
        var linked = (0..<20).map { draw.article($0) }
        let weights = Self.weights(linked)
        var memory = StoryMemory(linked, by: weights)
        let old = linked[3]
        let other = draw.article(3)
        let changed = StoryArticle(
            id: old.id, published: other.published, outlet: nil, terms: other.terms, headline: other.headline,
            warnings: [])
        linked.remove(at: 3)
        memory.keep(changed)
        var update = StoryUpdate(memory, weights)
        update.remove(old.id)
        update.add(old.id)
        let change = update.links()
        memory = update.index
        memory.replace(change)
        let anew = StoryMemory(linked + [changed], by: weights)
        #expect(memory.nodes == anew.nodes)
        #expect(memory.stories == anew.stories && memory.episodes == anew.episodes)
    }

    /// Each day's articles share words with those of the day before, so that all hang together.
    @Test func leavesStoriesFartherOffAlone() {
        func article(_ number: Int) -> StoryArticle {
            let (day, matter) = (number / 4, number / 8)
            let words = (0..<6).map { "w\(matter)x\($0)" } + (0..<3).map { "w\(matter + 1)x\($0)" }
            return StoryArticle(
                id: "a-\(1000 + number)",
                published: RecordedDate(iso: "1911-03-\(day < 9 ? "0" : "")\(day + 1)", basis: .given), outlet: nil,
                terms: words.sorted().map { CountedStem(stem: $0, count: 1, isInHeadline: false) },
                headline: "Headline \(number)", warnings: [])
        }
        let articles = (0..<120).map(article)
        let weights = Self.weights(articles)
        var memory = StoryMemory(Array(articles.dropLast()), by: weights)
        let compared = memory.nodes.values.filter { node in node.neighbours.contains { $0.level != nil } }
        #expect(compared.count == 118, "all but the first")
        memory.keep(articles[119])
        var update = StoryUpdate(memory, weights)
        update.add(articles[119].id)
        let change = update.links()
        #expect(change.stories.contains { $0.articles.contains(articles[119].id) })
        #expect(change.stories.flatMap(\.articles).count < 40)
        memory = update.index
        memory.replace(change)
        #expect(memory.stories == StoryMemory(articles, by: weights).stories)
    }
}
