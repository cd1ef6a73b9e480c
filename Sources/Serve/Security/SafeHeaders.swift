import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Says with every answer what a browser may do with it: load nothing but our own style and script, show it in no frame,
/// keep nothing, tell nobody where a link was followed from.
struct SafeHeaders<Context: RequestContext>: RouterMiddleware {
    static var policy: String {
        [
            "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:", "connect-src 'self'",
            "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
        ].joined(separator: "; ")
    }

    private static var fields: [(HTTPField.Name?, String)] {
        [
            (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"),
            (HTTPField.Name("Referrer-Policy"), "no-referrer"), (HTTPField.Name("X-Frame-Options"), "DENY"),
            (HTTPField.Name("Cross-Origin-Resource-Policy"), "same-origin"),
            (HTTPField.Name("Cross-Origin-Opener-Policy"), "same-origin"),
            (HTTPField.Name("Permissions-Policy"), "camera=(), geolocation=(), microphone=()"),
        ]
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.fields {
            if let name { response.headers[name] = value }
        }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
