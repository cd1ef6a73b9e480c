import ArgumentParser
import DemarchePipeline
import DemarcheRecords
import DemarcheStore
import Foundation

struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Reads articles into a record.",
        discussion: """
            demarche read articles/ --into crisis.demarche
            demarche read 'saved/*.html' notes.txt
            curl … | demarche read - --into crisis.demarche

            Takes files, folders, globs and '-' for standard input; .txt, .md, .html and .htm. Reading the same bytes again \
            changes nothing; other bytes under the same address are a new version, and the old one is kept. A file that cannot \
            be read is refused by name, and the rest is read (exit status 3). The small language model is needed: \
            `demarche model fetch`. With --articles-only it is not: the articles are kept and can be searched, and \
            reading them again without that option finds what they say.
            """)

    @Argument(help: "Files, folders, globs, or - for standard input.")
    var inputs: [String]

    @Option(
        help: ArgumentHelp(
            "The record to read into; made if it does not exist (default: as --record elsewhere).", valueName: "file"))
    var into: String?

    @Flag(help: "Keep and index the articles, and look for no statements yet.")
    var articlesOnly = false

    func run() throws {
        let found = Inputs.under(inputs)
        guard !found.isEmpty else {
            Standard.error("demarche: no files under \(inputs.joined(separator: ", "))")
            throw ExitStatus.nothingFound
        }
        let models = LanguageModels(environment: ProcessInfo.processInfo.environment)
        let model = articlesOnly ? nil : try models.load(.small)
        let store = try RecordStore(path: try RecordOptions.path(into, option: "--into"), creating: true)
        var progress = Progress(total: found.count, noun: "files")
        let tally = try Reader(model).read(found, into: store) { progress.report($0) }
        progress.end()
        report(tally, store)
        if !tally.refusals.isEmpty { throw ExitStatus.someRefused }
    }

    private func report(_ tally: Tally, _ store: RecordStore) {
        for refusal in tally.refusals {
            Standard.error("refused \(refusal.path.printable): \(refusal.reason.printable)")
        }
        let parts = [
            (tally.added, "new"), (tally.newVersions, "in a new version"), (tally.unchanged, "known before"),
            (tally.readAnew, "read anew"),
            (tally.refusals.count, "refused"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let found = articlesOnly ? "No statements looked for." : "\(tally.statements) statements found."
        print("\(tally.read) articles read into \(store.path): \(parts.joined(separator: ", ")). \(found)")
    }
}
