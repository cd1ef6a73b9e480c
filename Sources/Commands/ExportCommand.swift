import ArgumentParser
import DemarchePublish

struct ExportCommand: ParsableCommand {
    enum Form: String, ExpressibleByArgument, CaseIterable { case jsonl, warc }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the whole record to standard output: what was found, or the articles' bytes.",
        discussion: """
            demarche export --as jsonl > record.jsonl

            demarche export --as warc | gzip > articles.warc.gz

            jsonl is the exchange format: one JSON object a line; offsets count Unicode scalars of the article's text. warc holds the \
            original bytes of every article in a web archive that `demarche read` takes back. The same record gives the \
            same bytes.
            """)

    @Option(name: .customLong("as"), help: "jsonl or warc.")
    var form: Form = .jsonl

    @OptionGroup var record: RecordOptions

    func run() throws {
        let store = try record.open()
        switch form {
        case .jsonl: try RecordExport().lines(of: store) { print($0) }
        case .warc: try ArchiveExport().records(of: store) { Standard.write($0) }
        }
    }
}
