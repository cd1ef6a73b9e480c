import ArgumentParser
import DemarcheEvaluation
import DemarcheLink
import DemarchePipeline
import DemarcheRecords
import Foundation

/// `evaluate duplicates`: articles that share text, against the exact count.
struct Duplicates: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Finds articles that share text and compares with the exact Jaccard similarity over runs of five words.",
        discussion: """
            ARTICLES is anything that `demarche read` reads, such as JSON lines. Pairs of a similarity of one half are \
            compared on the sample; speed is measured on all articles, in processor time, from their shingles on and \
            from their texts on. The last line is for scripts.

            EXAMPLE
              evaluate duplicates coverage.jsonl.gz --sample 2000 --errors
            """)

    @Argument(help: "The articles.") var articles: String
    @Option(help: "Compare so many articles, chosen by their names.") var sample = 2000
    @Option(help: "Write what is found in all articles to this file, a JSON object a line.") var predictions: String?
    @Flag(help: "List what differs: what, the two articles, similarity, part in common, parted by tabs.")
    var errors = false

    func validate() throws {
        if sample < 2 { throw ValidationError("--sample is at least 2.") }
    }

    func run() throws {
        let all = read()
        let speed = DuplicateSpeed(all)
        let score = DuplicateScore(Array(all.prefix(sample)))
        if errors, !score.errors.isEmpty { print(score.errors.joined(separator: "\n"), terminator: "\n\n") }
        print(lines(speed, score).joined(separator: "\n"), terminator: "\n\n")
        if let predictions { try write(speed.links, to: predictions) }
        print(
            String(
                format: "duplicates recall=%.3f precision=%.3f docs_per_s=%.0f docs_per_s_with_shingling=%.0f",
                score.recall, score.precision, speed.perSecond, speed.perSecondWithShingling))
    }

    /// By name, each address once; what is refused is left out.
    private func read() -> [Article] {
        var articles: [Article] = []
        for input in Inputs.under([self.articles]) {
            Reader.articles(in: input) { result in
                if let article = try? result.get() { articles.append(article) }
            }
        }
        var addresses: Set<String> = []
        return articles.sorted { $0.id < $1.id }.filter { article in
            article.metadata.url.map { addresses.insert($0).inserted } ?? true
        }
    }

    private func lines(_ speed: DuplicateSpeed, _ score: DuplicateScore) -> [String] {
        let kinds = Duplicate.Kind.allCases.map { kind in
            "\(kind.rawValue) \(speed.links.count { $0.kind == kind })"
        }
        return [
            "sample: \(score.near.count) pairs are near, \(score.foundNear.count) were found",
            "sample: of \(score.contained.count) pairs half of one stands in the other, "
                + String(format: "%.3f of them are links", score.containedShare),
            "all \(speed.articles) articles: " + kinds.joined(separator: ", "),
            String(format: "processor time: %.3f s shingling, %.3f s finding", speed.shingling, speed.finding),
        ]
    }

    private func write(_ links: [Duplicate], to path: String) throws {
        let lines = links.map { link in
            OrderedJSON.object([
                ("articles", .array(link.articles.map(OrderedJSON.string))), ("kind", .string(link.kind.rawValue)),
                ("shared", .number(link.shared)), ("agency", .optional(link.agency)),
            ]).line + "\n"
        }
        try lines.joined().write(toFile: path, atomically: true, encoding: .utf8)
    }
}
