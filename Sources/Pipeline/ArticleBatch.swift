import DemarcheIngest
import DemarcheRecords
internal import Dispatch
internal import Synchronization

/// Some documents that are turned into articles on all processors at once. Their order stays.
struct ArticleBatch {
    /// How much the documents of one batch may weigh together.
    private static let mostBytes = 8 << 20

    private let mostEvents: Int
    private var bytes = 0
    private(set) var events: [DocumentEvent] = []

    init(mostEvents: Int) { self.mostEvents = mostEvents }

    var isFull: Bool { events.count >= mostEvents || bytes >= Self.mostBytes }

    mutating func append(_ event: DocumentEvent) {
        events.append(event)
        if case .document(let document) = event { bytes += document.bytes.count }
    }

    /// The documents, which are then gone.
    mutating func take() -> [DocumentEvent] {
        defer { (events, bytes) = ([], 0) }
        return events
    }

    /// The article of each document, or why it is none; nil where there is nothing to read.
    static func articles(of documents: [Document?], by ingest: Ingest) -> [Result<Article, Refusal>?] {
        let articles = Mutex([Result<Article, Refusal>?](repeating: nil, count: documents.count))
        DispatchQueue.concurrentPerform(iterations: documents.count) { place in
            guard let document = documents[place] else { return }
            let article = Result { () throws(Refusal) in try ingest.article(document) }
            articles.withLock { $0[place] = article }
        }
        return articles.withLock { $0 }
    }
}
