import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// Articles that belong together, as a list shows them.
protocol ListedGroup: CoverageGroup {
    /// What one is called, and several.
    static var noun: (one: String, several: String) { get }
    /// Its line of the exchange format.
    var object: OrderedJSON { get }
}

extension Story: ListedGroup {
    static let noun = (one: "story", several: "stories")
    var object: OrderedJSON { ExchangeLines.line(self) }
}

extension Episode: ListedGroup {
    static let noun = (one: "episode", several: "episodes")
    var object: OrderedJSON { ExchangeLines.line(self) }
}

extension ListedGroup {
    /// Whether it reaches into the time between two dates of any precision, both included. What has no date does not.
    func reaches(since: String?, until: String?) -> Bool {
        guard since != nil || until != nil else { return true }
        guard let from, let to else { return false }
        return since.map { to >= $0 || $0.hasPrefix(to) } ?? true
            && until.map { from <= $0 || from.hasPrefix($0) } ?? true
    }

    /// The outlets of its articles, in the order of letters.
    func outlets(_ heads: [String: ArticleHead]) -> [String] {
        Set(articles.compactMap { heads[$0]?.outlet }).sorted()
    }

    static func listing(_ groups: [Self], _ heads: [String: ArticleHead]) -> Listing {
        let fields = Self.fields(outlets: heads.compactMapValues(\.outlet))
        let columns = [("ID", 14), ("FROM", 10), ("TO", 10), ("ARTICLES", 8), ("OUTLETS", 7), ("TITLE", 0)]
        return Listing(
            table: Table(
                columns: columns.map { .init(title: $0.0, most: $0.1) },
                rows: groups.map { $0.cells(heads) }),
            header: fields.map(\.name), records: groups.map { group in fields.map { $0.value(group) } },
            objects: groups.map(\.object))
    }

    private func cells(_ heads: [String: ArticleHead]) -> [String] {
        [id, from ?? "–", to ?? "–", "\(articles.count)", "\(outlets(heads).count)", title]
    }

    /// The group in full: what a list says of it, and its articles by date.
    func lines(_ heads: [String: ArticleHead]) -> [String] {
        let dates = [from, to].compactMap(\.self)
        let fields: [(String, String)] = [
            (Self.noun.one, id), ("title", title),
            ("dates", dates.first == dates.last ? dates.first ?? "" : dates.joined(separator: " to ")),
            ("outlets", outlets(heads).joined(separator: ", ")),
        ]
        return fields.filter { !$0.1.isEmpty }.map { Style.bold($0.0.padded(12)) + $0.1.printable }
    }

    /// The articles, a line each.
    func articleLines(_ heads: [String: ArticleHead]) -> [String] {
        articles.map { id in
            let head = heads[id]
            return [id, head?.published ?? "–", head?.outlet ?? "–", head?.headline ?? "–"].joined(separator: "  ")
                .printable
        }
    }
}
