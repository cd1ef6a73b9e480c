internal import DemarcheRecords
internal import DemarcheSourceText

/// Where the entries of the boards stand: their dates, outlets and the anchors of their words.
struct EntryPlaces {
    private let said: [String: RecordedDate]
    private let published: [String: RecordedDate]
    private let outlets: [String: String]
    private let headlines: [String: String]
    private let marks: EntryMarks
    private let articleNumbers: [String: Int]

    init(_ ledger: Ledger, _ directory: Directory, _ marks: EntryMarks) {
        self.marks = marks
        said = Dictionary(
            ledger.entries.compactMap { entry in entry.statement.said.map { (entry.statement.id, $0) } }
        ) { first, _ in first }
        published = Dictionary(
            ledger.articles.compactMap { article in article.metadata.published.map { (article.id, $0) } }
        ) { first, _ in first }
        outlets = Dictionary(
            ledger.articles.compactMap { article in Wording.outlet(article.metadata.outlet).map { (article.id, $0) } }
        ) { first, _ in first }
        headlines = Dictionary(
            ledger.articles.compactMap { article in article.metadata.headline.map { (article.id, $0) } }
        ) { first, _ in first }
        articleNumbers = directory.articleNumbers
    }

    func headline(_ article: String) -> String { headlines[article] ?? "article \(articleNumbers[article] ?? 0)" }
    func outlet(_ article: String) -> String? { outlets[article] }

    /// That of the act of speech, or else of publication.
    func date(_ warning: Warning) -> RecordedDate? { date(statement: warning.statement, article: warning.article) }

    func date(statement: String?, article: String) -> RecordedDate? {
        statement.flatMap { said[$0] } ?? published[article]
    }

    /// For sorting; the undated come last.
    func dated(_ warning: Warning) -> String { date(warning)?.date ?? "~" }

    /// For sorting by article and text.
    func order(_ entry: some TypedEntry) -> (Int, Int, String) {
        (articleNumbers[entry.article] ?? 0, entry.parts.first?.evidence.span.start ?? 0, entry.id)
    }

    /// The way to the words of an entry, or else to the head of its article.
    func link(to entry: some TypedEntry) -> EntryLink {
        let mark = marks[entry.id]
        let head = "a\(articleNumbers[entry.article] ?? 0)"
        return EntryLink(
            label: mark?.label ?? "article", anchor: mark.flatMap { $0.start == nil ? nil : $0.anchor } ?? head)
    }
}

/// `W3` with where it leads.
struct EntryLink {
    let label: String
    let anchor: String
}
