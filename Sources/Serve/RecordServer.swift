package import DemarcheStore
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Serves the pages of a record on the loopback interface.
///
/// What one may ask for is the table of routes in ``router``; who may ask is decided before any of them (``LoopbackOnly``).
package struct RecordServer: Sendable {
    /// The port that is listened on when none is named.
    package static let defaultPort = 8624

    private let pages: Pages
    private let port: Int

    /// - Parameters:
    ///   - title: what the record is called on its pages.
    ///   - allowsEdits: whether forms that change the record are shown and heeded.
    ///   - freshness: for how long an answer may be given again without looking into the record.
    /// - Throws: what a broken template throws.
    package init(
        _ store: RecordStore, title: String, port: Int = defaultPort, allowsEdits: Bool = false,
        freshness: Duration = .seconds(2)
    ) throws {
        pages = try Pages(store, title: title, allowsEdits: allowsEdits, freshness: freshness)
        self.port = port
    }

    package var address: String { "http://127.0.0.1:\(port)/" }

    /// Answers requests until the task is cancelled or the process is told to end.
    ///
    /// - Parameter listening: told once, when requests are answered.
    /// - Throws: what the system says when the port cannot be had.
    package func run(listening: @escaping @Sendable () -> Void = {}) async throws {
        var logger = Logger(label: "demarche.serve")
        logger.logLevel = .error
        let application = Application(
            router: router, server: .http1(configuration: Self.limits),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { _ in listening() }, logger: logger)
        do { try await application.runService() } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Failure(
                description: "--port \(port): in use by another program; name another port, such as \(port + 1).")
        }
    }

    /// A connection that says nothing is closed, and no request has more header than a form of ours can bring about.
    private static var limits: HTTP1Channel.Configuration {
        .init(
            idleTimeout: .seconds(30),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))
    }

    var router: Router<BasicRequestContext> {
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.add(middleware: SafeHeaders())
        router.add(middleware: ErrorPages(pages))
        router.add(middleware: LoopbackOnly(port: port))
        router.add(middleware: MovedLinks(store: pages.store))
        Asset.addRoutes(to: router)
        pages.addRoutes(to: router)
        return router
    }
}
