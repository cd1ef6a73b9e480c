internal import AsyncHTTPClient
import DemarcheRecords
internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL

/// Asks one server for one page.
///
/// The name is resolved once and the connection goes to an address that was looked at, so that a name cannot come to mean
/// another one in between; its certificate is checked against the name. A client serves one request: at one request a
/// second a connection that stays open would gain little.
struct HTTPConnection: Sendable {
    let options: FetchOptions
    let surroundings: FetchSurroundings

    /// How many addresses of a host are tried.
    private static let mostAddresses = 3

    /// The answer, whatever its status.
    ///
    /// - Parameter limit: the longest body in bytes.
    /// - Parameter cuts: whether a longer one is cut off there instead of refused.
    /// - Throws: ``FetchFailure`` when there is no whole answer within the limits.
    func answer(
        to address: PageAddress, _ fields: [HTTPField], limit: Int, cuts: Bool = false
    ) async throws(FetchFailure) -> HTTPExchange {
        var failure = FetchFailure(ofHost: "\(address.host) has no address")
        for server in try await servers(of: address) {
            let request = PageRequest(
                address: address, server: server, fields: fields, limit: limit, cuts: cuts, limits: options.limits,
                time: surroundings.now())
            do throws(RequestError) { return try await request.answer() } catch {
                failure = error.failure
                if !error.triesNext { break }
            }
        }
        throw failure
    }

    private func servers(of address: PageAddress) async throws(FetchFailure) -> [NetworkAddress] {
        let found: [NetworkAddress]
        do throws(FetchFailure) { found = try await surroundings.addresses(address.host) } catch {
            throw FetchFailure(ofHost: error.reason)
        }
        let granted = options.allowsPrivate ? found : found.filter { surroundings.specialUse($0) == nil }
        if granted.isEmpty, let refused = found.first, let use = surroundings.specialUse(refused) {
            throw FetchFailure(
                ofHost: "\(address.host) is the \(use) address \(refused.text); --allow-private fetches from such, too")
        }
        return Array(granted.prefix(Self.mostAddresses))
    }
}

/// Why a request has no answer, and whether another address of the host may have one.
private struct RequestError: Error {
    var failure: FetchFailure
    var triesNext = false
}

private struct PageRequest: Sendable {
    let address: PageAddress
    let server: NetworkAddress
    let fields: [HTTPField]
    let limit: Int
    let cuts: Bool
    let limits: FetchLimits
    let time: Double

    func answer() async throws(RequestError) -> HTTPExchange {
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                try await withinTotal { try await exchange(client) }
            }
        } catch {
            throw described(error)
        }
    }

    private var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: Self.time(limits.connecting), read: Self.time(limits.firstByte)),
            decompression: .disabled)
        configuration.dnsOverride = [address.host: server.text]
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    private static func time(_ seconds: Double) -> TimeAmount { .nanoseconds(Int64(seconds * 1e9)) }

    /// - Throws: ``FetchFailure`` when the time for one request is over, and what `body` throws.
    private func withinTotal<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await Task.sleep(for: .seconds(limits.total))
                throw FetchFailure("no whole answer within \(limits.total.formatted) s")
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    private func exchange(_ client: HTTPClient) async throws -> HTTPExchange {
        var request = HTTPClientRequest(url: address.text)
        request.headers = HTTPHeaders(fields.map { ($0.name, $0.value) })
        let answer = try await client.execute(request, timeout: Self.time(limits.firstByte))
        if let length = answer.headers.first(name: "content-length").flatMap({ Int($0) }), length > limit, !cuts {
            throw tooLarge
        }
        return HTTPExchange(
            address: address, server: server, time: time, request: fields, status: Int(answer.status.code),
            reason: answer.status.reasonPhrase, fields: answer.headers.map { HTTPField($0.name, $0.value) },
            body: try await body(of: answer))
    }

    private func body(of answer: HTTPClientResponse) async throws -> [UInt8] {
        var body: [UInt8] = []
        for try await piece in answer.body {
            body += piece.readableBytesView
            if body.count > limit {
                guard cuts else { throw tooLarge }
                return Array(body.prefix(limit))
            }
        }
        return body
    }

    private var tooLarge: FetchFailure {
        FetchFailure("over \(limit) bytes, which is no article; save the article's text alone", code: .tooLarge)
    }

    private func described(_ error: any Error) -> RequestError {
        if let failure = error as? FetchFailure { return RequestError(failure: failure) }
        switch error as? HTTPClientError {
        case .connectTimeout?:
            let reason = "\(server.text) does not answer within \(limits.connecting.formatted) s"
            return RequestError(failure: FetchFailure(ofHost: reason), triesNext: true)
        case .deadlineExceeded?, .readTimeout?:
            return RequestError(failure: FetchFailure("nothing came within \(limits.firstByte.formatted) s"))
        case .remoteConnectionClosed?, .uncleanShutdown?: return RequestError(failure: Self.endedEarly)
        case let other?: return RequestError(failure: FetchFailure("no answer (\(other.shortDescription))"))
        case nil where error is HTTPParserError: return RequestError(failure: Self.parserFailure(error))
        case nil: return RequestError(failure: Self.connectionFailure(error), triesNext: true)
        }
    }

    private static let endedEarly = FetchFailure("the answer ended early; try again later")

    private static func parserFailure(_ error: any Error) -> FetchFailure {
        if case .invalidEOFState? = error as? HTTPParserError { return endedEarly }
        return FetchFailure("the answer is no HTTP (\(error))")
    }

    private static func connectionFailure(_ error: any Error) -> FetchFailure {
        if error is NIOSSLError || error is NIOSSLExtraError || error is BoringSSLError {
            let isUntrusted = error is NIOSSLExtraError || "\(error)".contains("CERTIFICATE")
            return FetchFailure(
                ofHost: isUntrusted
                    ? "the certificate of the server is not trusted, or not for this name"
                    : "no encrypted connection; the server may only speak http")
        }
        let said = (error as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(error)"
        return FetchFailure(ofHost: "the connection failed (\(said.prefix(200)))")
    }
}

extension Double {
    /// `1`, `0.5`.
    var formatted: String { self == rounded() && abs(self) < 1e9 ? "\(Int(self))" : "\(self)" }
}
