import TestSupport
import Testing

@testable import DemarcheFetch

@Suite struct FetcherTests {
    @Test func keepsWhatTheServerSent() async throws {
        let body: [UInt8] = [0x3C, 0x70, 0x3E, 0xE4, 0x00, 0x0D, 0x0A, 0xFF]
        let server = try TestServer.permissive { _ in
            TestServer.answer(body, [("Content-Type", "text/html; charset=x"), ("X-A", "1"), ("x-a", "2")])
        }
        let fetched = try await TestFetch { $0.contact = "ann@courier.example" }([
            server.address("/a?b=c", host: "courier.example")
        ])
        #expect(fetched.outcomes == [.fetched(at: 0)])
        let exchange = try #require(fetched.kept.first)
        #expect(exchange.body == body)
        #expect((exchange.status, exchange.server.text, exchange.time) == (200, "127.0.0.1", 1_000_000_000))
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=x\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 8\r\n\r\n"
        #expect(exchange.responseBlock == Array(head.utf8) + body)
        let request = try #require(server.pageRequests.first)
        #expect(request.field("host") == "courier.example:\(server.port)")
        #expect(request.field("user-agent") == "demarche/0.1.0 (+ann@courier.example)")
        #expect(exchange.requestBlock == Array(request.head.utf8))
    }

