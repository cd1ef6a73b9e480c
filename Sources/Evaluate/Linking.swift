import ArgumentParser
import DemarcheEvaluation
import DemarcheLink
import DemarchePipeline
import DemarcheRecords
import Foundation

/// `evaluate linking`: what linking costs, part by part, over a corpus that is grown to any size.
struct Linking: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Grows articles from those given by recombining their paragraphs, links them, and prints the cost.",
        discussion: """
            ARTICLES is anything that `demarche read` reads. The first of them by date are read with the language model, \
            which is found as `demarche read` finds it. Times are processor time without reading and growing. The last \
            line is for scripts.

            EXAMPLE
              evaluate linking coverage.jsonl.gz --articles 10000
            """)

    @Argument(help: "The articles to grow from.") var corpus: String
    @Option(help: "Grow so many articles.") var articles = 1000
    @Option(help: "Grow them from so many.") var base = 200
    @Flag(help: "Link them in a record instead, then nine times one more, then a hundred more.") var incremental = false

    func validate() throws {
        if articles < 1 { throw ValidationError("--articles is at least 1.") }
        if base < 1 { throw ValidationError("--base is at least 1.") }
    }

    func run() throws {
        let corpus = GrownCorpus(try sources())
        guard !corpus.isEmpty else {
            throw ValidationError("\(self.corpus) holds no article with a paragraph in English to grow others from.")
        }
        if incremental { return try printSteps(corpus) }
        let times = LinkingTimes(corpus, articles: articles)
        print(times.lines.joined(separator: "\n"), terminator: "\n\n")
        print(
            String(
                format: "linking articles=%d articles_per_s=%.0f seconds=%.3f peak_mb=%d", articles, times.perSecond,
                times.total, times.peak))
    }

    private func printSteps(_ corpus: GrownCorpus) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "demarche-linking-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let steps = try LinkingSteps(corpus, articles: articles, folder: folder.path)
        let single = steps.oneMore
        let figures = [
            ("all_s", steps.allAtOnce), ("one_more_s", single[single.count / 2]),
            ("one_more_mean_s", single.reduce(0, +) / Double(single.count)),
            ("one_more_worst_s", single[single.count - 1]),
            ("hundred_more_s", steps.hundredMore),
        ].map { String(format: "%@=%.3f", $0, $1) }
        print("linking-steps articles=\(articles) \(figures.joined(separator: " "))")
    }

    private func sources() throws -> [LinkSource] {
        var articles: [Article] = []
        for input in Inputs.under([corpus]) {
            Reader.articles(in: input) { result in
                if let article = try? result.get(), article.metadata.isEnglish { articles.append(article) }
            }
        }
        articles.sort { ($0.metadata.published?.date ?? "", $0.id) < ($1.metadata.published?.date ?? "", $1.id) }
        let models = LanguageModels(environment: ProcessInfo.processInfo.environment)
        return PreparedSources(try models.load(.small)).sources(Array(articles.prefix(base)))
    }
}
