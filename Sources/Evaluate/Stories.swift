import ArgumentParser
import DemarcheEvaluation
import DemarcheLink
import Foundation

/// `evaluate stories`: articles in groups, against gold data.
struct Stories: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Groups articles as the program does and compares the groups by B-cubed.",
        discussion: """
            GOLD holds a JSON object a line: {"id", "title", "text", "date", "outlet", "cluster"}. With --level story the long \
            stories are compared, as fits gold whose clusters run over months; with --level episode, for gold of single \
            events, the episodes. The last line is for scripts.

            EXAMPLE
              evaluate stories gold.jsonl --level episode --errors
            """)

    @Argument(help: "The gold, a file of JSON lines.") var gold: String
    @Option(help: "What is compared with the clusters: story or episode.") var level = StoryLevel.story
    @Option(help: "Write the predictions to this file, a JSON object a line.") var predictions: String?
    @Flag(help: "List what differs.") var errors = false

    func run() throws {
        let articles = try StoryGold.read(gold)
        let score = StoryScore(articles, StoryPredictions(articles, level))
        print(((errors ? score.errors : []) + score.lines + [score.summary]).joined(separator: "\n"))
        if let predictions { try score.predictionLines.write(toFile: predictions, atomically: true, encoding: .utf8) }
    }
}

extension StoryLevel: ExpressibleByArgument {}
