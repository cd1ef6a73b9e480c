import DemarcheRecords
import HTTPTypes
import Hummingbird
import HummingbirdCore

extension Pages {
    /// A route for each line of ``APIRoute/all``, and the document that describes them.
    func addAPI(to router: Router<BasicRequestContext>) {
        for route in APIRoute.all {
            router.get(RouterPath(APIRoute.root + route.path)) { request, context in
                let query = try StrictQuery(QueryItems(request.uri.query ?? ""), route.parameters)
                let id = context.parameters.get("id") ?? ""
                let asked = self.asked(request, query.filter, request.uri.path, id: id)
                return Self.response(try route.handle(asked).line, Form.json.contentType)
            }
        }
        let document = OpenAPIDocument.json().line
        router.get(RouterPath(OpenAPIDocument.path)) { request, _ in
            _ = try StrictQuery(QueryItems(request.uri.query ?? ""), [])
            return Self.response(document, Form.json.contentType)
        }
    }
}

extension APIRoute {
    /// Whether some route has this path, whatever the method.
    static func exists(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return path == OpenAPIDocument.path
            || all.contains { route in
                let pattern = (root + route.path).split(separator: "/", omittingEmptySubsequences: false)
                return pattern.count == parts.count
                    && zip(pattern, parts).allSatisfy { $0 == $1 || $0 == "{id}" && !$1.isEmpty }
            }
    }
}
