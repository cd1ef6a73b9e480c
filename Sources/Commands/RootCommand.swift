package import ArgumentParser
import DemarcheAnnotate
import DemarcheFetch
import DemarcheRecords
import DemarcheStore
import Foundation

/// The `demarche` command with all of its subcommands.
package struct RootCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "demarche",
        abstract: "Reads the news coverage of a crisis and keeps who said what, with the words it came from.",
        discussion: """
            demarche read articles/ --into crisis.demarche
            demarche statements --by Zakharova
            demarche dossier --out dossier.html

            EXIT STATUS:
              0  done
              1  nothing was found where something was asked for
              2  the command or its record cannot be used as given
              3  some inputs were refused, and the rest was read

            ENVIRONMENT:
              DEMARCHE_RECORD  the record to use where --record is not given
              DEMARCHE_MODELS  the folder of the language models
              NO_COLOR         when set, no colour on a terminal
            """,
        version: ProgramVersion.name,
        subcommands: [
            ReadCommand.self, StatementsCommand.self, EntryListCommand<Warning>.self, EntryListCommand<Position>.self,
            EntryListCommand<PoliticalEvent>.self, EntryListCommand<Claim>.self, TimelineCommand.self,
            StoriesCommand.self,
            ConsequencesCommand.self, ShowCommand.self, SearchCommand.self,
            ArticlesCommand.self,
            CompareCommand.self, ExportCommand.self, DossierCommand.self, VerifyCommand.self, AnnotateCommand.self,
            ModelCommand.self, LinkCommand.self, PartiesCommand.self, ServeCommand.self,
        ])

    package init() {}

    /// Runs the command that `arguments` name and gives the exit status.
    package static func run(_ arguments: [String]) -> Int32 {
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
            return 0
        } catch {
            return report(error)
        }
    }

    private static func report(_ error: any Error) -> Int32 {
        if let code = error as? ExitCode { return code.rawValue }
        if error is RecordError || error is ModelError || error is ArchiveError {
            Standard.error("demarche: \(error)")
            return ExitStatus.unusable.rawValue
        }
        let code = exitCode(for: error)
        let message = fullMessage(for: error)
        if code == .success { print(message) } else { Standard.error(message) }
        return code == .success ? 0 : ExitStatus.unusable.rawValue
    }
}

/// The exit statuses, as `demarche --help` documents them.
enum ExitStatus {
    static let nothingFound = ExitCode(1)
    static let unusable = ExitCode(2)
    static let someRefused = ExitCode(3)
}
