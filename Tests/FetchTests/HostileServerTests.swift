import TestSupport
import Testing

@testable import DemarcheFetch

/// Servers that send too much, too little, too slowly, or no HTTP.
///
/// Where a time is granted, its message is looked for anywhere: on a busy machine robots.txt may be what comes too late.
@Suite(.timeLimit(.minutes(1))) struct HostileServerTests {
    private static func reason(
        _ steps: [TestServer.Step], _ change: (inout FetchOptions) -> Void = { _ in }
    ) async throws -> String {
        let server = try TestServer.permissive { _ in steps }
        let fetched = try await TestFetch(names: [:], change)([server.address("/")])
        #expect(fetched.kept.isEmpty)
        return fetched.reasons[0]
    }

    private static func bytes(_ text: String) -> TestServer.Step { .bytes(Array(text.utf8)) }
    private static let tooLarge = "over 65536 bytes, which is no article; save the article's text alone"

    @Test func leavesAnEndlessBody() async throws {
        let reason = try await Self.reason([
            Self.bytes("HTTP/1.1 200 OK\r\n\r\n"), .endless([UInt8](repeating: 0x61, count: 4096)),
        ]) { $0.limits.bodyBytes = 65_536 }
        #expect(reason == Self.tooLarge)
    }

    @Test func leavesEndlessChunks() async throws {
        let reason = try await Self.reason([
            Self.bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"), .endless(Array("4\r\nabcd\r\n".utf8)),
        ]) { $0.limits.bodyBytes = 65_536 }
        #expect(reason == Self.tooLarge)
    }

    @Test func doesNotWaitForABodyThatIsTooLong() async throws {
        let reason = try await Self.reason([
            Self.bytes("HTTP/1.1 200 OK\r\nContent-Length: 65537\r\n\r\n"), .silence,
        ]) { $0.limits.bodyBytes = 65_536 }
        #expect(reason == Self.tooLarge)
    }

    @Test func leavesAnEndlessHead() async throws {
        let reason = try await Self.reason([
            Self.bytes("HTTP/1.1 200 OK\r\n"), .endless(Array("X-A: \(String(repeating: "a", count: 900))\r\n".utf8)),
        ])
        #expect(reason == "the answer is no HTTP (too many header bytes seen; overflow detected)")
    }

    @Test func leavesASlowDrip() async throws {
        let reason = try await Self.reason([Self.bytes("HTTP/1.1 200 OK\r\n\r\n"), .drip]) { $0.limits.total = 0.5 }
        #expect(reason.contains("no whole answer within 0.5 s"))
    }

    @Test(arguments: [[TestServer.Step.silence], [.bytes(Array("HTTP/1.1 200 OK\r\nX: ".utf8)), .drip]])
    func leavesASilentServer(steps: [TestServer.Step]) async throws {
        let reason = try await Self.reason(steps) { $0.limits.firstByte = 0.5 }
        #expect(reason.contains("nothing came within 0.5 s"))
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n", "HTTP/1.1 200 OK\r\n", "",
    ]) func refusesAnAnswerThatEndsEarly(text: String) async throws {
        #expect(try await Self.reason([Self.bytes(text)]) == "the answer ended early; try again later")
    }

    @Test(arguments: [
        "hello\r\n\r\n", "HTTP/1.1 xyz\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "\u{0}\u{1}\u{2}",
    ]) func refusesWhatIsNoAnswer(text: String) async throws {
        let reason = try await Self.reason([Self.bytes(text)])
        #expect(!reason.isEmpty)
        #expect(!reason.hasPrefix("fetched"))
    }

    @Test func takesAsManyBytesAsTheHeadSays() async throws {
        let server = try TestServer.permissive { _ in [Self.bytes("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef")]
        }
        #expect(try await TestFetch()([server.address("/")]).kept.map(\.body) == [Array("abc".utf8)])
    }

    @Test func saysThatNobodyListens() async throws {
        let port = try TestServer { _ in [] }.port
        let reasons = try await TestFetch()(["http://127.0.0.1:\(port)/"]).reasons
        #expect(reasons == ["the connection failed (Connection refused)"])
    }

    @Test func saysThatNothingIsEncrypted() async throws {
        let server = try TestServer.permissive { _ in TestServer.answer("x") }
        let reasons = try await TestFetch()(["https://127.0.0.1:\(server.port)/"]).reasons
        #expect(reasons == ["no encrypted connection; the server may only speak http"])
    }

    @Test func goesOnWithTheRest() async throws {
        let server = try TestServer.permissive { request in
            request.target == "/bad" ? [.bytes([0])] : TestServer.answer("good")
        }
        let fetched = try await TestFetch()([server.address("/bad"), server.address("/good")])
        #expect(fetched.outcomes.last == .fetched(at: 0))
    }
}
