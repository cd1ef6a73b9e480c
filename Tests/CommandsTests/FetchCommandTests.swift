import Foundation
import TestSupport
import Testing

@Suite struct FetchCommandTests {
    private let demarche: Demarche
    private let server: TestServer

    init() throws {
        demarche = try Demarche()
        server = try TestServer { request in
            switch request.target {
            case "/robots.txt": TestServer.answer("User-agent: *\nDisallow: /closed")
            case "/a" where request.field("if-modified-since") != nil:
                TestServer.answer(status: "304 Not Modified", [])
            case "/a":
                TestServer.answer(
                    SampleTexts.hostile,
                    [("Content-Type", "text/html"), ("Last-Modified", "Thu, 24 Mar 2022 10:00:00 GMT")])
            case "/b": TestServer.answer(SampleTexts.bridge, [("Content-Type", "text/plain")])
            case "/moved": TestServer.answer(status: "301 Moved", [("Location", "/b")])
            default: TestServer.answer(status: "404 Not Found")
            }
        }
    }

    private func put(_ paths: String...) throws {
        try demarche.put("list.txt", "# pages\n\n" + paths.map { server.address($0) + "\n" }.joined())
    }

    private func fetch(_ more: String..., names: [String] = ["list.txt"], input: String = "") throws -> Demarche.Outcome
    {
        try demarche.run(
            all: ["read"] + names + ["--fetch", "--allow-private", "--delay", "0", "--into", "a.demarche"] + more,
            input: input)
    }

    @Test func fetchesNothingUnlessTold() throws {
        try put("/a")
        let list = try demarche.run("read", "list.txt", "--into", "a.demarche")
        #expect(list.status == 3)
        #expect(list.error == "refused list.txt: a list of web addresses; `read --fetch` gets their pages\n")
        let address = try demarche.run("read", server.address("/a"), "--into", "a.demarche")
        #expect(address.error == "refused \(server.address("/a")): a web address; nothing is fetched without --fetch\n")
        #expect(server.requests.isEmpty)
    }

    @Test func fetchesAListAndAsksAgainOnlyForWhatChanged() throws {
        try put("/a", "/moved", "/none", "/closed/x")
        let first = try fetch()
        #expect(first.status == 3)
        #expect(first.output.hasPrefix("2 articles read into a.demarche: 2 new, 2 refused. 2 statements"))
        #expect(first.error.contains("4 web addresses: 2 fetched, 2 refused; kept in a.fetched.warc.gz\n"))
        #expect(first.error.contains("refused \(server.address("/none")): the server answered with status 404\n"))
        #expect(
            first.error.contains("refused \(server.address("/closed/x")): \(server.address(""))/robots.txt forbids it"))
        let again = try fetch()
        #expect(again.output == "2 articles read into a.demarche: 2 known before, 2 refused. 0 statements found.\n")
        #expect(again.error.contains("4 web addresses: 1 fetched, 1 unchanged, 2 refused"))
        #expect(try demarche.run("verify").status == 0)
        #expect(try demarche.run("articles", "--format", "csv").output.contains("a.fetched.warc.gz#"))
    }

    @Test func readsTheSameOfflineFromWhatItKept() throws {
        try put("/a", "/b")
        #expect(try fetch("--keep", "kept.warc.gz").status == 0)
        #expect(try demarche.run("read", "kept.warc.gz", "--into", "b.demarche").status == 0)
        let ids = try ["a.demarche", "b.demarche"].map { record in
            try demarche.run("statements", "--format", "csv", "--record", record).lines.map { $0.prefix(18) }
        }
        #expect(ids[0].count == 3)
        #expect(ids[0] == ids[1])
    }

    @Test func takesAddressesFromStandardInputAndBesideFiles() throws {
        try demarche.put("c.txt", SampleTexts.envoys)
        let outcome = try fetch(
            names: ["-", server.address("/a"), "c.txt"], input: "# pages\n\(server.address("/b"))\n")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("3 articles read into a.demarche: 3 new."))
    }

    @Test func refusesPrivateAddressesUnlessTold() throws {
        try put("/a")
        let outcome = try demarche.run("read", "list.txt", "--fetch", "--into", "a.demarche")
        #expect(outcome.status == 3)
        #expect(
            outcome.error.contains(
                "127.0.0.1 is the loopback address 127.0.0.1; --allow-private fetches from such, too"))
        #expect(outcome.error.contains("web addresses: 1 refused\n"))
        #expect(server.requests.isEmpty)
        #expect(!demarche.holds("a.fetched.warc.gz"))
    }

    @Test func saysThatNothingIsThereToFetch() throws {
        try demarche.put("c.txt", SampleTexts.envoys)
        let outcome = try fetch(names: ["c.txt"])
        #expect(outcome.status == 0)
        #expect(outcome.error == "no web addresses among the inputs; nothing is fetched\n")
    }

    @Test func sendsTheContact() throws {
        try put("/a")
        #expect(try fetch("--contact", "ann@courier.example").status == 0)
        #expect(server.requests.last?.field("user-agent") == "demarche/0.1.0 (+ann@courier.example)")
        for contact in ["two words", "a\r\nX: y", "a)"] {
            let wrong = try fetch("--contact", contact)
            #expect(wrong.status == 2)
            #expect(wrong.error.contains("cannot stand in a request"))
        }
    }

    @Test(arguments: [
        ["--delay", "-1"], ["--delay", "soon"], ["--keep"],
    ]) func refusesWrongOptions(options: [String]) throws {
        try put("/a")
        #expect(try demarche.run(all: ["read", "list.txt", "--fetch", "--into", "a.demarche"] + options).status == 2)
        #expect(try demarche.run("read", "list.txt", "--allow-private", "--into", "a.demarche").status == 2)
        #expect(server.requests.isEmpty)
    }

    @Test func saysThatTheFileIsAnothers() throws {
        try put("/a")
        try demarche.put("a.fetched.warc.gz", "notes of mine")
        let outcome = try fetch()
        #expect(outcome.status == 2)
        #expect(outcome.error.hasPrefix("demarche: a.fetched.warc.gz: no WARC file packed record by record at byte 0"))
    }
}
