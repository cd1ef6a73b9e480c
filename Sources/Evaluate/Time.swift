import ArgumentParser
import DemarcheEvaluation
import DemarchePipeline
import Foundation

/// `evaluate time`: expressions of time, against gold data.
struct Time: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads marked texts as the program does and compares the expressions of time that it finds.",
        discussion: """
            GOLD holds a JSON object a line: {"id", "dct", "text", "timex": [{"s", "e", "value"}]}, offsets in Unicode \
            scalars, values as TIMEX3; or, in a file whose name ends in .json, specifications of Microsoft Recognizers. \
            The model is found as `demarche read` finds it. The last line is for scripts.

            EXAMPLE
              evaluate time gold.jsonl --errors
            """)

    @Argument(help: "The gold.") var gold: String
    @Option(help: "Write the predictions to this file, a JSON object a line.") var predictions: String?
    @Option(help: "Only the documents from this to that one, counted from 1: 1-14.") var documents: String?
    @Flag(help: "List what differs.") var errors = false

    func validate() throws {
        if documents != nil, range == nil { throw ValidationError("--documents is two numbers, such as 1-14.") }
    }

    func run() throws {
        let model = try LanguageModels(environment: ProcessInfo.processInfo.environment).load(.small)
        if gold.hasSuffix(".json") {
            let score = SpecificationScore(try TimeSpecification.read(gold), model)
            print(((errors ? score.errors : []) + score.lines + [score.summary]).joined(separator: "\n"))
            return
        }
        let all = try TimeDocument.read(gold)
        let chosen = range.map { Array(all[$0.clamped(to: 0..<all.count)]) } ?? all
        let reader = TimePredictions(model)
        let found = try chosen.map { ($0.id, try reader.marks(in: $0)) }
        show(chosen, found.map(\.1))
        if let predictions { try TimeDocument.write(found.map { (id: $0.0, marks: $0.1) }, to: predictions) }
    }

    private func show(_ documents: [TimeDocument], _ found: [[TimeDocument.Mark]]) {
        var score = TimeScore()
        for (document, marks) in zip(documents, found) {
            score.add(gold: document.timex, predicted: marks)
            if errors { print(TimeErrors(document, marks).lines.joined(separator: "\n")) }
        }
        print((score.lines + [score.summary]).joined(separator: "\n"))
    }

    private var range: Range<Int>? {
        guard let numbers = documents?.split(separator: "-").compactMap({ Int($0) }), numbers.count == 2,
            1 <= numbers[0], numbers[0] <= numbers[1]
        else { return nil }
        return numbers[0] - 1..<numbers[1]
    }
}
