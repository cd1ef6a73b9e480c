import ArgumentParser
import DemarcheEvaluation
import DemarchePipeline
import Foundation

/// `evaluate commitments`: warnings, status of events and positions, against gold data.
struct Commitments: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads marked sentences as the program does and compares warnings, status of events and positions.",
        discussion: """
            GOLD holds a JSON object a line: {"id", "text", "context_before", "context_after", "date", "warnings", \
            "events", "positions"}, offsets in Unicode scalars; or it is a Markdown file of cases, or a folder of them, as \
            in Evaluation/commitments. Marked warnings that are offers are neither missed nor false. The model is found as `demarche read` finds it. The last line is for scripts.

            EXAMPLE
              evaluate commitments gold.jsonl --errors
              evaluate commitments Evaluation/commitments Tests/ExtractTests/Cases/Status
            """)

    @Argument(help: "The gold: files of JSON lines or of cases, folders of cases.") var gold: [String]
    @Option(help: "Write the predictions to this file, a JSON object a line.") var predictions: String?
    @Option(help: "Compare the predictions in this file, and do not read the texts.") var given: String?
    @Flag(help: "List what differs.") var errors = false
    @Flag(help: "Take the marked triggers of events, and ask for their status only.") var givenEvents = false

    func run() throws {
        let items = try gold.flatMap(CommitmentItem.read(gold:))
        let found = try found(in: items)
        var score = CommitmentScore()
        for (item, found) in zip(items, found) { score.add(item, found) }
        print(((errors ? score.errors : []) + score.lines + [score.summary]).joined(separator: "\n"))
        if let predictions { try CommitmentItem.write(found, to: predictions) }
    }

    private func found(in items: [CommitmentItem]) throws -> [CommitmentItem] {
        if let given {
            let known = Dictionary(
                uniqueKeysWithValues: try CommitmentItem.read(given, marked: false).map { ($0.id, $0) })
            return items.map { known[$0.id] ?? CommitmentItem(id: $0.id) }
        }
        let reader = CommitmentPredictions(
            try LanguageModels(environment: ProcessInfo.processInfo.environment).load(.small), givesEvents: givenEvents)
        return items.map(reader.found)
    }
}
