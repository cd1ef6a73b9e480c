internal import DemarcheRecords
internal import DemarcheSourceText

/// The names that the page has for warnings, positions, events and claims (`W3`), and the way to the words of each.
///
/// Numbers go by type, in the order of the articles and of the text. The words of an entry have the anchor `t-w3`, its row under
/// the article that of its own ID.
struct EntryMarks {
    struct Mark {
        let type: EntryType
        let number: Int
        let id: String
        let parts: [EntryPart]
        /// Where its first words stand; nil when none stand in a block of the article.
        let start: Int?
        var scheme = AnchorScheme.numbers

        /// `W3`
        var label: String { Self.letter(type).uppercased() + "\(number)" }
        /// As attributes hold it: `w3`.
        var key: String { Self.letter(type) + "\(number)" }
        var anchor: String { scheme == .numbers ? "t-" + key : id }
        /// Of the row that says what the entry is.
        var row: String { scheme == .numbers ? id : "row-" + id }

        private static func letter(_ type: EntryType) -> String { String(type.rawValue.prefix(1)) }
    }

    /// By article, in text order.
    let byArticle: [String: [Mark]]
    private let byEntry: [String: Mark]

    init(_ contents: DossierContents, _ ledger: Ledger, anchors: AnchorScheme = .numbers) {
        let places = Dictionary(zip(ledger.articles.map(\.id), 0...)) { first, _ in first }
        let found: [[Sorted]] = [
            Self.sorted(contents.warnings, places), Self.sorted(contents.positions, places),
            Self.sorted(contents.events, places), Self.sorted(contents.claims, places),
        ]
        let marks = found.flatMap { list in
            zip(list, 1...).map { one, number in
                let article = ledger.articles[one.place]
                let mark = Mark(
                    type: one.type, number: number, id: one.id, parts: one.parts,
                    start: article.firstWord(of: one.parts.map(\.evidence.span)), scheme: anchors)
                return (article: article.id, mark: mark)
            }
        }
        byEntry = Dictionary(marks.map { ($0.mark.id, $0.mark) }) { first, _ in first }
        byArticle = Dictionary(grouping: marks, by: \.article).mapValues { $0.map(\.mark) }
    }

    /// Nil for what is not in the dossier.
    subscript(entry: String) -> Mark? { byEntry[entry] }

    private struct Sorted {
        let type: EntryType
        let id: String
        let place: Int
        let parts: [EntryPart]

        var key: (Int, Int, String) { (place, parts.map(\.evidence.span.start).min() ?? 0, id) }
    }

    /// Those whose article is in the dossier.
    private static func sorted<Entry: TypedEntry>(_ entries: [Entry], _ places: [String: Int]) -> [Sorted] {
        entries.compactMap { entry in
            places[entry.article].map {
                Sorted(type: Entry.entryType, id: entry.id, place: $0, parts: entry.parts)
            }
        }.sorted { $0.key < $1.key }
    }
}
