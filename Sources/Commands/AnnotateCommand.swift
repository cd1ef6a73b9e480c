import ArgumentParser
import DemarcheAnnotate
import DemarchePipeline
import DemarcheRecords
import Foundation

struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Shows what the language engine sees in articles: tokens, tags, parses, lemmas, entities.",
        discussion: """
            Articles are annotated block by block; furniture is left out. Places count Unicode scalars of the article's text.
            What does not read as an article, such as a single short line, is refused.

            EXAMPLE
              demarche annotate article.txt --as conllu
              demarche annotate articles/ --as json > annotations.jsonl
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case conllu, json }

    @Argument(help: "Files, folders, globs, or - for standard input.") var inputs: [String]
    @Option(name: .customLong("as"), help: "conllu, or json: an object a line.") var format: Format = .conllu
    @OptionGroup var language: ModelOptions

    func run() throws {
        let annotator = Annotator(LanguageWorker(try language.load()))
        var refused = 0
        for input in Inputs.under(inputs) {
            Reader.articles(in: input) { result in
                switch result {
                case .success(let article): write(AnnotationFormats(annotator.annotate(article)))
                case .failure(let refusal):
                    Standard.error("refused: \(refusal.path.printable): \(refusal.reason.printable)")
                    refused += 1
                }
            }
        }
        if refused > 0 { throw ExitStatus.someRefused }
    }

    private func write(_ formats: AnnotationFormats) {
        let words = format == .json ? formats.json.line + "\n" : formats.conllu
        print(Standard.outputIsTerminal ? words.harmlessLines : words, terminator: "")
    }
}

/// Which language model a command uses.
struct ModelOptions: ParsableArguments {
    @Option(help: "The language model: sm, or md with word vectors.") var model: LanguagePackage = .small

    func load() throws -> LanguageModel {
        try LanguageModels(environment: ProcessInfo.processInfo.environment).load(model)
    }

    /// Where the model is missing, nil, and a line on standard error that says what is left out.
    func workerIfPresent(_ isWanted: Bool, for what: String) -> LanguageWorker? {
        guard isWanted else { return nil }
        do { return LanguageWorker(try load()) } catch {
            Standard.error("demarche: without \(what): \(error)")
            return nil
        }
    }
}
