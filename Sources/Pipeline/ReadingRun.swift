import DemarcheAnnotate
import DemarcheExtract
import DemarcheIngest
import DemarcheRecords
import DemarcheStore

/// One run over inputs: what is waiting, and what was counted.
///
/// With a model each article is kept by itself, so that a killed run loses none. Without one, when nothing but reading and
/// storing takes time, some dozens are read at once and kept together.
struct ReadingRun {
    /// How many articles are kept together without a model; a killed run reads them again.
    private static let group = 64

    private let store: RecordStore
    /// What an article says; nil without a model.
    private let findings: ((Article) -> Findings)?
    private var batch: ArticleBatch
    private var sinceIndexed = 0
    private(set) var tally = Tally()

    init(_ store: RecordStore, findings: ((Article) -> Findings)?) {
        self.store = store
        self.findings = findings
        batch = ArticleBatch(mostEvents: findings == nil ? Self.group : 1)
    }

    /// Whether something was kept.
    mutating func take(_ event: DocumentEvent) throws(RecordError) -> Bool {
        batch.append(event)
        guard batch.isFull else { return false }
        try keepBatch()
        return true
    }

    mutating func finish() throws(RecordError) {
        try keepBatch()
        try store.indexText()
    }

    private mutating func keepBatch() throws(RecordError) {
        let events = batch.take()
        if findings == nil { try store.beginGroup() }
        let known = try recognized(events)
        let unread = zip(events, known).map { event, isKnown in isKnown ? nil : event.document }
        let articles = ArticleBatch.articles(of: unread)
        for (place, event) in events.enumerated() { try keep(event, articles[place]) }
        if findings == nil { try store.endGroup() }
        sinceIndexed += events.count
        guard sinceIndexed >= RecordStore.indexBatch else { return }
        sinceIndexed = 0
        try store.indexText()
    }

    private func recognized(_ events: [DocumentEvent]) throws(RecordError) -> [Bool] {
        var known: [Bool] = []
        for event in events {
            guard let document = event.document else {
                known.append(false)
                continue
            }
            known.append(
                try store.recognize(
                    sha256: Identifier.sha256(document.bytes), at: document.path, offset: document.offset,
                    articlesOnly: findings == nil))
        }
        return known
    }

    private mutating func keep(_ event: DocumentEvent, _ article: Result<Article, Refusal>?) throws(RecordError) {
        switch (event, article) {
        case (.passedOver, _): tally.passedOver += 1
        case (.refused(let refusal), _), (_, .failure(let refusal)): try refuse(refusal)
        case (.document(let document), .success(let article)): try keep(article, document.bytes)
        case (.document(let document), nil): try describe(document)
        }
    }

    private mutating func refuse(_ refusal: Refusal) throws(RecordError) {
        tally.refuse(refusal)
        try store.refuse(refusal)
    }

    private mutating func keep(_ article: Article, _ bytes: [UInt8]) throws(RecordError) {
        let found = findings.map { $0(article) }
        switch try store.keep(dated(article, found?.published), bytes: bytes, statements: found?.statements) {
        case .added: tally.added += 1
        case .newVersion: tally.newVersions += 1
        case .readAnew: tally.readAnew += 1
        case .unchanged: tally.unchanged += 1
        }
        tally.statements += found?.statements.count ?? 0
        if let language = article.metadata.language, !article.metadata.isEnglish {
            tally.otherLanguages[language, default: 0] += 1
        }
    }

    /// An article that nothing else dates, not even the name of its file, with the day that its words give.
    private func dated(_ article: Article, _ published: RecordedDate?) -> Article {
        let isNamed = article.source.offset == nil && RecordedDate(path: article.source.path) != nil
        guard article.metadata.published == nil, !isNamed else { return article }
        var article = article
        article.metadata.published = published
        return article
    }

    /// What the user says of an article that is there already is written over what was said of it.
    private mutating func describe(_ document: Document) throws(RecordError) {
        let article = document.stated == Metadata() ? nil : try? Ingest().article(document)
        let isNew = try article.map { article throws(RecordError) in try store.describe(article) } ?? false
        if isNew { tally.readAnew += 1 } else { tally.unchanged += 1 }
    }
}

extension DocumentEvent {
    fileprivate var document: Document? { if case .document(let document) = self { document } else { nil } }
}
