import DemarcheRecords
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// An error as programs read it (RFC 9457): of one shape for every route and form.
struct ProblemDetails {
    static let mediaType = "application/problem+json"

    let error: PageError

    var json: OrderedJSON {
        .object([
            ("type", .string("about:blank")), ("title", .string(error.status.reasonPhrase)),
            ("status", .integer(error.status.code)), ("detail", .string(error.message)),
            ("field", .optional(error.fault?.name)), ("value", .optional(error.fault?.value)),
            ("allowed", error.fault?.allowed.map { .array($0.map(OrderedJSON.string)) }),
        ])
    }

    var response: Response {
        var response = Pages.response(json.line, Self.mediaType, error.status)
        if error.status == .methodNotAllowed { response.headers[.allow] = "GET, HEAD" }
        return response
    }

    /// Whether the one who asks for `path` is no browser that shows a page.
    static func isMeant(for path: String) -> Bool {
        path == "/api" || path.hasPrefix("/api/") || Form.ending(path) != nil
    }
}
