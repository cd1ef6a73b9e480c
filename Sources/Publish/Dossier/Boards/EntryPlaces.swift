internal import DemarcheRecords

/// Where the entries of the boards stand: their dates, outlets and the anchors of their words.
struct EntryPlaces {
    private let said: [String: RecordedDate]
    private let published: [String: RecordedDate]
    private let outlets: [String: String]
    private let anchors: [String: String]
    private let articleNumbers: [String: Int]

    init(_ ledger: Ledger, _ directory: Directory) {
        said = Dictionary(
            ledger.entries.compactMap { entry in entry.statement.said.map { (entry.statement.id, $0) } }
        ) { first, _ in first }
        published = Dictionary(
            ledger.articles.compactMap { article in article.metadata.published.map { (article.id, $0) } }
        ) { first, _ in first }
        outlets = Dictionary(
            ledger.articles.compactMap { article in Wording.outlet(article.metadata.outlet).map { (article.id, $0) } }
        ) { first, _ in first }
        anchors = Dictionary(
            ledger.entries.filter(\.isAnchored).map { ($0.statement.id, $0.wordsAnchor) }
        ) { first, _ in first }
        articleNumbers = directory.articleNumbers
    }

    func outlet(_ article: String) -> String? { outlets[article] }

    /// That of the act of speech, or else of publication.
    func date(_ warning: Warning) -> RecordedDate? { date(statement: warning.statement, article: warning.article) }

    func date(statement: String?, article: String) -> RecordedDate? {
        statement.flatMap { said[$0] } ?? published[article]
    }

    /// For sorting; the undated come last.
    func dated(_ warning: Warning) -> String { date(warning)?.date ?? "~" }

    /// The words of the statement that carries an entry, or else the head of its article.
    func anchor(statement: String?, article: String) -> String {
        statement.flatMap { anchors[$0] } ?? "a\(articleNumbers[article] ?? 0)"
    }
}
