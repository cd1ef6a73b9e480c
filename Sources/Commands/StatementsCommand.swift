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
            table: Table(columns: columns.map { .init(title: $0, most: $1) }, rows: rows), header: Self.fields,
            records: found.map(record), objects: format == .json || format == .jsonl ? try objects(found, store) : [])
    }

    private static func speaker(_ speaker: Speaker) -> String {
        [speaker.name ?? "(not named)", speaker.office?.text].compactMap(\.self).joined(separator: ", ")
    }

    /// Who carried it, from nearest to farthest, and the outlet.
    private static func origin(_ stored: StoredStatement) -> String {
        let chain = stored.statement.via.map(\.name) + [stored.outlet].compactMap(\.self)
        return chain.isEmpty ? "–" : chain.joined(separator: ", ")
    }

    private static let fields = [
        "id", "speaker", "office", "affiliation", "country", "naming", "cue", "act", "directness", "words", "via",
        "place", "event", "medium", "addressee",
        "polarity", "confidence", "notes", "rule", "outlet",
        "published", "headline", "article",
    ]

    private func record(_ stored: StoredStatement) -> [String] {
        let statement = stored.statement
        return [
            statement.id, statement.speaker.name ?? "", statement.speaker.office?.text ?? "",
            statement.speaker.affiliation?.text ?? "", statement.speaker.affiliation?.country ?? "",
            statement.speaker.naming.rawValue,
            statement.cue?.lemma ?? "", statement.cue?.act.rawValue ?? "", statement.directness.rawValue,
            statement.words,
            statement.via.map(\.name).joined(separator: "; "), statement.occasion?.place?.exact ?? "",
            statement.occasion?.event?.exact ?? "", statement.occasion?.medium?.exact ?? "",
            statement.occasion?.addressee?.exact ?? "", statement.polarity.rawValue,
            "0." + (statement.confidence < 10 ? "0" : "") + "\(statement.confidence)",
            statement.notes.joined(separator: "; "), statement.rule, stored.outlet ?? "", stored.published ?? "",
            stored.headline ?? "",
            statement.article,
        ]
    }

    /// Statements come by article, so each article is read once.
    private func objects(_ found: [StoredStatement], _ store: RecordStore) throws -> [OrderedJSON] {
        var lines: (id: String, lines: ExchangeLines)?
        return try found.compactMap { stored in
            if lines?.id != stored.statement.article {
                lines = try store.article(id: stored.statement.article).map {
                    ($0.article.id, ExchangeLines($0.article))
                }
            }
            return lines?.lines.line(stored.statement)
        }
    }
}

extension ReportedStatement {
    /// The content in one line, its pieces joined by an ellipsis in brackets.
    var words: String { content.map(\.exact).joined(separator: " […] ") }
}
