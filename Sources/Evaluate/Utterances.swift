import ArgumentParser
import DemarcheEvaluation
import DemarchePipeline
import Foundation

/// `evaluate utterances`: which statements are one act of speech, against gold data.
struct Utterances: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads and links marked articles as the program does and compares the acts of speech that it finds.",
        discussion: """
            FOLDER holds Markdown files with several marked articles each; Evaluation/utterances/README.md says how they \
            are marked. All sets are linked together, as one record. The model is found as `demarche read` finds it. The \
            last line is for scripts.

            EXAMPLE
              evaluate utterances Evaluation/utterances/mending --errors
            """)

    @Argument(help: "The folder of the marked articles.") var folder: String
    @Option(help: "Write what was found for each mark to this file, a JSON object a line.") var predictions: String?
    @Flag(help: "List the acts of speech, origins and differences that are not as marked.") var errors = false

    func run() throws {
        let sets = try UtteranceSet.read(folder: folder)
        let models = LanguageModels(environment: ProcessInfo.processInfo.environment)
        let score = UtteranceScore(sets, try UtterancePredictions(sets, try models.load(.small)))
        print(((errors ? score.errors : []) + score.lines + [score.summary]).joined(separator: "\n"))
        if let predictions { try score.predictionLines.write(toFile: predictions, atomically: true, encoding: .utf8) }
    }
}
