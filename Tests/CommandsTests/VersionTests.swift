import Foundation
import TestSupport
import Testing

@Suite struct VersionTests {
    private let demarche: Demarche

    init() throws {
        demarche = try Demarche()
        for words in ["could", "would"] {
            try demarche.put(
                "in/lock.txt",
                "Lock shut\n\n“It \(words) open in May,” said Ann Example, the envoy of Ruritania.\n\nThe river is high.\n"
            )
            try demarche.run("read", "in", "--into", "crisis.demarche")
        }
    }

    @Test func listsTheVersionsOfADocument() throws {
        let rows = try versions()
        #expect(rows.count == 2)
        #expect(rows.first?.hasPrefix("1 · a-") == true)
        #expect(rows.first?.contains("(superseded)") == true)
        #expect(rows.last?.contains("(superseded)") == false)
    }

    @Test func showsWhatChanged() throws {
        let ids = try versions().map { String($0.split(separator: " ")[2]) }
        let outcome = try demarche.run("compare", ids[0], ids[1])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("“It [-could-] {+would+} open in May,”"))
        #expect(outcome.output.contains("1 paragraph unchanged"))
        #expect(try demarche.run("compare", ids[0], ids[0]).error.contains("the two say the same"))
    }

    @Test func namesAnArticleThatIsNotThere() throws {
        let outcome = try demarche.run("compare", "a-none", "a-none")
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("a-none"))
    }

    private func versions() throws -> [String] {
        let articles = try demarche.run("articles", "--format", "csv").lines.dropFirst()
        let id = try #require(articles.first?.split(separator: ",").first)
        return try demarche.run("show", String(id), "--versions").lines.map(String.init)
    }
}
