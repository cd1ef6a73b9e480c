import ArgumentParser
import DemarchePublish
import DemarcheRecords
import DemarcheStore

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds words in the articles, with the passage.",
        discussion: """
            demarche search "direct clash"

            Finds the words one after another, in any case.
            """)

    @Argument(help: "The words to find.")
    var words: String

    @OptionGroup var record: RecordOptions

    @Option(help: "table, json, jsonl or csv.")
    var format: ListFormat = .table

    @Option(help: "The most passages to show.")
    var limit = 50

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit \(limit): take 1 or more.") }
    }

    func run() throws {
        let found = try record.open().search(words, limit: limit)
        listing(found).print(as: format)
        guard !found.isEmpty else {
            Standard.error("demarche: “\(words.printable)” stands in no article")
            throw ExitStatus.nothingFound
        }
    }

    private func listing(_ found: [Passage]) -> Listing {
        let fields = Passage.fields
        let plain = found.map { passage in fields.map { $0.value(passage) } }
        let columns = [("ARTICLE", 10), ("DATE", 10), ("OUTLET", 18), ("PASSAGE", 0)]
        let rows = plain.map {
            [String($0[0].prefix(10)), $0[1].isEmpty ? "–" : $0[1], $0[2].isEmpty ? "–" : $0[2], $0[4]]
        }
        return Listing(
            table: Table(columns: columns.map { .init(title: $0, most: $1) }, rows: rows), header: fields.map(\.name),
            records: plain, objects: found.map(\.object))
    }
}
