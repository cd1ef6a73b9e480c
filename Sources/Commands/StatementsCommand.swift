import ArgumentParser
import DemarchePublish
import DemarcheRecords
import DemarcheStore

struct StatementsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statements",
        abstract: "Lists who said what.",
        discussion: """
            demarche statements --by Zakharova
            demarche statements --about "direct clash" --since 2022-03 --format csv

            With --format jsonl each line is a statement of the exchange format.
            """)

    @OptionGroup var filters: FilterOptions
    @OptionGroup var record: RecordOptions

    @Option(help: "table, json, jsonl or csv.")
    var format: ListFormat = .table

    func run() throws {
        let store = try record.open()
        let found = try store.statements(filters.filter)
        try listing(found, store).print(as: format)
        guard !found.isEmpty else {
            Standard.error("demarche: no statement fits")
            throw ExitStatus.nothingFound
        }
    }

    private func listing(_ found: [StoredStatement], _ store: RecordStore) throws -> Listing {
        let columns = [("ID", 12), ("DATE", 10), ("SPEAKER", 30), ("CUE", 12), ("SURE", 4), ("FROM", 20), ("WORDS", 0)]
        let rows = found.map { stored in
            [
                String(stored.statement.id.prefix(12)), stored.published ?? "–",
                Self.speaker(stored.statement.speaker), stored.statement.cue?.lemma ?? "–",
                "\(stored.statement.confidence)%", Self.origin(stored), stored.statement.words,
            ]
        }
        return Listing(
            table: Table(columns: columns.map { .init(title: $0, most: $1) }, rows: rows),
            header: StoredStatement.fields.map(\.name),
            records: found.map { stored in StoredStatement.fields.map { $0.value(stored) } },
            objects: format == .json || format == .jsonl ? try store.objects(found) : [])
    }

    private static func speaker(_ speaker: Speaker) -> String {
        [speaker.name ?? "(not named)", speaker.office?.text].compactMap(\.self).joined(separator: ", ")
    }

    /// Who carried it, from nearest to farthest, and the outlet.
    private static func origin(_ stored: StoredStatement) -> String {
        let chain = stored.statement.via.map(\.name) + [stored.outlet].compactMap(\.self)
        return chain.isEmpty ? "–" : chain.joined(separator: ", ")
    }
}
