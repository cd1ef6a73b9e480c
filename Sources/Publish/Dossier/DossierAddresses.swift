internal import DemarcheRecords

/// Where a dossier leads: to its own parts alone.
struct DossierAddresses: PageAddresses {
    private let entries: [String: String]
    private let articles: [String: Int]
    private var shown: Set<String> = []

    init(_ ledger: Ledger, _ directory: Directory, _ marks: EntryMarks) {
        var entries: [String: String] = [:]
        for entry in ledger.entries {
            entries[entry.statement.id] = entry.isAnchored ? entry.wordsAnchor : entry.anchor
        }
        for mark in marks.byArticle.values.joined() where mark.start != nil { entries[mark.id] = mark.anchor }
        self.entries = entries
        articles = directory.articleNumbers
    }

    /// The same with the links that have a part of their own on the page.
    func showing(_ links: [String]) -> DossierAddresses {
        var addresses = self
        addresses.shown.formUnion(links)
        return addresses
    }

    func article(_ id: String) -> String? { articles[id].map { "#a\($0)" } }
    func entry(_ id: String, in article: String) -> String? {
        entries[id].map { "#\($0)" } ?? self.article(article)
    }
    func link(_ type: LinkType, _ id: String) -> String? { shown.contains(id) ? "#\(id)" : nil }
    func outlet(_ name: String) -> String? { nil }
    func citation(of entry: String) -> String? { nil }
}
