import DemarcheRecords
import Synchronization
import Testing

@testable import DemarcheLink

/// What one more article costs: units that have to do with it, however many others there are.
@Suite struct PartyCostTests {
    private static let more = SpokenArticle(
        0, published: "1962-10-22",
        [
            " person | Ann Holub | Norwegian foreign minister | NOR", " person | Holub",
            " organisation | Ruritanian Choir",
        ])

    /// The units that are read for it where so many articles are about others.
    private func reads(besides others: Int) throws -> Int {
        var resolver = PartyResolver(CountingMemory())
        let articles = (0..<others).map { number in
            let name = "Ned \(["Ming", "Tong", "Kess", "Vunn"][number % 4])"
            let row = " person | \(name) | \(number % 3 == 0 ? "Danish president" : "–") | –"
            let day = "19\(20 + number / 4 % 40)-03-04"
            return ArticleMentions(SpokenArticle(number + 1, published: day, [row]).source)
        }
        _ = try resolver.update(adding: articles)
        resolver.memory.reads.count.withLock { $0 = 0 }
        _ = try resolver.update(adding: [ArticleMentions(Self.more.source)])
        return resolver.memory.reads.count.withLock { $0 }
    }

    @Test func isThatOfItsNeighbourhood() throws {
        let few = try reads(besides: 4)
        #expect(try few == reads(besides: 400))
        #expect(few < 100)
    }

    @Test func aMemoryThatCannotBeReadIsToldOf() throws {
        var resolver = PartyResolver(CountingMemory())
        resolver.memory.isReadable = false
        #expect(throws: CountingMemory.Unreadable.self) {
            try resolver.update(adding: [ArticleMentions(Self.more.source)])
        }
    }
}
