import DemarcheAnnotate
import DemarcheEvaluation
import DemarcheExtract
import DemarcheRecords
import Foundation
import TestSupport
import Testing

/// Every case in `Cases/*.md`: the text as paragraphs, and the statements expected of it, one a line as
/// `speaker | office | cue | content | directness and whatever else is there`. All are published on a Wednesday, 2022-03-16. With `DEMARCHE_RECORD_CASES` in the
/// environment the files are written anew from what is found, to be reviewed in the diff.
@Suite struct PatternCaseTests {
    @Test(arguments: Self.files) func findsWhatTheCasesExpect(file: String) throws {
        let cases = try CaseFile.named(file)
        #expect(!cases.cases.isEmpty)
        if ProcessInfo.processInfo.environment["DEMARCHE_RECORD_CASES"] != nil { return try cases.record(Self.rows) }
        for example in cases.cases {
            #expect(Self.rows(example.text) == example.expected, "\(file): \(example.title)")
        }
    }

    private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    private static let files: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: here.appending(path: "Cases").path)) ?? []
        return files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
    }()

    @Test func everyPatternHasACaseFile() throws {
        let here = Self.here
        let sources = here.deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "Sources/Extract/Statements")
        for file in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
            let source = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            guard source.contains("static let name = ") else { continue }
            let cases = here.appending(path: "Cases/\(file.replacing(".swift", with: ".md"))").path
            #expect(FileManager.default.fileExists(atPath: cases), "\(file) has no \(cases)")
        }
    }

    static func rows(_ text: String) -> [String] {
        var article = Article.made(text)
        article.metadata.published = RecordedDate(iso: "2022-03-16", basis: .given)
        let annotated = TestModel.annotator().annotate(article)
        return Extract().findings(in: annotated).statements.map(row)
    }

    private static func row(_ statement: ReportedStatement) -> String {
        let speaker = statement.speaker
        var last = [statement.directness.rawValue]
        if speaker.naming != .named { last.append(speaker.naming.rawValue) }
        if let occasion = statement.occasion {
            let parts = [
                ("to", occasion.addressee), ("at", occasion.event), ("by", occasion.medium), ("in", occasion.place),
            ]
            last += parts.compactMap { name, words in words.map { "\(name) “\($0.exact)”" } }
        }
        if let said = statement.said { last.append("on \(said.written)") }
        if !statement.via.isEmpty { last.append("via " + statement.via.map(\.name).joined(separator: ", ")) }
        if statement.polarity == .negated { last.append("negated") }
        if statement.inside != nil { last.append("nested") }
        last += statement.notes
        let content = statement.content.map { $0.exact.replacing("\n", with: " ") }.joined(separator: " […] ")
        return [
            speaker.name ?? "–", speaker.office?.text ?? "–", statement.cue?.evidence.exact ?? "–", content,
            last.joined(separator: "; "),
        ].joined(separator: " | ")
    }
}
