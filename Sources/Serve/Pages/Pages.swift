import DemarchePublish
import DemarcheStore
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

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
        kept = KeptAnswers(freshness, of: store)
    }

    /// The answer to a request for a page, perhaps as it was given before.
    ///
    /// - Parameter make: what the page is, from its filter.
    func answer(_ request: Request, _ make: @escaping @Sendable (PageFilter) throws -> Page) throws -> Response {
        let uri = request.uri
        // Citations name the server as the one who asks does.
        let written = try kept.answer((request.head.authority ?? "") + uri.string) { [self] in
            var filter = try PageFilter(QueryItems(uri.query ?? ""))
            // Longer stretches are for programs.
            filter.limit = PageFilter.rows
            return self.html(try make(filter), at: uri)
        }
        return Self.response(.ok, written)
    }

    /// A page with the links to its other forms.
    private func html(_ page: Page, at uri: URI) -> String {
        var page = page
        page.forms = FormRoute.forms(of: uri.path).map { FormLink($0, path: uri.path, query: uri.query) }
        if page.forms.contains(where: { $0.form == .bibtex }) { page.citation = uri.path + "/citation" }
        return html(page)
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
