import ArgumentParser
import DemarcheIngest
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

            With --fetch it takes web addresses, too, and text files with one a line ('#' begins a comment); standard input \
            is then such a list. Pages are asked for as robots.txt allows, one at a time from a host, and kept byte for byte \
            in a WARC file beside the record; fetching again asks only for what changed.
            """)

    @Argument(help: "Files, folders, globs, - for standard input, or with --fetch web addresses.")
    var inputs: [String]

    @Option(
        help: ArgumentHelp(
            "The record to read into; made if it does not exist (default: as --record elsewhere).", valueName: "file"))
    var into: String?

    @Flag(help: "Keep and index the articles, and look for no statements yet.")
    var articlesOnly = false

    @Flag(help: "Do not connect the articles with each other; `demarche link` does.")
    var noLink = false

    @Option(
        help: ArgumentHelp(
            "A dictionary of actors in PETRARCH's format, whose codes the parties of events get, also in articles that were read with another or none; may be repeated.",
            valueName: "file"))
    var actors: [String] = []

    @OptionGroup var description: DocumentDescription
    @OptionGroup(title: "Fetching") var fetching: FetchingOptions

    func run() throws {
        let web = WebInputs(fetching.fetch ? inputs : [])
        let files = Inputs.under(fetching.fetch ? web.others : inputs)
        let options = try description.options(for: files.count + web.entries.count)
        guard files.count + web.entries.count > 0 else {
            Standard.error("demarche: no files under \(inputs.joined(separator: ", ").printable)")
            throw ExitStatus.nothingFound
        }
        let outlets = try description.knownOutlets()
        let actors = try knownActors()
        let models = LanguageModels(environment: ProcessInfo.processInfo.environment)
        let model = articlesOnly ? nil : try models.load(.small)
        let store = try RecordStore(path: try RecordOptions.path(into, option: "--into"), creating: true)
        let found = try files + fetched(web, store)
        var progress = Progress(total: found.count, noun: "files")
        let reader = Reader(
            model, Ingest(outlets: outlets), actors: actors.dictionary, version: actors.version)
        let tally = try reader.read(found, options, into: store) { progress.report($0, "\($1) articles") }
        progress.end()
        report(tally, store)
        if !articlesOnly, !noLink, try !store.isLinked() { try LinkCommand.link(store) }
        if tally.refused > 0 { throw ExitStatus.someRefused }
    }

    private func knownActors() throws -> ActorFiles {
        do throws(UnreadableFile) {
            let files = try ActorFiles(actors)
            if files.skipped > 0 { Standard.error("--actors: \(files.skipped) lines name no actor and are left out") }
            return files
        } catch {
            throw ValidationError(
                "--actors \(error.path): no file of text in UTF-8; name a dictionary in PETRARCH's format.")
        }
    }

    /// What came of the addresses, after saying so.
    private func fetched(_ web: WebInputs, _ store: RecordStore) throws -> [Input] {
        guard !web.entries.isEmpty else {
            if fetching.fetch { Standard.error("no web addresses among the inputs; nothing is fetched") }
            return []
        }
        let archive = fetching.archive(beside: store.path)
        let fetch = PageFetch(fetching.options, archive: archive)
        let fetched = try Waiting.result {
            var progress = Progress(total: web.pages.count, noun: "addresses")
            defer { progress.end() }
            return try await fetch.inputs(web) { progress.report($0) }
        }
        for list in web.lists { try store.withdrawRefusal(of: list) }
        if fetched.cutBytes > 0 {
            Standard.error(
                "\(archive): \(fetched.cutBytes) bytes of a record that an earlier run left unfinished are cut off")
        }
        let parts = [(fetched.fetched, "fetched"), (fetched.unchanged, "unchanged"), (fetched.refused, "refused")]
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let place = fetched.fetched + fetched.unchanged > 0 ? "; kept in \(archive)" : ""
        Standard.error("\(web.entries.count) web addresses: \(parts.joined(separator: ", "))\(place)")
        return fetched.inputs
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
        let found = articlesOnly ? "No statements looked for." : Self.found(tally)
        if tally.furnitureLearned > 0 {
            Standard.error("page furniture learned from what recurs, in \(tally.furnitureLearned) articles")
        }
        if !tally.otherLanguages.isEmpty {
            let languages = tally.otherLanguages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            Standard.error(
                "not in English, kept and not read for statements: "
                    + languages.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        }
        print("\(tally.read) articles read into \(store.path): \(parts.joined(separator: ", ")). \(found)")
    }

    /// *2 statements, 1 warning and 3 events found.*
    private static func found(_ tally: Tally) -> String {
        let entries = EntryType.allCases.map { (tally.entries[$0] ?? 0, $0.rawValue) }.filter { $0.0 > 0 }
        let counts = ([(tally.statements, "statement")] + entries).map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
        let last = counts.count > 1 ? " and " + (counts.last ?? "") : ""
        return counts.prefix(max(1, counts.count - 1)).joined(separator: ", ") + last + " found."
    }
}
