import DemarchePipeline
import DemarcheStore
import Foundation
import Testing

/// A run that is killed at any moment keeps what it had read, and the next run goes on to the same record.
@Suite struct KilledRunTests {
    private let demarche: Demarche
    private static let articles = 300

    init() throws {
        demarche = try Demarche()
        for number in 0..<Self.articles {
            try demarche.put(
                "articles/\(number).txt",
                SampleTexts.envoys.replacing("nine hours", with: "\(number + 2) hours").replacing(
                    "yield", with: "yield on day \(number)"))
        }
    }

    private var record: String { demarche.folder.appending(path: "crisis.demarche").path }

    /// How many articles the record holds; none while it is not there or just being made.
    private func kept() -> Int {
        (try? RecordStore(path: record).articleIDs().count) ?? 0
    }

    @Test(arguments: [0, 1, 40, 150])
    func goesOnWhereItWasKilled(after count: Int) throws {
        try demarche.kill("read", "articles", "--into", "crisis.demarche") {
            count == 0 ? demarche.holds("crisis.demarche") : kept() >= count
        }
        if kept() > 0 {
            #expect(try Verifier().verify(RecordStore(path: record)).violations.isEmpty)
            #expect(try RecordStore(path: record).search("hours", limit: 1000).count == kept())
        }
        let again = try demarche.run("read", "articles", "--into", "crisis.demarche")
        #expect(again.status == 0, "\(again.error)")
        #expect(kept() == Self.articles)
        try demarche.run("read", "articles", "--into", "whole.demarche")
        let mended = try demarche.run("export", "--record", "crisis.demarche")
        #expect(mended.lines.count > 2 * Self.articles)
        #expect(try mended.output == demarche.run("export", "--record", "whole.demarche").output)
    }
}
