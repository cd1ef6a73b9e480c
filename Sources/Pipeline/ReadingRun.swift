import DemarcheAnnotate
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
    private let ingest: Ingest
    /// What an article says; nil without a model.
    private let findings: ((Article) -> Findings)?
    private let version: ReaderVersion
    private var batch: ArticleBatch
    private var sinceIndexed = 0
    private var streak = RefusalStreak()
    private(set) var tally = Tally()

    init(_ store: RecordStore, _ ingest: Ingest, _ version: ReaderVersion, findings: ((Article) -> Findings)?) {
        self.store = store
        self.ingest = ingest
        self.version = version
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

    /// Whether the file at `path` is not worth reading on: so many of its records were refused one after another.
    mutating func givesUp(_ path: String) throws(RecordError) -> Bool {
        guard streak.isLong(in: path) else { return false }
        streak.end()
        try refuse(
            Refusal(
                path: path, code: .notAnArticle,
                reason:
                    "\(RefusalStreak.longest) records in a row were refused; the rest of the file is not read. If it "
                    + "holds articles, cut off what stands before them"))
        return true
    }

    mutating func finish() throws(RecordError) {
        try keepBatch()
        try learnFurniture()
        try store.indexText()
    }

    /// Marks what recurs, and looks for the statements of the articles anew in which a mark changed. What a killed run left, or
    /// one without a model in articles that have statements, the next one catches up with, even if that finds nothing new.
    private mutating func learnFurniture() throws(RecordError) {
        for found in try store.recurringEdges(in: RecurringFurniture.articles) {
            let blocks = RecurringFurniture.blocks(found.edges)
            guard blocks != found.marked, let stored = try store.article(id: found.article, recurring: blocks) else {
                continue
            }
            guard findings != nil || stored.statementCount == nil else { continue }
            let again = stored.statementCount == nil ? nil : findings?(stored.article.asRead)
            let before = again == nil ? [:] : try store.entryCounts(in: found.article)
            try store.markRecurring(blocks, in: stored.article, findings: again, by: version)
            tally.furnitureLearned += 1
            tally.statements += (again?.statements.count ?? 0) - (stored.statementCount ?? 0)
            tally.entries.merge(again?.entryCounts ?? [:], uniquingKeysWith: +)
            tally.entries.merge(before, uniquingKeysWith: -)
        }
    }

    private mutating func keepBatch() throws(RecordError) {
        let events = batch.take()
        if findings == nil { try store.beginGroup() }
        let known = try recognized(events)
        let unread = zip(events, known).map { event, isKnown in isKnown ? nil : event.document }
        let articles = ArticleBatch.articles(of: unread, by: ingest)
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
                    sha256: Identifier.sha256(document.bytes), at: document.path, offset: document.offset, by: version,
                    articlesOnly: findings == nil))
        }
        return known
    }

    private mutating func keep(_ event: DocumentEvent, _ article: Result<Article, Refusal>?) throws(RecordError) {
        switch (event, article) {
        case (.passedOver, _): tally.passedOver += 1
        case (.repeated(let repetition), _): try note(repetition)
        case (.refused(let refusal), _), (_, .failure(let refusal)): try refuse(refusal)
        case (.document(let document), .success(let article)): try keep(article, document.bytes)
        case (.document(let document), nil): try describe(document)
        }
    }

    private mutating func refuse(_ refusal: Refusal) throws(RecordError) {
        tally.refuse(refusal)
        streak.add(refusal)
        try store.refuse(refusal)
    }

    private mutating func keep(_ article: Article, _ bytes: [UInt8]) throws(RecordError) {
        streak.end()
        let found = findings.map { $0(article) }
        switch try store.keep(dated(article, found?.published), bytes: bytes, findings: found, by: version) {
        case .added: tally.added += 1
        case .newVersion: tally.newVersions += 1
        case .readAnew: tally.readAnew += 1
        case .unchanged: tally.unchanged += 1
        }
        tally.statements += found?.statements.count ?? 0
        tally.entries.merge(found?.entryCounts ?? [:], uniquingKeysWith: +)
        if let language = article.metadata.language, !article.metadata.isEnglish {
            tally.otherLanguages[language, default: 0] += 1
        }
    }

    /// The document stands before its repetition, in this batch or an earlier one; where it was no article, this is none.
    private mutating func note(_ repetition: Repetition) throws(RecordError) {
        let isKnown = try store.recognize(
            sha256: repetition.sha256, at: repetition.path, offset: repetition.offset, by: version,
            articlesOnly: findings == nil)
        if isKnown { tally.unchanged += 1 } else { tally.passedOver += 1 }
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
        streak.end()
        let article = document.stated == Metadata() ? nil : try? ingest.article(document)
        let isNew = try article.map { article throws(RecordError) in try store.describe(article) } ?? false
        if isNew { tally.readAnew += 1 } else { tally.unchanged += 1 }
    }
}

/// How many records of one file were refused one after another.
private struct RefusalStreak {
    /// A small packed file can stand for hundreds of millions of records, each of which the record would note.
    static let longest = 20_000
    private var file = ""
    private var count = 0

    /// A record that refers to another file says nothing about this one.
    mutating func add(_ refusal: Refusal) {
        guard refusal.code != .unreadable, let end = refusal.path.lastIndex(of: "#") else { return }
        if refusal.path[..<end] != file { (file, count) = (String(refusal.path[..<end]), 0) }
        count += 1
    }

    mutating func end() { count = 0 }

    func isLong(in path: String) -> Bool { count >= Self.longest && file == path }
}

extension Article {
    /// Without a date that only the name of its file gives: statements follow from the bytes.
    fileprivate var asRead: Article {
        var article = self
        if article.metadata.published?.basis == .file { article.metadata.published = nil }
        return article
    }
}

extension DocumentEvent {
    fileprivate var document: Document? { if case .document(let document) = self { document } else { nil } }
}
