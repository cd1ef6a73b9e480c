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
            let path = request.uri.path
            let error = Self.told(error, request)
            return ProblemDetails.isMeant(for: path) ? ProblemDetails(error: error).response : pages.response(to: error)
        }
    }

    private static func beginning(_ path: String) -> String {
        ProblemDetails.isMeant(for: path) ? OpenAPIDocument.path : "the overview, or search"
    }

    private static func told(_ error: any Error, _ request: Request) -> PageError {
        let path = request.uri.path
        return switch error {
        case let error as PageError: error
        case let error as RecordError:
            PageError(error.code == .locked ? .serviceUnavailable : .internalServerError, error.description)
        case let error as any HTTPResponseError where error.status == .notFound && APIRoute.exists(path):
            PageError(.methodNotAllowed, "\(request.method.rawValue): nothing is changed here; ask with GET")
        case let error as any HTTPResponseError where error.status == .notFound:
            PageError(.notFound, "Nothing is at \(path.prefix(200)); begin at \(Self.beginning(path))")
        case let error as any HTTPResponseError: PageError(error.status, error.status.reasonPhrase)
        default: PageError(.internalServerError, "The page could not be made: \(error)")
        }
    }
}
