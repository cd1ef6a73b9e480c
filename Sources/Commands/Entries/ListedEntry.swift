import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// How the entries of one type are listed and shown.
protocol ListedEntry: TypedEntry {
    associatedtype Label: EntryLabel
    /// What one entry is called; its plural is the command that lists them.
    static var noun: String { get }
    /// What `demarche help` says of that command.
    static var help: (abstract: String, discussion: String) { get }
    /// The columns between the ID and date and the words, with the most cells each takes.
    static var columns: [(title: String, most: Int)] { get }
    /// What stands in them, and then the words.
    var cells: [String] { get }
    /// The fields of the comma-separated form, each with its value.
    var fields: [(name: String, value: String)] { get }
    func object(in lines: ExchangeLines) -> OrderedJSON
}

extension StoredEntry where Entry: ListedEntry {
    static func listing(_ found: [StoredEntry<Entry>], _ objects: [OrderedJSON]) -> Listing {
        let columns =
            [(title: "ID", most: 12), (title: "DATE", most: 10)] + Entry.columns + [(title: "WORDS", most: 0)]
        return Listing(
            table: Table(columns: columns.map { .init(title: $0.title, most: $0.most) }, rows: found.map(\.row)),
            header: found.first.map { $0.record.map(\.name) } ?? [], records: found.map { $0.record.map(\.value) },
            objects: objects)
    }

    private var row: [String] { [String(entry.id.prefix(12)), date ?? published ?? "–"] + entry.cells }

    /// The fields of the comma-separated form.
    var record: [(name: String, value: String)] {
        [("id", entry.id), ("date", date ?? "")] + entry.fields + [
            ("via", carrier?.via.map(\.name).joined(separator: "; ") ?? ""), ("outlet", outlet ?? ""),
            ("published", published ?? ""), ("headline", headline ?? ""), ("article", entry.article),
        ]
    }
}

extension RecordStore {
    /// The entries as lines of the exchange format. They come by article, so that each article is read once.
    func objects<Entry: ListedEntry>(_ found: [StoredEntry<Entry>]) throws -> [OrderedJSON] {
        var lines: (id: String, lines: ExchangeLines)?
        return try found.compactMap { stored in
            if lines?.id != stored.entry.article {
                lines = try article(id: stored.entry.article).map { ($0.article.id, ExchangeLines($0.article)) }
            }
            return lines.map { stored.entry.object(in: $0.lines) }
        }
    }
}

extension Speaker {
    /// The name with the office.
    var shown: String { [shownName ?? "(not named)", office?.text].compactMap(\.self).joined(separator: ", ") }
}
