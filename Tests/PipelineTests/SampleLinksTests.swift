import DemarchePipeline
import DemarcheRecords
import DemarcheStore
import Foundation
import TestSupport
import Testing

/// Holds linking to what the README of the sample crisis promises a reader of it.
@Suite struct SampleLinksTests {
    private static let links: Result<SampleLinks, any Error> = Result { try SampleLinks() }
    private let sample: SampleLinks

    init() throws { sample = try Self.links.get() }

    @Test func findsTheActsOfSpeechWithCarriersAndOrigins() throws {
        for row in try SampleCrisis.table("Acts of speech to be found") {
            let acts = sample.links.utterances.filter { $0.renderings.contains { $0.text.contains(row[0]) } }
            let act = try #require(acts.max { $0.carriers.count < $1.carriers.count }, "\(row[0]): no act of speech")
            #expect("\(act.carriers.count)" == row[1], "\(row[0]): carriers")
            #expect("\(act.origins.count)" == row[2], "\(row[0]): origins")
            let kinds = Set(act.renderings.flatMap(\.differences).map(\.kind.rawValue)).sorted()
            #expect(row[3] == "-" || kinds.contains(row[3]), "\(row[0]): \(kinds)")
        }
    }

    @Test func findsCopiesAndNoOthers() throws {
        let rows = try SampleCrisis.table("Copies to be found").map { Set($0.prefix(2)) }
        let found = sample.links.duplicates.map { Set($0.articles.compactMap { sample.files[$0] }) }
        #expect(Set(found) == Set(rows))
    }

    @Test func findsSeriesWithForceAndDrift() throws {
        for row in try SampleCrisis.table("Series to be found") {
            let series = try #require(
                sample.links.series.first { $0.title == row[1] && sample.party($0.party) == row[0] }, "\(row[1])")
            #expect(series.points.map(\.force.rawValue).joined(separator: ", ") == row[2])
            #expect(series.drifts.map(\.title) == [row[3]])
        }
        #expect(sample.links.series.count == 1)
    }

    @Test func findsContradictionsAndNoOthers() throws {
        let rows = try SampleCrisis.table("Contradictions to be found")
        let found = sample.links.contradictions.map(\.why)
        for row in rows {
            let isFound = found.contains { why in row.allSatisfy { why.contains($0) } }
            #expect(isFound, "\(row)")
        }
        #expect(found.count == rows.count, "\(found)")
    }

    @Test func knowsPartiesUnderTheirOtherNames() throws {
        for row in try SampleCrisis.table("Parties to be found") {
            let party = try #require(sample.links.parties.first { $0.name == row[0] }, "\(row[0])")
            #expect(party.aliases.contains(row[1]), "\(row[0]): \(party.aliases)")
        }
    }

    @Test func groupsArticlesToEpisodesAndStories() throws {
        for row in try SampleCrisis.table("Articles that belong together") {
            let isTogether = { (articles: [String]) in
                let files = articles.compactMap { sample.files[$0] }
                return files.contains(row[1]) && files.contains(row[2])
            }
            let found =
                row[0] == "episode"
                ? sample.links.episodes.map(\.articles).contains(where: isTogether)
                : sample.links.stories.map(\.articles).contains(where: isTogether)
            #expect(found, "\(row)")
        }
    }

    @Test func givesTheSameLinksAgain() throws {
        try RecordLinker(sample.store).link()
        #expect(try sample.store.allLinks() == sample.links)
    }
}

/// The sample crisis, read and linked.
struct SampleLinks {
    let store: RecordStore
    let links: Links
    /// The file of each article.
    let files: [String: String]

    init() throws {
        store = try RecordStore.inMemory()
        _ = try Reader(TestModel.small()).read(Inputs.under([SampleCrisis.articles.path]), into: store)
        try RecordLinker(store).link()
        links = try store.allLinks()
        var files: [String: String] = [:]
        for id in try store.articleIDs() {
            let path = try store.article(id: id)?.article.source.path ?? ""
            files[id] = URL(fileURLWithPath: path).lastPathComponent
        }
        self.files = files
    }

    func party(_ id: String) -> String? { links.parties.first { $0.id == id }?.name }
}
