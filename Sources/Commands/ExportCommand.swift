import ArgumentParser
import DemarchePublish

struct ExportCommand: ParsableCommand {
    enum Form: String, ExpressibleByArgument, CaseIterable { case jsonl }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the whole record to standard output in the exchange format.",
        discussion: """
            demarche export --as jsonl > record.jsonl

            One JSON object a line; offsets count Unicode scalars of the article's text. The same record gives the same bytes.
            """)

    @Option(name: .customLong("as"), help: "jsonl.")
    var form: Form = .jsonl

    @OptionGroup var record: RecordOptions

    func run() throws { try RecordExport().lines(of: try record.open()) { print($0) } }
}
