internal import DemarcheRecords
internal import DemarcheSourceText

/// The order of the dossier: articles by date and id, statements by date and speaker, each with its number.
struct Ledger {
    let articles: [Article]
    let entries: [Entry]
    /// By article id, in text order.
    let entriesByArticle: [String: [Entry]]
    private let numbers: [String: Int]

    /// One statement in its place in the ledger.
    struct Entry {
        let number: Int
        let statement: ReportedStatement
        let article: Article?
        let day: LedgerDay

        var anchor: String { "s\(number)" }
        var wordsAnchor: String { "w\(number)" }
        /// Whether the words stand in the stored text where the statement says.
        var isAnchored: Bool {
            guard let article else { return false }
            return article.firstWord(of: statement) != nil
        }
    }

    init(_ contents: DossierContents) {
        let articles = contents.articles.sorted { $0.sortKey < $1.sortKey }
        let byId = Dictionary(articles.map { ($0.id, $0) }) { first, _ in first }
        let unsorted = contents.statements.map { statement in
            let article = byId[statement.article]
            let day = LedgerDay(said: statement.said, published: article?.metadata.published)
            return Entry(number: 0, statement: statement, article: article, day: day)
        }
        let entries = unsorted.sorted(by: Self.precedes).enumerated().map { index, entry in
            Entry(number: index + 1, statement: entry.statement, article: entry.article, day: entry.day)
        }
        self.articles = articles
        self.entries = entries
        entriesByArticle = Dictionary(grouping: entries, by: \.statement.article)
        numbers = Dictionary(entries.map { ($0.statement.id, $0.number) }) { first, _ in first }
    }

    /// The number of the statement with this id, nil when it is not in the ledger.
    func number(of id: String) -> Int? { numbers[id] }

    private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
        if left.day != right.day { return left.day < right.day }
        let names = (SpeakerKey(left.statement.speaker), SpeakerKey(right.statement.speaker))
        if names.0 != names.1 { return names.0 < names.1 }
        let articles = (left.statement.article, right.statement.article)
        if articles.0 != articles.1 { return articles.0 < articles.1 }
        let spans = (left.statement.contentSpan, right.statement.contentSpan)
        return spans.0 == spans.1 ? left.statement.id < right.statement.id : spans.0 < spans.1
    }
}

/// Speakers of one name and naming stand together.
struct SpeakerKey: Hashable, Comparable {
    let label: String
    let naming: String

    init(_ speaker: Speaker) {
        label = Wording.speaker(speaker)
        naming = speaker.naming.rawValue
    }

    /// By name without regard to case; those that nobody named last.
    static func < (left: SpeakerKey, right: SpeakerKey) -> Bool {
        left.sortKey < right.sortKey
    }

    private var sortKey: (Int, String, String, String) {
        (naming == Speaker.Naming.absent.rawValue ? 1 : 0, label.lowercased(), label, naming)
    }
}

extension Article {
    /// Undated articles stand last.
    fileprivate var sortKey: (String, String) { (metadata.published?.date ?? "~", id) }

    /// The offset of the first word of the statement's content that stands in a block of the text.
    func firstWord(of statement: ReportedStatement) -> Int? { firstWord(of: statement.content.map(\.span)) }

    /// The first offset of these spans that stands in a block of the text.
    func firstWord(of spans: [TextSpan]) -> Int? {
        for span in spans.sorted() where text.holds(span) && !span.isEmpty {
            if let block = firstBlock(over: span) { return max(block.span.start, span.start) }
        }
        return nil
    }

    /// Blocks stand in the order of the text and do not overlap.
    private func firstBlock(over span: TextSpan) -> Block? {
        var (low, high) = (0, blocks.count)
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
        }
        return low < blocks.count && blocks[low].span.overlaps(span) ? blocks[low] : nil
    }
}
