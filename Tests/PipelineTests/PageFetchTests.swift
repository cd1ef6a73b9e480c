import DemarcheFetch
import DemarchePipeline
import DemarcheRecords
import DemarcheStore
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct PageFetchTests {
    private let folder: TemporaryFolder
    private let store: RecordStore

    init() throws { (folder, store) = (try TemporaryFolder(), try RecordStore.inMemory()) }

    private static func page(_ words: String) -> String {
        """
        <!doctype html><html><head><title>Envoys part</title></head><body><article><h1>Envoys part</h1>
        <p>“\(words),” said Ann Example, the envoy of Ruritania, on Thursday evening in the hall of the palace.</p>
        <p>The talks about a direct clash went on for nine hours, and nobody spoke to the reporters at the door.</p>
        </article></body></html>
        """
    }

    private static func server(_ words: String = "We will not yield") throws -> TestServer {
        try TestServer { request in
            switch request.target {
            case "/a" where request.field("if-none-match") == "\"\(words)\"":
                TestServer.answer(status: "304 Not Modified", [])
            case "/a": TestServer.answer(page(words), [("Content-Type", "text/html"), ("ETag", "\"\(words)\"")])
            case "/b": TestServer.answer("<p>No.</p>")
            default: TestServer.answer("none", status: "404 Not Found")
            }
        }
    }

    private var archive: String { folder.path("crisis.fetched.warc.gz") }

    private func fetch(_ names: String...) async throws -> FetchedInputs {
        var options = FetchOptions()
        (options.delay, options.allowsPrivate) = (0, true)
        return try await PageFetch(options, archive: archive).inputs(WebInputs(names))
    }

    private func read(_ inputs: FetchedInputs) throws -> Tally {
        try Reader(TestModel.small()).read(inputs.inputs, into: store)
    }

    @Test func readsWhatWasFetchedAndNamesWhatWasNot() async throws {
        let server = try Self.server()
        let fetched = try await fetch(
            server.address("/none"), server.address("/a"), server.address("/b"), "ftp://x.example/")
        #expect((fetched.fetched, fetched.unchanged, fetched.refused) == (2, 0, 2))
        let tally = try read(fetched)
        #expect((tally.added, tally.statements, tally.refused) == (1, 1, 3))
        #expect(tally.refusals.map(\.path) == [server.address("/none"), server.address("/b"), "ftp://x.example/"])
        #expect(tally.refusals.map(\.code) == [.notFetched, .notAnArticle, .notFetched])
        let article = try #require(try store.articles().first?.article)
        #expect(article.metadata.url == server.address("/a"))
        #expect(article.source.path == archive)
        #expect(try store.bytes(sha256: article.source.sha256) == Array(Self.page("We will not yield").utf8))
        #expect(try Verifier().verify(store).violations.isEmpty)
    }

    @Test func readsAnUnchangedPageThatAKilledRunHadNotRead() async throws {
        let server = try Self.server()
        #expect(try await fetch(server.address("/a")).fetched == 1)
        let again = try await fetch(server.address("/a"))
        #expect((again.fetched, again.unchanged) == (0, 1))
        #expect(try read(again).added == 1)
        #expect(try read(again).unchanged == 1)
    }

    @Test func keepsAChangedPageAsANewVersion() async throws {
        let words = Mutex("We will not yield")
        let server = try TestServer { _ in
            TestServer.answer(Self.page(words.withLock { $0 }), [("Content-Type", "text/html"), ("ETag", "\"1\"")])
        }
        _ = try read(await fetch(server.address("/a")))
        words.withLock { $0 = "We will wait" }
        #expect(try read(await fetch(server.address("/a"))).newVersions == 1)
        #expect(try store.statements().map { $0.statement.content[0].exact.contains("wait") } == [true])
    }

    @Test func keepsNothingOfAnUnchangedPage() async throws {
        let server = try Self.server()
        _ = try await fetch(server.address("/a"))
        let kept = try Data(contentsOf: URL(fileURLWithPath: archive))
        _ = try await fetch(server.address("/a"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: archive)) == kept)
    }

    @Test func cutsOffWhatAKilledRunLeftUnfinished() async throws {
        let server = try Self.server()
        _ = try await fetch(server.address("/a"))
        let whole = try Data(contentsOf: URL(fileURLWithPath: archive))
        try (whole + whole.prefix(100)).write(to: URL(fileURLWithPath: archive))
        let again = try await fetch(server.address("/b"))
        #expect((again.cutBytes, again.fetched) == (100, 1))
        #expect(try Data(contentsOf: URL(fileURLWithPath: archive)).starts(with: whole))
        #expect(try read(await fetch(server.address("/a"))).added == 1)
        #expect(try Reader(nil).read([Input(path: archive)], into: store).refusals.map(\.code) == [.notAnArticle])
    }

    @Test func leavesAnotherFileAlone() async throws {
        let server = try Self.server()
        try folder.put("crisis.fetched.warc.gz", "notes of mine")
        let error = await #expect(throws: ArchiveError.self) { try await fetch(server.address("/a")) }
        #expect(error?.description.hasSuffix("at byte 0; name another file with --keep") == true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: archive)) == Data("notes of mine".utf8))
        #expect(server.requests.isEmpty)
    }

    @Test func forgetsARefusalWhenThePageComes() async throws {
        let server = try Self.server()
        try store.refuse(Refusal(path: server.address("/a"), code: .notFetched, reason: "x"))
        _ = try read(await fetch(server.address("/a")))
        #expect(try store.refusals().isEmpty)
    }
}

@Suite struct WebInputsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func shown(_ names: String...) -> [String] {
        WebInputs(names).entries.map { entry in
            switch entry {
            case .page(let address): address.text
            case .refused(let refusal): "\(refusal.path): \(refusal.reason)"
            }
        }
    }

    @Test func takesAddressesAndListsOnceEach() throws {
        try folder.put(
            "list.txt", "\u{FEFF}# pages\r\n\r\n http://b.example/1 \r\nHTTP://B.example/1#x\nhttp://c.example\n")
        try folder.put(
            "a.txt", "http://b.example/1\n\nThe envoys met again on Tuesday, and they left in the evening.\n")
        try folder.put("c.html", "http://b.example/1")
        let web = WebInputs(["http://a.example/", folder.path("list.txt"), folder.path("a.txt"), folder.path("c.html")])
        #expect(web.pages.map(\.text) == ["http://a.example/", "http://b.example/1", "http://c.example/"])
        #expect(web.others == [folder.path("a.txt"), folder.path("c.html")])
        #expect(web.lists == [folder.path("list.txt")])
    }

    @Test func namesTheLinesThatAreNoAddresses() throws {
        try folder.put(
            "list.txt",
            "http://a.example/1\nhttp://b.example/2 HTTP/1.1\rX: y\ncourier\nhttp://a.example/\nhttp://c.example/")
        let place = folder.path("list.txt")
        #expect(
            shown(place) == [
                "http://a.example/1",
                "http://b.example/2 HTTP/1.1\rX: y: line 2 of \(place): no web address: it holds white space or control characters",
                "courier: line 3 of \(place): no web address", "http://a.example/", "http://c.example/",
            ])
    }

    @Test func cutsALineOfAMegabyteInItsName() throws {
        try folder.put("list.txt", "http://a.example/" + String(repeating: "a", count: 1 << 20))
        #expect(shown(folder.path("list.txt"))[0].count < 400)
    }
}
