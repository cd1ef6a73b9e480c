import DemarcheStore
import Hummingbird
import HummingbirdTesting
import Testing

@testable import DemarcheServe

@Suite struct RecordServerTests {
    @Test func answersOnTheFirstPage() async throws {
        let server = RecordServer(try RecordStore.inMemory())
        try await Application(router: server.router).test(.router) { client in
            try await client.execute(uri: "/", method: .get) { #expect($0.status == .ok) }
        }
    }
}
