import ArgumentParser
import DemarcheEvaluation
import DemarchePipeline
import Foundation

/// `evaluate attributions`: who said what, against gold data.
struct Attributions: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads gold texts as the program does and compares what it finds with what people marked.",
        discussion: """
            GOLD holds a JSON object a line: {"id", "text", "attributions": [{"source", "cue", "content"}]}, each part a \
            list of [start, end] in Unicode scalars. The model is found as `demarche read` finds it. The last line is \
            for scripts; its figures but speech_f1 leave --speech out.

            EXAMPLE
              evaluate attributions gold.jsonl --html errors.html
            """)

    @Argument(help: "The gold, a file of JSON lines.") var gold: String
    @Option(help: "Write the predictions to this file, a JSON object a line.") var predictions: String?
    @Option(help: "Write a page that shows the errors by cause.") var html: String?
    @Option(help: "Compare the predictions in this file, and do not read the texts.") var given: String?
    @Flag(help: "Only count communication; wanting, thinking and hoping are neutral.") var speech = false
    @Flag(help: "Part attributions into one for each contiguous span of their content.") var pieces = false
    @Option(help: "The least overlap of contents that stand for each other.") var threshold = 0.5
    @Option(help: "Only the first so many documents.") var limit: Int?

    func validate() throws {
        guard threshold > 0, threshold <= 1 else { throw ValidationError("--threshold is above 0 and at most 1.") }
        if let limit, limit < 1 { throw ValidationError("--limit is at least 1.") }
    }

    func run() throws {
        let documents = try GoldDocument.read(gold, limit: limit)
        let predicted = try predictions(of: documents)
        let plain = AttributionScorer(threshold: threshold, pieces: pieces).alignments(documents, predicted)
        let spoken = AttributionScorer(threshold: threshold, pieces: pieces, speech: true)
            .alignments(documents, predicted)
        show(speech ? spoken : plain)
        print(AttributionTable.summary(AttributionCounts(plain), speech: AttributionCounts(spoken)))
        if let predictions { try PredictionFile.write(predicted, of: documents, to: predictions) }
        if let html { try page(speech ? spoken : plain).write(toFile: html, atomically: true, encoding: .utf8) }
    }

    private func predictions(of documents: [GoldDocument]) throws -> [String: [MarkedAttribution]] {
        if let given { return try PredictionFile.read(given) }
        let models = LanguageModels(environment: ProcessInfo.processInfo.environment)
        let predictions = ProgramPredictions(documents, try models.load(.small))
        print(predictions.lines(of: documents).joined(separator: "\n"), terminator: "\n\n")
        return predictions.byDocument
    }

    private func show(_ alignments: [DocumentAlignment]) {
        let counts = AttributionCounts(alignments)
        let tables = [
            AttributionTable.lines(counts), AttributionTable.kinds(counts), ErrorTable.causes(alignments),
            ErrorTable.rules(alignments), ErrorTable.named(alignments), Reliability.lines(alignments),
        ]
        for table in tables where !table.isEmpty { print(table.joined(separator: "\n"), terminator: "\n\n") }
    }

    private func page(_ alignments: [DocumentAlignment]) -> String {
        ErrorPage(alignments, title: "Errors in \(URL(fileURLWithPath: gold).lastPathComponent)").html
    }
}
