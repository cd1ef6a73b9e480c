import DemarcheEvaluation
import DemarcheRecords
import Foundation
import TestSupport
import Testing

@testable import DemarcheLink

/// Every case in `Cases/Parties`: mentions, and the parties that they are of.
///
/// A line of the text is an article, `date | kind | name | office | code`; with `+` for a date it belongs to the article above. What
/// is expected is a line a party: `name | kind | code | number of mentions | aliases`, without what nobody but a state's own
/// spokesmen stand for.
@Suite struct PartyCaseTests {
    private static let files: [String] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Cases/Parties")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".md") }.sorted().map { folder.appending(path: $0).path }
    }()

    @Test func thereAreCases() { #expect(Self.files.count >= 5) }

    @Test(arguments: files) func resolvesWhatTheCasesExpect(file: String) throws {
        let cases = try CaseFile(URL(fileURLWithPath: file))
        #expect(!cases.cases.isEmpty)
        if ProcessInfo.processInfo.environment["DEMARCHE_RECORD_CASES"] != nil { try cases.record(Self.rows) }
        for example in cases.cases {
            #expect(Self.rows(example.text) == example.expected, "\(file): \(example.title)")
        }
    }

    @Test(arguments: files) func orderOfReadingMakesNoDifference(file: String) throws {
        for example in try CaseFile(URL(fileURLWithPath: file)).cases {
            let sources = SpokenArticle.links(Self.articles(example.text)).sources
            var (forth, back) = (PartyLinker(edits: []), PartyLinker(edits: []))
            for source in sources { forth.add(source) }
            for source in sources.reversed() { back.add(source) }
            #expect(forth.links() == back.links(), "\(file): \(example.title)")
        }
    }

    private static func articles(_ text: String) -> [(published: String?, rows: [String])] {
        var articles: [(published: String?, rows: [String])] = []
        for line in text.split(separator: "\n") {
            let columns = line.split(separator: "|", maxSplits: 1)
            let date = columns[0].split(separator: " ").joined()
            if date == "+", !articles.isEmpty {
                articles[articles.count - 1].rows.append(String(columns[1]))
            } else {
                articles.append((date == "–" ? nil : date, [String(columns[1])]))
            }
        }
        return articles
    }

    private static func rows(_ text: String) -> [String] {
        let (parties, mentions, _) = SpokenArticle.links(articles(text))
        return parties.sorted { $0.name < $1.name }.compactMap { party in
            let count = mentions.count { $0.party == party.id && $0.role != .state }
            guard count > 0 else { return nil }
            return [
                party.name, party.kind?.rawValue ?? "–", party.country ?? "–", "\(count)",
                party.aliases.isEmpty ? "–" : party.aliases.joined(separator: "; "),
            ].joined(separator: " | ")
        }
    }
}
