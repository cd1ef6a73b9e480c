import ArgumentParser
import DemarcheEvaluation
import DemarcheExtract
import DemarchePipeline
import Foundation

/// `evaluate events`: the roots of events between given parties, against gold data.
struct Events: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads marked sentences as the program does and compares the events between two parties.",
        discussion: """
            GOLD holds a JSON object a line: {"sentence", "source", "target", "gold_root"}. The roots are those of the older \
            PLOVER: CONCEDE and RETREAT are YIELD, planned cooperation is AGREE, planned conflict THREATEN. The model is found \
            as `demarche read` finds it. Or GOLD, in a file whose name ends in .xml, holds PETRARCH's validation records; \
            then --actors gives its dictionaries. The last line is for scripts.

            EXAMPLE
              evaluate events gold.jsonl --end-to-end --errors
            """)

    @Argument(help: "The gold, a file of JSON lines.") var gold: String
    @Option(help: "A dictionary of actors or agents in PETRARCH's format; may be given more than once.") var actors:
        [String] = []
    @Option(help: "Write the predictions to this file, a JSON object a line.") var predictions: String?
    @Flag(help: "Give also the accuracy where the program finds source and target itself.") var endToEnd = false
    @Flag(help: "List what differs.") var errors = false

    func run() throws {
        if gold.hasSuffix(".xml") { return try compareTriples() }
        let sentences = try EventSentence.read(gold)
        let reader = EventPredictions(try LanguageModels(environment: ProcessInfo.processInfo.environment).load(.small))
        let found = sentences.map(reader.prediction)
        var score = EventScore()
        for (sentence, prediction) in zip(sentences, found) { score.add(sentence, prediction) }
        let lines = (errors ? score.errors : []) + score.lines + (endToEnd ? [score.endToEnd] : [])
        print((lines + [score.summary]).joined(separator: "\n"))
        if let predictions { try write(found, to: predictions) }
    }

    private func compareTriples() throws {
        let texts = try actors.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
        let model = try LanguageModels(environment: ProcessInfo.processInfo.environment).load(.small)
        var score = TripleScore(model, actors: ActorDictionary(texts))
        for record in try PetrarchRecord.read(gold) { score.add(record) }
        print(((errors ? score.errors : []) + [score.summary]).joined(separator: "\n"))
    }

    private func write(_ found: [EventPrediction], to file: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines = Data()
        for prediction in found { lines += try encoder.encode(prediction) + Data("\n".utf8) }
        try lines.write(to: URL(fileURLWithPath: file))
    }
}