    @Test func leavesCompressionsAndJoinsChunks() async throws {
        let packed: [UInt8] = [0x1F, 0x8B, 1, 2, 3, 4]
        let chunked = Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n".utf8)
        let chunks =
            chunked + packed[..<2] + Array("\r\n4;x=y\r\n".utf8) + packed[2...] + Array("\r\n0\r\n\r\n".utf8)
        let server = try TestServer.permissive { _ in [.bytes(chunks)] }
        let exchange = try #require(try await TestFetch()([server.address("/")]).kept.first)
        #expect(exchange.body == packed)
        #expect(
            String(decoding: exchange.responseBlock.dropLast(6), as: UTF8.self)
                == "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nX-Crawler-Transfer-Encoding: chunked\r\n\r\n")
    }

    @Test func takesABodyThatEndsWithTheConnection() async throws {
        let server = try TestServer.permissive { _ in [.bytes(Array("HTTP/1.0 200 OK\r\n\r\nwords".utf8))] }
        #expect(try await TestFetch()([server.address("/")]).kept.map(\.body) == [Array("words".utf8)])
    }

    @Test func followsRedirectsToOtherHosts() async throws {
        let server = try TestServer.permissive { request in
            switch request.target {
            case "/1": TestServer.answer(status: "301 Moved", [("Location", "/2")])
            case "/2":
                TestServer.answer(
                    status: "302 Found",
                    [("Location", "http://other.example:\(request.field("host")?.split(separator: ":").last ?? "")/3")])
            default: TestServer.answer("here")
            }
        }
        let fetched = try await TestFetch()([server.address("/1")])
        #expect(fetched.outcomes == [.fetched(at: 2)])
        #expect(fetched.kept.map(\.status) == [301, 302, 200])
        #expect(fetched.kept.last?.address.text == server.address("/3", host: "other.example"))
        #expect(server.pageRequests.map { $0.field("host")?.prefix(5) } == ["127.0", "127.0", "other"])
    }

    @Test func leavesARedirectLoop() async throws {
        let server = try TestServer.permissive { _ in TestServer.answer(status: "302 Found", [("Location", "/again")]) }
        #expect(try await TestFetch()([server.address("/")]).reasons == ["more than 5 redirects"])
        #expect(server.pageRequests.count == 6)
    }

    @Test(arguments: [
        ("http://10.0.0.1/", "10.0.0.1 is the private address 10.0.0.1; --allow-private fetches from such, too"),
        (
            "http://inside.example/",
            "inside.example is the link-local address 169.254.169.254; --allow-private fetches from such, too"
        ),
        (
            "file:///etc/passwd",
            "redirected to “file:///etc/passwd”: file: is not fetched; http and https addresses are"
        ),
    ]) func doesNotFollowARedirectInside(location: String, reason: String) async throws {
        let server = try TestServer.permissive { _ in TestServer.answer(status: "302 Found", [("Location", location)]) }
        let fetch = TestFetch(
            names: ["10.0.0.1": ["10.0.0.1"], "inside.example": ["169.254.169.254"]])
        #expect(try await fetch([server.address("/")]).reasons == [reason])
        #expect(server.pageRequests.count == 1)
    }

    @Test(arguments: [
        ["127.0.0.1"], ["10.0.0.8"], ["::ffff:127.0.0.1"], ["::1", "192.168.0.1"], ["169.254.169.254"],
    ]) func asksNoPrivateAddress(addresses: [String]) async throws {
        let server = try TestServer { _ in TestServer.answer("secret") }
        let fetch = TestFetch(names: ["courier.example": addresses], loopbackIsPublic: false)
        let reasons = try await fetch([server.address("/", host: "courier.example")]).reasons
        #expect(reasons.count == 1 && reasons[0].hasPrefix("courier.example is the "))
        #expect(reasons[0].hasSuffix("; --allow-private fetches from such, too"))
        #expect(server.requests.isEmpty)
    }

    @Test func asksAPrivateAddressWhenTold() async throws {
        let server = try TestServer.permissive { _ in TestServer.answer("here") }
        let fetch = TestFetch(loopbackIsPublic: false) { $0.allowsPrivate = true }
        #expect(try await fetch([server.address("/")]).outcomes == [.fetched(at: 0)])
    }

    @Test func asksOnlyThePublicAddressOfAName() async throws {
        let server = try TestServer.permissive { _ in TestServer.answer("here") }
        let fetch = TestFetch(names: ["courier.example": ["10.0.0.1", "127.0.0.1"]])
        let fetched = try await fetch([server.address("/", host: "courier.example")])
        #expect(fetched.kept.map(\.server.text) == ["127.0.0.1"])
    }

    @Test func saysThatANameHasNoAddress() async throws {
        let fetch = TestFetch(names: ["courier.example": []])
        #expect(try await fetch(["http://courier.example/"]).reasons == ["courier.example has no address"])
    }

    @Test func triesTheNextAddressOfAHost() async throws {
        let server = try TestServer.permissive { _ in TestServer.answer("here") }
        let fetch = TestFetch(names: ["courier.example": ["127.0.0.2", "127.0.0.1"]])
        let fetched = try await fetch([server.address("/", host: "courier.example")])
        #expect(fetched.kept.map(\.server.text) == ["127.0.0.1"])
    }

    @Test func asksWhetherAKeptPageChanged() async throws {
        let server = try TestServer.permissive { request in
            request.field("if-none-match") == "\"v1\""
                && request.field("if-modified-since") == "Thu, 24 Mar 2022 10:00:00 GMT"
                ? TestServer.answer(status: "304 Not Modified", []) : TestServer.answer("new")
        }
        let address = server.address("/")
        let validators = Validators(entityTag: "\"v1\"", lastModified: "Thu, 24 Mar 2022 10:00:00 GMT")
        let same = try await TestFetch()([address], known: [address: KeptPage(place: 77, validators: validators)])
        #expect(same.outcomes == [.unchanged(at: 77)])
        #expect(same.kept.isEmpty)
        let other = Validators(entityTag: "\"v0\"", lastModified: nil)
        let changed = try await TestFetch()([address], known: [address: KeptPage(place: 77, validators: other)])
        #expect(changed.outcomes == [.fetched(at: 0)])
    }

    @Test func refusesAnAnswerThatNothingChangedWhenNothingWasKept() async throws {
        let server = try TestServer.permissive { _ in TestServer.answer(status: "304 Not Modified", []) }
        #expect(try await TestFetch()([server.address("/")]).reasons == ["the server answered with status 304"])
        let forged = Validators(entityTag: "a\r\nX-Forged: 1", lastModified: "\u{0}")
        #expect(forged.isEmpty)
    }

    @Test func keepsAndRefusesWhatTheServerRefuses() async throws {
        let server = try TestServer.permissive { _ in TestServer.answer("gone", status: "410 Gone") }
        let fetched = try await TestFetch()([server.address("/")])
        #expect(fetched.reasons == ["the server answered with status 410"])
        #expect(fetched.kept.map(\.body) == [Array("gone".utf8)])
    }

    @Test func pausesBetweenRequestsToAHost() async throws {
        let server = try TestServer.permissive { _ in TestServer.answer("x") }
        let fetch = TestFetch { $0.delay = 2.5 }
        let fetched = try await fetch([
            server.address("/1"), server.address("/2"), server.address("/3"),
            server.address("/1", host: "other.example"),
        ])
        #expect(fetched.kept.count == 4)
        #expect(fetch.slept == [2.5, 2.5])
        #expect(server.requests.filter { $0.target == "/robots.txt" }.count == 2)
    }

    @Test func waitsAsLongAsTheServerAsks() async throws {
        let server = try TestServer.permissive { [count = Counter()] _ in
            count.next() < 2
                ? TestServer.answer(status: "429 Too Many Requests", [("Retry-After", "7")]) : TestServer.answer("here")
        }
        let fetch = TestFetch()
        let fetched = try await fetch([server.address("/")])
        #expect(fetch.slept == [7, 7])
        #expect(fetched.kept.map(\.status) == [200])
    }

    @Test(arguments: [
        ("3600", "the server answered with status 503 and asks to wait 3600 s; try again then", 0),
        ("soon", "the server answered with status 503", 0), ("-1", "the server answered with status 503", 0),
        ("9", "the server answered with status 503", 2),
        ("Thu, 24 Mar 2022 10:00:30 GMT", "the server answered with status 503", 2),
        (
            "Fri, 25 Mar 2022 10:00:00 GMT",
            "the server answered with status 503 and asks to wait 86400 s; try again then", 0
        ),
    ]) func leavesAServerThatAsksForMore(value: String, reason: String, pauses: Int) async throws {
        let server = try TestServer.permissive { _ in
            TestServer.answer(
                status: "503 Unavailable", [("Date", "Thu, 24 Mar 2022 10:00:00 GMT"), ("Retry-After", value)])
        }
        let fetch = TestFetch()
        #expect(try await fetch([server.address("/")]).reasons == [reason])
        #expect(fetch.slept.count == pauses)
    }
}
