import DemarcheStore
import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Answers what went wrong with a page of one shape: what happened and what mends it.
struct ErrorPages: RouterMiddleware {
    typealias Context = BasicRequestContext
    private let pages: Pages

    init(_ pages: Pages) { self.pages = pages }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            let error = Self.told(error, path: request.uri.path)
            return pages.response(to: error)
        }
    }

    private static func told(_ error: any Error, path: String) -> PageError {
        switch error {
        case let error as PageError: error
        case let error as RecordError:
            PageError(error.code == .locked ? .serviceUnavailable : .internalServerError, error.description)
        case let error as any HTTPResponseError where error.status == .notFound:
            PageError(.notFound, "No page is at \(path.prefix(200)); begin at the overview, or search")
        case let error as any HTTPResponseError: PageError(error.status, error.status.reasonPhrase)
        default: PageError(.internalServerError, "The page could not be made: \(error)")
        }
    }
}
