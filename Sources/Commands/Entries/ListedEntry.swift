import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// How the entries of one type are listed and shown.
protocol ListedEntry: TabulatedEntry {
    associatedtype Label: EntryLabel
    /// What one entry is called; its plural is the command that lists them.
    static var noun: String { get }
    /// What `demarche help` says of that command.
    static var help: (abstract: String, discussion: String) { get }
    /// The columns between the ID and date and the words, with the most cells each takes.
    static var columns: [(title: String, most: Int)] { get }
    /// What stands in them, and then the words.
    var cells: [String] { get }
}

extension StoredEntry where Entry: ListedEntry {
    static func listing(_ found: [StoredEntry<Entry>], _ objects: [OrderedJSON]) -> Listing {
        let columns =
            [(title: "ID", most: 12), (title: "DATE", most: 10)] + Entry.columns + [(title: "WORDS", most: 0)]
        return Listing(
            table: Table(columns: columns.map { .init(title: $0.title, most: $0.most) }, rows: found.map(\.row)),
            header: fields.map(\.name), records: found.map { $0.record.map(\.value) },
            objects: objects)
    }

    private var row: [String] { [String(entry.id.prefix(12)), date ?? published ?? "–"] + entry.cells }

    /// The fields of the comma-separated form.
    var record: [(name: String, value: String)] { Self.fields.map { ($0.name, $0.value(self)) } }
}

extension Speaker {
    /// The name with the office.
    var shown: String { [shownName ?? "(not named)", office?.text].compactMap(\.self).joined(separator: ", ") }
}
