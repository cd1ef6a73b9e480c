package import DemarcheAnnotate
import DemarcheExtract
import DemarcheIngest
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
    package var refusals: [Refusal] = []

    package init() {}

    package var read: Int { added + newVersions + unchanged + readAnew }
}

/// Reads inputs into a record: ingest, annotate, extract, keep, one article at a time, so that memory does not grow with
/// the number of articles and a killed run goes on where it stood.
package struct Reader: Sendable {
    private let extract = Extract()
    private let model: LanguageModel?

    /// - Parameter model: what the statements are read with; without one only the articles are kept.
    package init(_ model: LanguageModel?) { self.model = model }

    /// Reads all `inputs` into `store`. `progress` is told after each how many are done.
    ///
    /// An input that is refused is counted and noted in the record, and the rest is read.
    /// - Throws: ``RecordError`` when the record cannot be written; what was kept before stays.
    package func read(
        _ inputs: [Input], into store: RecordStore, progress: (Int) -> Void = { _ in }
    ) throws(RecordError) -> Tally {
        var tally = Tally()
        let annotator = model.map { Annotator(LanguageWorker($0)) }
        for (index, input) in inputs.enumerated() {
            do {
                try keep(try input.bytes(), input, store, annotator, &tally)
            } catch {
                guard let refusal = error as? Refusal else {
                    throw error as? RecordError ?? .init(.other, path: input.path, message: "\(error)")
                }
                tally.refusals.append(refusal)
                try store.refuse(refusal)
            }
            if (index + 1) % RecordStore.indexBatch == 0 { try store.indexText() }
            progress(index + 1)
        }
        try store.indexText()
        return tally
    }

    /// The article in an input, without a record.
    package static func article(_ input: Input) throws(Refusal) -> Article {
        try Ingest().article(path: input.path, bytes: try input.bytes())
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
        _ bytes: [UInt8], _ input: Input, _ store: RecordStore, _ annotator: Annotator?, _ tally: inout Tally
    ) throws {
        let digest = Identifier.sha256(bytes)
        if try store.recognize(sha256: digest, at: input.path, articlesOnly: annotator == nil) {
            tally.unchanged += 1
            return
        }
        let article = try Ingest().article(path: input.path, bytes: bytes)
        let statements = annotator.map { self.statements(in: article, $0) }
        switch try store.keep(article, bytes: bytes, statements: statements) {
        case .added: tally.added += 1
        case .newVersion: tally.newVersions += 1
        case .readAnew: tally.readAnew += 1
        case .unchanged: tally.unchanged += 1
        }
        tally.statements += statements?.count ?? 0
    }
}
