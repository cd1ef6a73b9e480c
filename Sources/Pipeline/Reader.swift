package import DemarcheAnnotate
package import DemarcheExtract
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
    /// What else was found, by type.
    package var entries: [EntryType: Int] = [:]
    /// Articles in other languages that were kept and not looked into, by BCP 47 code.
    package var otherLanguages: [String: Int] = [:]
    /// Articles in which paragraphs were marked that stand in many of their outlet, or no longer are.
    package var furnitureLearned = 0
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
    private let extract: Extract
    private let model: LanguageModel?
    private let ingest: Ingest
    private let version: ReaderVersion

    /// - Parameters:
    ///   - model: what the statements are read with; without one only the articles are kept.
    ///   - actors: the parties whose codes the user knows.
    ///   - version: the same for the same actors; articles that another one read are read anew.
    package init(
        _ model: LanguageModel?, _ ingest: Ingest = Ingest(), actors: ActorDictionary? = nil,
        version: ReaderVersion = ReaderVersion()
    ) {
        extract = Extract(actors: actors)
        self.version = version
        self.model = model
        self.ingest = ingest
    }

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
        let annotator = model.map { Annotator(LanguageWorker($0)) }
        var run = ReadingRun(
            store, ingest, version, findings: annotator.map { annotator in { findings(in: $0, annotator) } })
        var options = options
        options.payloads = PayloadIndex()
        for (index, input) in inputs.enumerated() {
            if let address = input.fetchedAddress { try store.withdrawRefusal(of: address) }
            var documents = input.documents(options)
            while let event = documents.next() {
                guard try run.take(event) else { continue }
                progress(index, run.tally.read)
                if try run.givesUp(input.path) { break }
            }
            progress(index + 1, run.tally.read)
        }
        try run.finish()
        return run.tally
    }

    /// Hands over the articles in an input, or why they are none, without a record.
    package static func articles(in input: Input, _ take: (Result<Article, Refusal>) throws -> Void) rethrows {
        var documents = input.documents()
        while let event = documents.next() {
            switch event {
            case .document(let document):
                try take(Result { () throws(Refusal) in try Ingest().article(document) })
            case .refused(let refusal): try take(.failure(refusal))
            case .passedOver, .repeated: break
            }
        }
    }

    /// The article in `bytes` and what it says, without a record.
    package func findings(
        path: String, bytes: [UInt8]
    ) throws(Refusal) -> (article: Article, findings: Findings) {
        let article = try ingest.article(path: path, bytes: bytes)
        return (article, model.map { findings(in: article, Annotator(LanguageWorker($0))) } ?? Findings())
    }

    /// The same for one article after another: `worker` keeps what it worked out for words.
    package func findings(
        path: String, bytes: [UInt8], worker: LanguageWorker
    ) throws(Refusal) -> (article: Article, findings: Findings) {
        let article = try ingest.article(path: path, bytes: bytes)
        return (article, findings(in: article, Annotator(worker)))
    }

    /// What an article that is read already says.
    package func findings(in article: Article, worker: LanguageWorker) -> Findings {
        findings(in: article, Annotator(worker))
    }

    /// None in an article that is not in English.
    private func findings(in article: Article, _ annotator: Annotator) -> Findings {
        guard article.metadata.isEnglish else { return Findings() }
        return extract.findings(in: annotator.annotate(article))
    }
}
