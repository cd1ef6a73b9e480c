import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Lets a request in only when it is addressed to this machine by a name of its own, so that a page from elsewhere cannot
/// reach the record by letting its own name point here (DNS rebinding), nor send forms to it.
struct LoopbackOnly<Context: RequestContext>: RouterMiddleware {
    private let hosts: Set<String>

    init(port: Int) {
        let names = ["127.0.0.1", "localhost", "[::1]"]
        hosts = Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
    }

    /// Whether a request with this `Host` means us, by the names that a page from elsewhere cannot have.
    func isOurs(_ host: String?) -> Bool { host.map { hosts.contains($0.lowercased()) } ?? false }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard isOurs(request.head.authority) else {
            throw PageError(
                .misdirectedRequest, "This record is only served to this machine; open it by its address here")
        }
        if let origin = request.headers[.origin], !hosts.contains(where: { "http://\($0)" == origin.lowercased() }) {
            throw PageError(.forbidden, "A page from elsewhere may not ask for this record")
        }
        return try await next(request, context)
    }
}
