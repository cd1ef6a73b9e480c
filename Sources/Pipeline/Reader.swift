package import DemarcheAnnotate
import DemarcheExtract
package import DemarcheIngest
package import DemarcheRecords
package import DemarcheStore
internal import FoundationEssentials

/// What a run did, counted.
package struct Tally: Sendable, Equatable {
    package var added = 0
    package var newVersions = 0
    package var unchanged = 0
    /// Known bytes that an earlier version of the program had read.
    package var readAnew = 0
    package var statements = 0
    /// Records that are no articles by their kind, such as pictures in a WARC file.
    package var passedOver = 0
    package var refused = 0
    /// The first ``mostRefusals`` of those that were refused; all of them are in the record.
    package private(set) var refusals: [Refusal] = []

    package static let mostRefusals = 10_000

    package init() {}

    package mutating func refuse(_ refusal: Refusal) {
        refused += 1
        if refusals.count < Self.mostRefusals { refusals.append(refusal) }
    }

    package var read: Int { added + newVersions + unchanged + readAnew }
}

/// Reads inputs into a record: ingest, annotate, extract, keep, one article at a time, so that memory does not grow with
/// the number of articles and a killed run goes on where it stood.
package struct Reader: Sendable {
    private let extract = Extract()
    private let model: LanguageModel?

    /// - Parameter model: what the statements are read with; without one only the articles are kept.
    package init(_ model: LanguageModel?) { self.model = model }

    /// Reads all `inputs` into `store`. `progress` is told after each input, and now and then within a long one, how many
    /// inputs and how many articles are done.
    ///
    /// A document that is refused is counted and noted in the record, and the rest is read.
    /// - Throws: ``RecordError`` when the record cannot be written; what was kept before stays, but for the last few dozen
    ///   articles of a run without a model.
    package func read(
        _ inputs: [Input], _ options: DocumentOptions = DocumentOptions(), into store: RecordStore,
        progress: (_ inputs: Int, _ articles: Int) -> Void = { _, _ in }
    ) throws(RecordError) -> Tally {
        var tally = Tally()
        let annotator = model.map { Annotator(LanguageWorker($0)) }
        var taken = 0
        if annotator == nil { try store.beginGroup() }
        for (index, input) in inputs.enumerated() {
            var documents = input.documents(options)
            while let event = documents.next() {
                try take(event, store, annotator, &tally)
                taken += 1
                if taken % Self.group == 0 {
                    try keepGroup(taken, store)
                    progress(index, tally.read)
                }
            }
            progress(index + 1, tally.read)
        }
        try store.endGroup()
        try store.indexText()
        return tally
    }

    /// How many articles are kept together when nothing but storing them takes time; a killed run reads them again.
    private static let group = 64

    private func keepGroup(_ taken: Int, _ store: RecordStore) throws(RecordError) {
        try store.endGroup()
        if taken % RecordStore.indexBatch == 0 { try store.indexText() }
        if model == nil { try store.beginGroup() }
    }

    private func take(
        _ event: DocumentEvent, _ store: RecordStore, _ annotator: Annotator?, _ tally: inout Tally
    ) throws(RecordError) {
        switch event {
        case .passedOver: tally.passedOver += 1
        case .refused(let refusal): try refuse(refusal, store, &tally)
        case .document(let document):
            do { try keep(document, store, annotator, &tally) } catch {
                guard let refusal = error as? Refusal else {
                    throw error as? RecordError ?? .init(.other, path: document.path, message: "\(error)")
                }
                try refuse(refusal, store, &tally)
            }
        }
    }

    private func refuse(_ refusal: Refusal, _ store: RecordStore, _ tally: inout Tally) throws(RecordError) {
        tally.refuse(refusal)
        try store.refuse(refusal)
    }

    /// Hands over the articles in an input, or why they are none, without a record.
    package static func articles(in input: Input, _ take: (Result<Article, Refusal>) throws -> Void) rethrows {
        var documents = input.documents()
        while let event = documents.next() {
            switch event {
            case .document(let document):
                try take(Result { () throws(Refusal) in try Ingest().article(document) })
            case .refused(let refusal): try take(.failure(refusal))
            case .passedOver: break
            }
        }
    }

    /// The article in `bytes` and what it says, without a record.
    package func findings(
        path: String, bytes: [UInt8]
    ) throws(Refusal) -> (article: Article, statements: [ReportedStatement]) {
        let article = try Ingest().article(path: path, bytes: bytes)
        return (article, model.map { statements(in: article, Annotator(LanguageWorker($0))) } ?? [])
    }

    /// The same for one article after another: `worker` keeps what it worked out for words.
    package func findings(
        path: String, bytes: [UInt8], worker: LanguageWorker
    ) throws(Refusal) -> (article: Article, statements: [ReportedStatement]) {
        let article = try Ingest().article(path: path, bytes: bytes)
        return (article, statements(in: article, Annotator(worker)))
    }

    private func statements(in article: Article, _ annotator: Annotator) -> [ReportedStatement] {
        extract.findings(in: annotator.annotate(article)).statements
    }

    private func keep(
        _ document: Document, _ store: RecordStore, _ annotator: Annotator?, _ tally: inout Tally
    ) throws {
        let isKnown = try store.recognize(
            sha256: Identifier.sha256(document.bytes), at: document.path, offset: document.offset,
            articlesOnly: annotator == nil)
        if isKnown {
            try describe(document, store, &tally)
            return
        }
        let article = try Ingest().article(document)
        let statements = annotator.map { self.statements(in: article, $0) }
        switch try store.keep(article, bytes: document.bytes, statements: statements) {
        case .added: tally.added += 1
        case .newVersion: tally.newVersions += 1
        case .readAnew: tally.readAnew += 1
        case .unchanged: tally.unchanged += 1
        }
        tally.statements += statements?.count ?? 0
    }

    /// What the user says of an article that is there already is written over what was said of it.
    private func describe(_ document: Document, _ store: RecordStore, _ tally: inout Tally) throws {
        let isNew = document.stated == Metadata() ? false : try store.describe(try Ingest().article(document))
        if isNew { tally.readAnew += 1 } else { tally.unchanged += 1 }
    }
}
