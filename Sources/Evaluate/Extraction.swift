import ArgumentParser
import DemarcheEvaluation
import Foundation

/// `evaluate extraction`: the articles of saved pages, against gold data.
struct Extraction: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads saved pages as the program does and compares the articles' text with what people marked.",
        discussion: """
            GOLD holds a JSON object that maps ids to {"articleBody"}; PAGES is a folder with a page for each id, \
            ID.html or ID.html.gz. The last line is for scripts.

            EXAMPLE
              evaluate extraction ground-truth.json pages --html errors.html
            """)

    @Argument(help: "The gold, a JSON file.") var gold: String
    @Argument(help: "The folder of the pages.") var pages: String
    @Option(help: "Write the predictions to this file, in the format of the gold.") var predictions: String?
    @Option(help: "Write a page that shows what is missing and what is too much.") var html: String?
    @Option(help: "Compare the predictions in this file, and do not read the pages.") var given: String?
    @Option(help: "Only the first so many pages.") var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit is at least 1.") }
    }

    func run() throws {
        let gold = Array(try PageFile.read(gold).prefix(limit ?? .max))
        let predicted = try PageReading(pages: pages, given: given).predictions(of: gold)
        let score = ExtractionScore(gold, predicted)
        print(score.worst(20).joined(separator: "\n"), score.line, score.summary, separator: "\n\n")
        if let predictions { try PageFile.write(predicted, to: predictions) }
        if let html {
            try ExtractionPage(score, title: title).html.write(toFile: html, atomically: true, encoding: .utf8)
        }
    }

    private var title: String { "Errors on the pages of \(URL(fileURLWithPath: pages).path)" }
}

/// `evaluate metadata`: headlines, authors and dates of saved pages, against gold data.
struct Metadata: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads saved pages as the program does and compares headline, authors and date with the gold.",
        discussion: """
            GOLD holds a JSON object that maps ids to {"title", "author", "date"}; PAGES is a folder with a page for \
            each id, ID.html or ID.html.gz. The last line is for scripts.

            EXAMPLE
              evaluate metadata ground-truth.json pages --errors
            """)

    @Argument(help: "The gold, a JSON file.") var gold: String
    @Argument(help: "The folder of the pages.") var pages: String
    @Option(help: "Write the predictions to this file, in the format of the gold.") var predictions: String?
    @Option(help: "Compare the predictions in this file, and do not read the pages.") var given: String?
    @Option(help: "Only the first so many pages.") var limit: Int?
    @Flag(help: "List what was read wrong: page, field, gold, prediction, parted by tabs.") var errors = false

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit is at least 1.") }
    }

    func run() throws {
        let gold = Array(try PageFile.read(gold).prefix(limit ?? .max))
        let predicted = try PageReading(pages: pages, given: given).predictions(of: gold)
        let score = MetadataScore(gold, predicted)
        if errors, !score.errors.isEmpty { print(score.errors.joined(separator: "\n"), terminator: "\n\n") }
        print(score.lines.joined(separator: "\n"), score.summary, separator: "\n\n")
        if let predictions { try PageFile.write(predicted, to: predictions) }
    }
}

/// Where predictions come from: a folder of pages that the program reads, or a file.
private struct PageReading {
    let pages: String
    let given: String?

    /// The predictions for `gold`; says above the tables how many pages were read how fast.
    func predictions(of gold: [GoldPage]) throws -> [GoldPage] {
        if let given { return try PageFile.read(given) }
        let saved = SavedPages(folder: pages)
        var predictions = PagePredictions()
        for page in gold { predictions.read(page.id, try saved.bytes(of: page.id)) }
        print(predictions.lines.joined(separator: "\n"), terminator: "\n\n")
        return predictions.pages
    }
}
