import TestSupport
import Testing

@testable import DemarcheLink

/// Samples of sixteen articles, whose names sort as their numbers do.
@Suite struct LinkSampleTests {
    private static func place(_ day: Int, _ number: Int) -> StoryPlace {
        StoryPlace(day: day, article: "a-\(1_000_000 + number)")
    }

    /// The later the day, the lower the name.
    private static let places = (0..<40).map { place($0, 100 - $0) }

    private static func sample(_ count: Int) -> LinkSample { LinkSample(places.prefix(count), size: 16) }

    private static func names(_ days: some Sequence<Int>) -> Set<String> { Set(days.map { places[$0].article }) }

    /// From 33 the next step is 37.
    @Test(arguments: [(16, 16), (17, 16), (18, 18), (36, 33), (37, 37)])
    func isDrawnFromWhatWasPublishedFirstUpToAStep(_ count: Int, _ reach: Int) {
        #expect(Self.sample(count).articles == Self.names(reach - 16..<reach))
        #expect(Self.sample(count).isFull)
    }

    @Test func isAllWhereThereAreFewer() {
        #expect(Self.sample(15).articles == Self.names(0..<15) && !Self.sample(15).isFull)
    }

    /// Whether the sample of 35, drawn from 33, stays after a change; nil where the others were asked for.
    private func stays(without former: [StoryPlace] = [], with current: [StoryPlace] = [], of count: Int) -> Bool? {
        var isAsked = false
        let kept = Self.sample(35).kept(without: former, with: current, of: count, size: 16) {
            isAsked = true
            return Array(Self.places.prefix(35))
        }
        return isAsked ? nil : kept != nil
    }

    @Test func staysWhateverComesOrGoesBehindTheStep() {
        #expect(stays(with: [Self.place(50, 1)], of: 36) == true)
        #expect(stays(without: [Self.places[34]], of: 34) == true)
        #expect(stays(without: [Self.place(20, 80)], with: [Self.place(20, 80)], of: 35) == false, "one of it changed")
    }

    @Test func asksForTheOthersBeforeTheStepAndAtIt() {
        #expect(stays(with: [Self.place(3, 500)], of: 36) == nil)
        #expect(stays(with: [35, 36].map { Self.places[$0] }, of: 37) == nil)
    }

    /// Against samples that are drawn anew.
    @Test(arguments: 0..<40) func staysIfItIsDrawnAgain(_ day: Int) {
        for number in [1, 500] {
            let before = Array(Self.places.prefix(35))
            let added = Self.place(day, number)
            let kept = Self.sample(35).kept(without: [], with: [added], of: 36, size: 16) { before }
            #expect((kept != nil) == (LinkSample(before + [added], size: 16).articles == Self.sample(35).articles))
        }
    }

    /// Articles with names at random come and go, one at a time; most of them behind the others.
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func isTheSameInStepsAsAtOnce(_ seed: UInt64) {
        var random = SplitMix64(state: seed)
        func draw(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
        func article(_ day: Int) -> StoryPlace { StoryPlace(day: day, article: "a-\(draw(1 << 40))") }
        var places = (0..<40).map(article)
        var sample = LinkSample(places, size: 8)
        for step in 0..<120 {
            let gone = draw(2) == 0 ? [places[draw(places.count)]] : []
            let come = gone.isEmpty ? [article(draw(3) == 0 ? draw(40) : 40 + step)] : []
            let before = places
            places = places.filter { !gone.contains($0) } + come
            let anew = LinkSample(places, size: 8)
            let kept = sample.kept(without: gone, with: come, of: places.count, size: 8) { before }
            #expect(kept == (anew.articles == sample.articles ? anew : nil))
            sample = anew
        }
    }

    @Test func readsAgainWhatItWrites() {
        var writer = InputWriter()
        Self.sample(35).write(&writer)
        var reader = InputReader(writer.bytes)
        #expect(LinkSample(&reader) == Self.sample(35) && reader.isComplete)
    }
}
