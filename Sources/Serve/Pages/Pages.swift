import DemarchePublish
import DemarcheStore
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Synchronization

/// Answers requests for pages: reads the filter from the address, gathers what the page shows, renders it.
final class Pages: Sendable {
    let store: RecordStore
    let record: String
    let allowsEdits: Bool
    let token = EditToken()
    let sheets: ArticleSheet
    private let templates: Templates
    private let kept: KeptAnswers

    init(_ store: RecordStore, title: String, allowsEdits: Bool, freshness: Duration) throws {
        self.store = store
        record = title
        self.allowsEdits = allowsEdits
        templates = try Templates()
        sheets = try ArticleSheet()
        kept = KeptAnswers(freshness)
    }

    /// The answer to a request for a page, perhaps as it was given a moment ago.
    ///
    /// - Parameter make: what the page is, from its filter.
    func answer(_ request: Request, _ make: (PageFilter) throws -> Page) throws -> Response {
        // Citations name the server as the one who asks does.
        let address = (request.head.authority ?? "") + request.uri.string
        if let html = kept[address] { return Self.response(.ok, html) }
        var filter = try PageFilter(QueryItems(request.uri.query ?? ""))
        // Longer stretches are for programs.
        filter.limit = PageFilter.rows
        var page = try make(filter)
        page.forms = FormRoute.forms(of: request.uri.path).map {
            FormLink($0, path: request.uri.path, query: request.uri.query)
        }
        let html = html(page)
        kept[address] = html
        return Self.response(.ok, html)
    }

    func html(_ page: Page) -> String {
        let body = templates.render(page.view, with: page.template)
        return templates.render(
            Layout(page, record: record, allowsEdits: allowsEdits, body: body), with: "layout")
    }

    /// The page that tells of an error.
    func response(to error: PageError) -> Response {
        let view = ErrorView(code: error.status.code, reason: error.status.reasonPhrase, message: error.message)
        let page = Page(title: view.reason, section: nil, template: "error", view: view)
        return Self.response(error.status, html(page))
    }

    /// Forgets the answers that were kept, after something was changed.
    func forget() { kept.removeAll() }

    private static func response(_ status: HTTPResponse.Status, _ html: String) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: html)))
    }
}

/// What the template `error` shows.
struct ErrorView {
    let code: Int
    let reason: String
    let message: String
}

/// Pages as they were given a moment ago, by address, so that one who leafs back and forth does not wait for the same
/// counts twice. Holds a bounded number.
final class KeptAnswers: Sendable {
    private let freshness: Duration
    private let kept = Mutex<[String: (html: String, at: ContinuousClock.Instant)]>([:])
    private static let most = 200

    init(_ freshness: Duration) { self.freshness = freshness }

    subscript(address: String) -> String? {
        get {
            kept.withLock { kept in
                guard let answer = kept[address] else { return nil }
                if answer.at.duration(to: .now) < freshness { return answer.html }
                // Whoever asks first makes it anew; others get the old one meanwhile.
                kept[address]?.at = .now
                return nil
            }
        }
        set {
            guard let newValue, freshness > .zero else { return }
            kept.withLock { kept in
                if kept.count >= Self.most { kept.removeAll(keepingCapacity: true) }
                kept[address] = (newValue, .now)
            }
        }
    }

    func removeAll() { kept.withLock { $0.removeAll() } }
}
