import DemarcheRecords
import Foundation
import Testing

@testable import DemarcheFetch
@testable import DemarcheIngest

/// What is written is what the archive's readers find.
@Suite final class ArchiveTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "demarche-\(UUID().uuidString).warc.gz")
        .path
    private static let prose =
        "The envoys of Ruritania and Graustark met again on Tuesday, and they left in the evening."
    private static let page = """
        <!doctype html><html><body><article><h1>Envoys part</h1><p>\(prose)</p>
        <p>Nobody spoke to the reporters who had waited at the door of the palace since the morning.</p></article></body></html>
        """

    deinit { try? FileManager.default.removeItem(atPath: path) }

    private static func exchange(
        of address: String = "http://courier.example/a", status: Int = 200, _ fields: [(String, String)] = [],
        type: String? = "text/html", _ body: [UInt8] = Array(page.utf8)
    ) throws -> HTTPExchange {
        HTTPExchange(
            address: try PageAddress(address), server: NetworkAddress(bytes: [93, 184, 216, 34]), time: 1_648_116_000,
            request: [HTTPField("Host", "courier.example")], status: status, reason: "Fine",
            fields: (type.map { [HTTPField("Content-Type", $0)] } ?? []) + fields.map(HTTPField.init), body: body)
    }

    private func bytes() throws -> [UInt8] { try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) }

    private func index() throws -> ArchiveIndex { try ArchiveIndex(BytesInMemory(try bytes(), piece: 99), path: path) }

    private func events(at offset: Int) throws -> [DocumentEvent] {
        var stream = DocumentStream(
            fetched: BytesInMemory(Array(try bytes()[offset...])), path: "x.warc.gz", offset: offset,
            name: "http://a.example/",
            options: DocumentOptions())
        var events: [DocumentEvent] = []
        while let event = stream.next() { events.append(event) }
        return events
    }

    /// What comes of an answer of this type with these bytes.
    private func events(type: String?, _ body: [UInt8], _ fields: [(String, String)] = []) throws -> [DocumentEvent] {
        try events(at: try ArchiveWriter(path: path).append(try Self.exchange(fields, type: type, body)))
    }

    @Test func isReadByTheReaderOfArchives() throws {
        let writer = try ArchiveWriter(path: path)
        let first = try writer.append(try Self.exchange())
        let second = try writer.append(try Self.exchange(of: "http://courier.example/b"))
        #expect(writer.length == (try bytes()).count)
        var stream = DocumentStream(BytesInMemory(try bytes()), path: path)
        var documents: [Document] = []
        while let event = stream.next() {
            if case .document(let document) = event {
                documents.append(document)
            } else {
                #expect(event == .passedOver)
            }
        }
        #expect(documents.map(\.offset) == [first, second])
        #expect(documents.map(\.bytes) == [Array(Self.page.utf8), Array(Self.page.utf8)])
        #expect(documents.map(\.assumed.url) == ["http://courier.example/a", "http://courier.example/b"])
    }

    @Test func givesAPageWithItsPlaceAndAddress() throws {
        let place = try ArchiveWriter(path: path).append(try Self.exchange())
        guard case .document(let document)? = try events(at: place).first else {
            Issue.record("no document")
            return
        }
        let article = try Ingest().article(document)
        #expect(article.metadata.headline == "Envoys part")
        #expect(article.metadata.url == "http://courier.example/a")
        #expect(article.source.place == "x.warc.gz#\(place)")
        #expect(article.id == (try Ingest().article(path: "a.html", bytes: Array(Self.page.utf8)).id))
    }

    @Test func namesTheAddressWhenAPageIsNoArticle() throws {
        guard case .document(let document)? = try events(type: "text/html", Array("<p>No.</p>".utf8)).first else {
            Issue.record("no document")
            return
        }
        let refusal = #expect(throws: Refusal.self) { try Ingest().article(document) }
        #expect(refusal?.path == "http://a.example/")
    }

    @Test(
        arguments: [
            ("text/plain", prose, MediaType.plain), ("application/xhtml+xml", page, .html), (nil, page, .html),
            ("text/plain", page, .html), ("application/octet-stream", prose, .plain),
            ("message/rfc822", "Subject: x\r\n\r\n" + prose, .mail),
        ] as [(String?, String, MediaType)]) func tellsTheType(type: String?, body: String, expected: MediaType) throws
    {
        let events = try events(type: type, Array(body.utf8))
        guard case .document(let document)? = events.first else {
            Issue.record("\(events)")
            return
        }
        #expect(document.mediaType == expected)
    }

    @Test func readsTheItemsOfAFeed() throws {
        let feed = """
            <rss version="2.0"><channel><title>Courier</title>
            <item><title>One</title><link>https://courier.example/1</link><description>\(Self.prose)</description></item>
            <item><title>Two</title><link>https://courier.example/2</link><description>\(Self.prose)</description></item>
            </channel></rss>
            """
        let documents = try events(type: "application/rss+xml", Array(feed.utf8)).compactMap { event in
            if case .document(let document) = event { document } else { nil }
        }
        #expect(documents.map(\.name) == ["http://a.example/#1", "http://a.example/#2"])
        #expect(
            documents.map { $0.place.hasPrefix("x.warc.gz#") && $0.place.hasSuffix("#\($0.offset ?? 0)") } == [
                true, true,
            ])
        #expect(
            try documents.map { try Ingest().article($0).metadata.url } == [
                "https://courier.example/1", "https://courier.example/2",
            ])
    }

    @Test(arguments: ["image/png", "application/pdf", "video/mp4"]) func refusesOtherTypesByName(type: String) throws {
        #expect(
            try events(type: type, [1, 2, 3]) == [
                .refused(
                    Refusal(
                        path: "http://a.example/", code: .unsupportedType,
                        reason: "\(type) is not read; pages, plain text and feeds are"))
            ])
    }

    @Test func undoesACompressionAndRefusesABomb() throws {
        let packed = try #require(GzipWriter.member(Array(Self.page.utf8)))
        guard
            case .document(let document)? = try events(type: "text/html", packed, [("Content-Encoding", "gzip")]).first
        else {
            Issue.record("no document")
            return
        }
        #expect(document.bytes == Array(Self.page.utf8))
        let bomb = try #require(GzipWriter.member([UInt8](repeating: 0x20, count: 60 << 20)))
        #expect(bomb.count < 1 << 20)
        guard case .refused(let refusal)? = try events(type: "text/html", bomb, [("Content-Encoding", "gzip")]).first
        else {
            Issue.record("no refusal")
            return
        }
        #expect((refusal.path, refusal.code) == ("http://a.example/", .tooLarge))
    }

    @Test func findsTheLastPageOfEachAddress() throws {
        let writer = try ArchiveWriter(path: path)
        _ = try writer.append(try Self.exchange([("ETag", "\"1\"")]))
        let last = try writer.append(
            try Self.exchange([("ETag", "W/\"2\""), ("Last-Modified", "Thu, 24 Mar 2022 10:00:00 GMT")]))
        _ = try writer.append(try Self.exchange(status: 404, [("ETag", "\"3\"")]))
        let other = try writer.append(try Self.exchange(of: "http://courier.example/b"))
        let index = try index()
        #expect(index.wholeLength == writer.length)
        #expect(
            index.pages == [
                "http://courier.example/a": ArchiveIndex.Page(
                    offset: last, entityTag: "W/\"2\"", lastModified: "Thu, 24 Mar 2022 10:00:00 GMT"),
                "http://courier.example/b": ArchiveIndex.Page(offset: other),
            ])
    }

    @Test(arguments: [1, 10, 200]) func findsWhereAKilledRunStopped(missing: Int) throws {
        let writer = try ArchiveWriter(path: path)
        _ = try writer.append(try Self.exchange([("ETag", "\"1\"")]))
        let whole = try bytes()
        _ = try writer.append(try Self.exchange([("ETag", "\"2\"")]))
        let all = try bytes()
        try Data(all.dropLast(missing)).write(to: URL(fileURLWithPath: path))
        #expect(try index().wholeLength < all.count - missing)
        #expect(try index().wholeLength >= whole.count)
        try Data(all.prefix(whole.count + 20)).write(to: URL(fileURLWithPath: path))
        #expect(try index().wholeLength == whole.count)
        #expect(try index().pages.values.map(\.entityTag) == ["\"1\""])
    }

    @Test(arguments: ["some notes of mine, kept for long", "WARC/1.1\r\n\r\n"]) func refusesAnotherFile(
        text: String
    ) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: Refusal.self) { try self.index() }
        let packed = try #require(GzipWriter.member(Array("some notes".utf8)))
        try Data(packed).write(to: URL(fileURLWithPath: path))
        #expect(throws: Refusal.self) { try self.index() }
    }

    @Test func isWrittenByOneRunAtATime() throws {
        withExtendedLifetime(try ArchiveWriter(path: path)) {
            let error = #expect(throws: ArchiveError.self) { try ArchiveWriter(path: path) }
            #expect(
                error?.description == "\(path): another run writes to it; wait for that, or name another with --keep")
        }
        _ = try ArchiveWriter(path: path)
    }

    @Test func leavesNoEmptyFileAndNoDevice() throws {
        #expect(try ArchiveWriter(path: path).length == 0)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(throws: ArchiveError.self) { try ArchiveWriter(path: "/dev/null") }
        #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    }

    @Test func lastsAgainstFieldsThatForgeRecords() throws {
        let forged = "x\r\nWARC-Target-URI: http://evil.example/\r\n\r\n"
        let place = try ArchiveWriter(path: path).append(try Self.exchange([("X", forged), ("ETag", "\"1\"")]))
        #expect(try index().pages.keys.sorted() == ["http://courier.example/a"])
        #expect(try events(at: place).count == 1)
    }

    @Test func offersNoAnswerWhereNoneStands() throws {
        _ = try ArchiveWriter(path: path).append(try Self.exchange())
        #expect(
            try events(at: 0) == [
                .refused(
                    Refusal(
                        path: "http://a.example/", code: .damaged, reason: "x.warc.gz#0 holds no answer; fetch it again"
                    ))
            ])
    }
}
