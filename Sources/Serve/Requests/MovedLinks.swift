import DemarcheStore
import Hummingbird
import HummingbirdCore

/// Leads from an address of an act of speech, event, episode or story that has joined something earlier to the address that it has now.
struct MovedLinks: RouterMiddleware {
    typealias Context = BasicRequestContext
    let store: RecordStore

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let story = request.uri.queryParameters["story"].map(String.init)
        if let story, try store.linkType(of: story) == nil, let moved = try response(to: request, without: story) {
            return moved
        }
        do { return try await next(request, context) } catch let error as PageError {
            guard let id = error.missing, let moved = try response(to: request, without: id) else { throw error }
            return moved
        }
    }

    /// Leads to the same address with the name that something has now; nil where it has none. What a browser would take for the
    /// address of another server (`//elsewhere`) leads nowhere.
    private func response(to request: Request, without id: String) throws -> Response? {
        let address = request.uri.string
        guard let now = try store.successor(ofLink: id), address.contains(id),
            !["//", "/\\"].contains(where: address.hasPrefix)
        else { return nil }
        return .redirect(to: address.replacing(id, with: now), type: .temporary)
    }
}
