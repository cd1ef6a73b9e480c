import ArgumentParser
import DemarcheEvaluation
import DemarchePipeline
import Foundation

/// `evaluate coreference`: which sources of an article are one person or body, against gold data.
struct Coreference: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads marked texts as the program does and compares whom it takes its sources to be.",
        discussion: """
            FOLDER holds Markdown files with a marked text in a fence; Evaluation/coreference/README.md says how they \
            are marked. The model is found as `demarche read` finds it. The last line is for scripts.

            EXAMPLE
              evaluate coreference Evaluation/coreference --errors
            """)

    @Argument(help: "The folder of the marked texts.") var folder: String
    @Flag(help: "List the mentions that are linked otherwise than they are marked, and the sources not found.")
    var errors = false

    func run() throws {
        let documents = try CoreferenceDocument.read(folder: folder)
        let models = LanguageModels(environment: ProcessInfo.processInfo.environment)
        let result = try CoreferenceResult(documents, try models.load(.small))
        var tables = [CoreferenceTable.documents(result), CoreferenceTable.metrics(result)]
        if errors {
            tables += [CoreferenceErrors.lines, CoreferenceErrors.missed, CoreferenceErrors.unmarked].map { $0(result) }
        }
        for table in tables where !table.isEmpty { print(table.joined(separator: "\n"), terminator: "\n\n") }
        print(CoreferenceTable.summary(result))
    }
}
