import DemarcheAnnotate
import DemarcheExtract
import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Foundation
import TestSupport
import Testing

/// Holds the program to what the README of the sample crisis promises a reader.
@Suite struct SampleCrisisTests {
    struct Found {
        let file: String
        let article: Article
        let statements: [ReportedStatement]
    }

    static let found: [Found] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: SampleCrisis.articles.path)) ?? []
        return files.sorted().compactMap { file in
            guard let data = FileManager.default.contents(atPath: SampleCrisis.articles.appending(path: file).path),
                let article = try? Ingest().article(path: file, bytes: [UInt8](data))
            else { return nil }
            return Found(
                file: file, article: article,
                statements: Extract().findings(in: TestModel.annotator().annotate(article)).statements)
        }
    }()

    @Test func findsEveryQuotationOfTheReadme() throws {
        for row in try SampleCrisis.table("Quotations to be found") {
            let article = try #require(Self.found.first { $0.file == row[0] }, "\(row[0]) was not read")
            let holding = article.statements.filter { $0.content.contains { $0.exact.contains(row[3]) } }
            let statement = holding.max { $0.confidence < $1.confidence }
            #expect(statement != nil, "\(row[0]): \(row[3])")
            #expect(statement?.speaker.name ?? "-" == row[1], "\(row[0]): \(row[3])")
            if let statement, row[1] != "-" { #expect(statement.directness.rawValue == row[2], "\(row[0]): \(row[3])") }
        }
    }

    @Test func findsNoOtherQuotation() throws {
        let rows = try SampleCrisis.table("Quotations to be found")
        for found in Self.found {
            for statement in found.statements where statement.directness == .direct {
                let isExpected = rows.contains { row in
                    row[0] == found.file && statement.content.contains { $0.exact.contains(row[3]) }
                }
                #expect(isExpected, "\(found.file): \(statement.content.map(\.exact))")
            }
        }
    }

    @Test func marksTheFurnitureOfTheReadme() throws {
        for row in try SampleCrisis.table("Furniture to be marked") {
            let article = try #require(Self.found.first { $0.file == row[0] }?.article)
            let block = article.blocks.first { article.text[$0.span].contains(row[2]) }
            #expect(block?.kind == .boilerplate || block?.kind == .caption, "\(row[0]): \(row[2])")
            if block?.kind == .boilerplate { #expect(block?.reason?.rawValue == row[1], "\(row[0]): \(row[2])") }
        }
    }

    @Test func readsTheMetadataOfTheReadme() throws {
        for row in try SampleCrisis.table("Metadata to be found") {
            let metadata = try #require(Self.found.first { $0.file == row[0] }?.article.metadata)
            #expect(metadata.outlet?.name == row[1])
            #expect(metadata.published?.date == row[2])
            #expect(metadata.headline == row[3])
        }
    }
}
