import DemarcheAnnotate
import DemarcheEvaluation
import DemarcheExtract
import DemarcheRecords
import DemarcheSourceText
import Foundation
import TestSupport
import Testing

/// Every case in `Cases/Warnings/*.md`: the text as paragraphs, and the warnings expected of it, one a line as
/// `trigger => consequence | force “words” | kind | issuer`. With `DEMARCHE_RECORD_CASES` in the environment the files are
/// written anew from what is found, to be reviewed in the diff.
@Suite struct WarningCaseTests {
    @Test(arguments: Self.files) func findsWhatTheCasesExpect(file: String) throws {
        let cases = try CaseFile(Self.folder.appending(path: "\(file).md"))
        #expect(!cases.cases.isEmpty)
        if ProcessInfo.processInfo.environment["DEMARCHE_RECORD_CASES"] != nil { return try cases.record(Self.rows) }
        for example in cases.cases {
            #expect(Self.rows(example.text) == example.expected, "\(file): \(example.title)")
        }
    }

    private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let folder = here.appending(path: "Cases/Warnings")

    private static let files: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
    }()

    @Test func everyConstructionHasACaseFile() throws {
        let sources = Self.here.deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "Sources/Extract/Warnings")
        for file in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
            let source = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            guard source.contains("static let name = ") else { continue }
            #expect(Self.files.contains(file.replacing(".swift", with: "")), "\(file) has no cases")
        }
    }

    @Test func everySpanIsWordsOfTheText() throws {
        for file in Self.files {
            for example in try CaseFile(Self.folder.appending(path: "\(file).md")).cases {
                let article = Article.made(example.text)
                for evidence in Self.warnings(article).flatMap(\.evidence) {
                    #expect(article.text[evidence.span] == evidence.exact)
                }
            }
        }
    }

    @Test func aHeadlineWarnsOverATroopDeployment() {
        let article = Article.made("Ruritania warns of war over troop deployment\n", kinds: [0: .headline])
        #expect(
            Self.warnings(article).map(Self.row) == ["troop deployment => war | probable “warns” | warning | Ruritania"]
        )
    }

    @Test func partsNameActAgentAndPlace() throws {
        let warning = try #require(
            Self.warnings(
                Article.made("Ruritania will close the strait if Graustark sends ships to Nairobi, the king said.")
            ).first)
        #expect(warning.trigger.action == "send")
        #expect(warning.trigger.agent?.exact == "Graustark")
        #expect(warning.trigger.place?.exact == "Nairobi")
        #expect(warning.consequence.action == "close")
        #expect(warning.consequence.agent?.exact == "Ruritania")
    }

    static func warnings(_ article: Article) -> [Warning] {
        var article = article
        article.metadata.published = RecordedDate(iso: "2022-03-16", basis: .given)
        return Extract().findings(in: TestModel.annotator().annotate(article)).warnings
    }

    static func rows(_ text: String) -> [String] { warnings(Article.made(text)).map(row) }

    private static func row(_ warning: Warning) -> String {
        let words = warning.forceWords.map(\.exact).joined(separator: " ")
        let force = warning.force.rawValue + (words.isEmpty ? "" : " “\(words)”")
        let issuer = warning.issuer.map { $0.name ?? $0.mention?.exact ?? "–" } ?? "editorial"
        return
            "\(warning.trigger.evidence.exact) => \(warning.consequence.evidence.exact) | \(force) | \(warning.kind.rawValue) | \(issuer)"
    }
}
