import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension Pages {
    /// A route for each ending of each view, and the page of its citations where it can be cited. Endings are more special than
    /// names, so that a router takes these first.
    func addForms(to router: Router<BasicRequestContext>) {
        for route in FormRoute.all {
            // `.csl.json` ends as `.json` does, and shares its route.
            for ending in Set(route.forms.compactMap { $0.rawValue.split(separator: ".").last }).sorted() {
                router.get(Self.path(route.view, ending)) { request, context in
                    try self.answer(request, context.parameters.get("id"), route)
                }
            }
        }
        for cited in Cited.allCases {
            router.get("/\(cited.rawValue)/:id/citation") { request, context in
                let id = try context.parameters.require("id")
                return try self.answer(request) { filter in
                    let view = try CitationView(cited, self.asked(request, filter, "/\(cited.rawValue)/\(id)", id: id))
                    return Page(title: "Citation", section: nil, template: "citation", view: view)
                }
            }
        }
    }

    private static func path(_ view: String, _ ending: Substring) -> RouterPath {
        RouterPath((view.hasSuffix(":id") ? String(view.dropLast(3)) + "{id}" : view) + ".\(ending)")
    }

    private func answer(_ request: Request, _ id: String?, _ route: FormRoute) throws -> Response {
        let path = request.uri.path
        guard let form = Form.ending(path), route.forms.contains(form) else {
            throw PageError(.notFound, "\(path.prefix(200)): no such form")
        }
        let filter = try PageFilter(QueryItems(request.uri.query ?? ""))
        var asked = asked(request, filter, String(path.dropLast(form.ending.count)), id: "")
        // The router has cut off what stands behind the last point.
        if let id { asked.id = form == .csl ? String(id.dropLast(4)) : id }
        return Self.response(try route.text(form, asked), form.contentType)
    }

    func asked(_ request: Request, _ filter: PageFilter, _ path: String, id: String) -> Asked {
        Asked(
            store: store, record: record, filter: filter, path: path, ownPath: request.uri.path,
            origin: "http://\(request.head.authority ?? "127.0.0.1")", id: id)
    }

    static func response(_ text: String, _ contentType: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: contentType], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
