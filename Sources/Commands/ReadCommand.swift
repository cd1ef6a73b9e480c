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

            demarche read dump.jsonl.gz --map text=body,url=link
            demarche read page.html --outlet "The Courier" --published 2022-03-24

            Takes files, folders, globs and '-' for standard input; text, Markdown, HTML, MHTML, \
            e-mail (.eml), JSON Lines, JSON, CSV, feeds (RSS, Atom, JSON Feed) and web archives (WARC, ARC), plain or packed \
            with gzip or zstd. Dumps of many articles are read one by one, however long they are. Reading the same bytes again \
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

    @OptionGroup var description: DocumentDescription

    func run() throws {
        let found = Inputs.under(inputs)
        let options = try description.options(for: found)
        guard !found.isEmpty else {
            Standard.error("demarche: no files under \(inputs.joined(separator: ", "))")
            throw ExitStatus.nothingFound
        }
        let models = LanguageModels(environment: ProcessInfo.processInfo.environment)
        let model = articlesOnly ? nil : try models.load(.small)
        let store = try RecordStore(path: try RecordOptions.path(into, option: "--into"), creating: true)
        var progress = Progress(total: found.count, noun: "files")
        let tally = try Reader(model).read(found, options, into: store) { progress.report($0, "\($1) articles") }
        progress.end()
        report(tally, store)
        if tally.refused > 0 { throw ExitStatus.someRefused }
    }

    private func report(_ tally: Tally, _ store: RecordStore) {
        for refusal in tally.refusals {
            Standard.error("refused \(refusal.path.printable): \(refusal.reason.printable)")
        }
        if tally.refused > tally.refusals.count {
            Standard.error("refused \(tally.refused - tally.refusals.count) more; `demarche articles` lists all")
        }
        let parts = [
            (tally.added, "new"), (tally.newVersions, "in a new version"), (tally.unchanged, "known before"),
            (tally.readAnew, "read anew"),
            (tally.refused, "refused"), (tally.passedOver, "passed over"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let found = articlesOnly ? "No statements looked for." : "\(tally.statements) statements found."
        if !tally.otherLanguages.isEmpty {
            let languages = tally.otherLanguages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            Standard.error(
                "not in English, kept and not read for statements: "
                    + languages.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        }
        print("\(tally.read) articles read into \(store.path): \(parts.joined(separator: ", ")). \(found)")
    }
}
