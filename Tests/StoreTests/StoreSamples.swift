import DemarcheRecords
import DemarcheSourceText
import DemarcheStore
import Foundation
import TestSupport

/// An article with statements, as a reader would hand it to the store.
struct Sample {
    var article: Article
    var statements: [ReportedStatement] = []

    var bytes: [UInt8] { Array(article.text.string.utf8) }

    init(_ text: String, path: String = "a.txt", url: String? = nil, outlet: String? = nil, published: String? = nil) {
        article = Article.made(text, path: path)
        article.metadata.url = url
        article.metadata.outlet = outlet.map { Outlet(name: $0, domain: nil) }
        article.metadata.published = published.flatMap { RecordedDate(iso: $0, basis: .text) }
        article.metadata.headline = article.blocks.first.map { String(article.text[$0.span]) }
    }

    func evidence(_ words: String) -> Evidence {
        let string = article.text.string
        let range = string.range(of: words) ?? string.startIndex..<string.startIndex
        let start = string.utf8.distance(from: string.startIndex, to: range.lowerBound)
        return Evidence(TextSpan(start, start + (range.isEmpty ? 0 : words.utf8.count)), in: article.text)
    }

    /// With a statement by `name` that stands in the text.
    func saying(_ words: String, by name: String, office: String? = nil, via: String? = nil) -> Sample {
        var sample = self
        let role = office.map { Speaker.Office(text: $0, evidence: evidence($0)) }
        sample.statements.append(
            ReportedStatement(
                article: article.id,
                speaker: Speaker(name: name, kind: .person, naming: .named, mention: evidence(name), office: role),
                cue: nil,
                content: [evidence(words)], directness: .direct,
                via: via.map { [Carrier(name: $0, kind: .agency, evidence: nil)] } ?? [], confidence: 90,
                rule: "by hand"))
        return sample
    }
}

extension RecordStore {
    @discardableResult
    func keep(_ sample: Sample) throws -> Keeping {
        try keep(sample.article, bytes: sample.bytes, findings: Findings(statements: sample.statements))
    }

    func words(_ change: (inout StatementFilter) -> Void) throws -> [String] {
        var filter = StatementFilter()
        change(&filter)
        return try statements(filter).flatMap { $0.statement.content.map(\.exact) }.sorted()
    }
}

/// A folder of its own for a test, removed with it.
final class TemporaryFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "demarche-store-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }
}
