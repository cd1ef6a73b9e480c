import TestSupport
import Testing

@testable import DemarcheFetch

@Suite struct RobotsFetchTests {
    private static func server(_ steps: [TestServer.Step]) throws -> TestServer {
        try TestServer { $0.target == "/robots.txt" ? steps : TestServer.answer("page") }
    }

    @Test func leavesAloneWhatIsForbidden() async throws {
        let server = try Self.server(TestServer.answer("User-agent: demarche\nDisallow: /a\nCrawl-delay: 5"))
        let fetch = TestFetch()
        let fetched = try await fetch([server.address("/a"), server.address("/b"), server.address("/c")])
        #expect(
            fetched.reasons[0] == "\(server.address(""))/robots.txt forbids it; ask the site or save the page by hand")
        #expect(server.pageRequests.map(\.target) == ["/b", "/c"])
        #expect(server.requests.count == 3)
        #expect(fetch.slept == [5, 5])
    }

    @Test func keepsNoDelayOfAnHour() async throws {
        let server = try Self.server(TestServer.answer("User-agent: *\nCrawl-delay: 3600"))
        let fetch = TestFetch()
        _ = try await fetch([server.address("/b"), server.address("/c")])
        #expect(fetch.slept == [60])
    }

    @Test func looksAtTheRulesOfEachHostOnTheWay() async throws {
        let server = try TestServer { request in
            let isOther = request.field("host")?.hasPrefix("other") == true
            if request.target == "/robots.txt" {
                return TestServer.answer(isOther ? "User-agent: *\nDisallow: /secret" : "")
            }
            let port = request.field("host")?.split(separator: ":").last ?? ""
            return TestServer.answer(status: "302 Found", [("Location", "http://other.example:\(port)/secret")])
        }
        let fetched = try await TestFetch()([server.address("/a")])
        #expect(fetched.reasons[0].hasPrefix("\(server.address("", host: "other.example"))/robots.txt forbids it"))
        #expect(server.pageRequests.map(\.target) == ["/a"])
    }

    @Test(arguments: ["401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone"])
    func fetchesWhereThereAreNoRules(status: String) async throws {
        let server = try Self.server(TestServer.answer("User-agent: *\nDisallow: /", status: status))
        #expect(try await TestFetch()([server.address("/a")]).outcomes == [.fetched(at: 0)])
    }

    @Test(arguments: ["500 Error", "503 Unavailable", "429 Too Many Requests"])
    func fetchesNothingWhereTheRulesCannotBeHad(status: String) async throws {
        let server = try Self.server(TestServer.answer(status: status))
        #expect(
            try await TestFetch()([server.address("/a")]).reasons == [
                "nothing is fetched while the site's robots.txt cannot be had (status \(status.prefix(3))); try again later"
            ])
        #expect(server.pageRequests.isEmpty)
    }

    @Test func fetchesNothingWhereTheRulesCannotBeRead() async throws {
        let server = try Self.server(TestServer.answer([0x1F, 0x8B, 8], [("Content-Encoding", "gzip")]))
        let reasons = try await TestFetch()([server.address("/a")]).reasons
        #expect(reasons[0].contains("it is packed as gzip, which was not asked for"))
        let silent = try Self.server([.bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nUser".utf8))])
        #expect(try await TestFetch()([silent.address("/a")]).reasons[0].contains("the answer ended early"))
    }

    @Test func followsFiveRedirectsToTheRules() async throws {
        let server = try TestServer { request in
            let step = request.target.split(separator: "/").last.flatMap { Int($0) } ?? 0
            if request.target.hasPrefix("/page") { return TestServer.answer("page") }
            let isEnd = step == 5
            return isEnd
                ? TestServer.answer("User-agent: *\nDisallow: /page")
                : TestServer.answer(status: "301 Moved", [("Location", "/rules/\(step + 1)")])
        }
        #expect(try await TestFetch()([server.address("/page")]).reasons[0].contains("forbids it"))
        let endless = try Self.server(TestServer.answer(status: "301 Moved", [("Location", "/robots.txt")]))
        #expect(try await TestFetch()([endless.address("/page")]).outcomes == [.fetched(at: 0)])
        #expect(endless.requests.count == 7)
    }

    @Test func doesNotFollowTheRulesInside() async throws {
        let server = try Self.server(TestServer.answer(status: "301 Moved", [("Location", "http://inside.example/")]))
        let reasons = try await TestFetch(names: ["inside.example": ["10.0.0.1"]])([server.address("/a")]).reasons
        #expect(reasons == ["inside.example is the private address 10.0.0.1; --allow-private fetches from such, too"])
        #expect(server.requests.count == 1)
    }

    @Test func readsTheHeadOfEndlessRules() async throws {
        let head = Array("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /a\n".utf8)
        let server = try Self.server([.bytes(head), .endless(Array("Disallow: /b\n".utf8))])
        let fetched = try await TestFetch()([server.address("/a"), server.address("/c")])
        #expect(fetched.reasons[0].contains("forbids it"))
        #expect(fetched.outcomes[1] == .fetched(at: 0))
    }
}
