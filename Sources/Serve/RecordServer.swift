package import DemarcheStore
import Hummingbird

/// Serves the pages of a record on the loopback interface.
package struct RecordServer: Sendable {
    private let store: RecordStore

    package init(_ store: RecordStore) { self.store = store }

    /// Answers requests until the task is cancelled or the process is told to end.
    package func run(port: Int) async throws {
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil))
        try await application.runService()
    }

    var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("/") { _, _ in "Demarche" }
        return router
    }
}
