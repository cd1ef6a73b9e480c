import DemarcheRecords
import DemarcheSourceText
import DemarcheStore
import Foundation
import Testing

@testable import DemarcheServe

@Suite struct PagingTests {
    /// A record whose articles have 120 statements.
    private static func long() throws -> RecordStore {
        let store = try RecordStore.inMemory()
        for number in 0..<120 {
            var sample = SampleArticle(
                "Bulletin \(number)\nVenn said: gate \(number) is shut.", path: "\(number).txt", outlet: "Courier",
                published: number < 60 ? "1912-03-04" : nil)
            sample.says("Venn", "gate \(number) is shut")
            _ = try store.keep(
                sample.article, bytes: Array(sample.article.text.string.utf8), findings: sample.findings)
        }
        return store
    }

    @Test func leadsThroughAllEntriesOnceEach() async throws {
        try await serving(Self.long()) { asking in
            var seen: Set<Substring> = []
            for page in 1...3 {
                let text = try await asking.get("/search?kind=statement&page=\(page)").text
                let found = text.matches(of: /gate [0-9]+ is shut/).map(\.output)
                #expect(found.count == (page < 3 ? 50 : 20))
                #expect(text.contains("rel=\"next\"") == (page < 3))
                #expect(text.contains("rel=\"prev\"") == (page > 1))
                seen.formUnion(found)
            }
            #expect(seen.count == 120)
        }
    }

    @Test func givesProgramsLongerStretchesThanPages() async throws {
        try await serving(Self.long()) { asking in
            let page = try await asking.get("/search?kind=statement&limit=100").text
            #expect(page.matches(of: /gate [0-9]+ is shut/).count == 50)
            var next: String? = "/api/v1/statements?limit=100"
            var seen: [String] = []
            while let address = next {
                let stretch = try await asking.json(address)
                seen += try #require(stretch["items"] as? [[String: Any]]).compactMap { $0["id"] as? String }
                next = stretch["next"] as? String
            }
            #expect(seen.count == 120 && Set(seen).count == 120)
            let feed = try await asking.get("/search.atom?kind=statement&limit=200").text
            #expect(feed.components(separatedBy: "<entry>").count == 61)
        }
    }

    @Test func leavesOutTheUndatedFromTheOldestOn() async throws {
        try await serving(Self.long()) { asking in
            let text = try await asking.get("/search?kind=statement&order=oldest&page=2").text
            #expect(text.matches(of: /gate [0-9]+ is shut/).count == 10)
            #expect(text.contains("left out in this order"))
        }
    }
}
