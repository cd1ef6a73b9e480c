import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

@Suite struct ArchiveTests {
    private static let page = """
        <!doctype html><html><body><article><h1>Envoys part</h1><p>\(FormatSamples.prose)</p>
        <p>Nobody spoke to the reporters who had waited at the door of the palace since the morning.</p></article></body></html>
        """

    private static func record(
        _ body: [UInt8], type: String = "response", head: String = "", address: String = "https://www.courier.example/a"
    ) -> [UInt8] {
        let lines = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\n\(head)"
        return Array("\(lines)Content-Length: \(body.count)\r\n\r\n".utf8) + body + Array("\r\n\r\n".utf8)
    }

    private static let html = "Content-Type: text/html; charset=utf-8\r\n"

    private static func answer(_ body: [UInt8], head: String = html) -> [UInt8] {
        Array("HTTP/1.1 200 OK\r\n\(head)\r\n".utf8) + body
    }

    private static let good = record(answer(Array(page.utf8)))

    @Test(arguments: [3, 1 << 16]) func readsPagesWithAddressAndOffset(piece: Int) throws {
        let information = Self.record(Array("software: x\r\n".utf8), type: "warcinfo")
        let input = StreamedInput(information + Self.good + Self.good, path: "crawl.warc", piece: piece)
        #expect(input.refusals.isEmpty)
        #expect(input.passedOver == 1)
        #expect(input.documents.map(\.offset) == [information.count, information.count + Self.good.count])
        let article = try #require(input.articles.first)
        #expect(article.metadata.headline == "Envoys part")
        #expect(article.metadata.url == "https://www.courier.example/a")
        #expect(article.metadata.outlet?.domain == "courier.example")
        #expect(article.id == (try Ingest().article(path: "a.html", bytes: Array(Self.page.utf8)).id))
    }

    @Test func readsRecordsPackedOneByOneAndAllTogether() throws {
        let one = try FormatSamples.gzip(Self.good)
        let each = StreamedInput(one + one, path: "crawl.warc.gz", piece: 17)
        #expect(each.documents.map(\.offset) == [0, one.count])
        let together = StreamedInput(try FormatSamples.gzip(Self.good + Self.good), path: "crawl.warc.gz")
        #expect(together.documents.map(\.offset) == [0, Self.good.count])
        #expect((each.refusals + together.refusals).isEmpty)
    }

    @Test func refusesAPackedRecordThatDoesNotFitItsChecksum() throws {
        let one = try FormatSamples.gzip(Self.good)
        var wrong = one
        wrong[one.count - 6] ^= 1
        var lost = one
        for index in 10..<14 { lost[index] = 0xFF }
        let input = StreamedInput(wrong + one + lost + one, path: "crawl.warc.gz")
        #expect(input.documents.map(\.offset) == [one.count, one.count * 3])
        #expect(input.refusals.map(\.path) == ["crawl.warc.gz#0", "crawl.warc.gz#\(one.count * 2)"])
        let cut = StreamedInput(Array(one.dropLast(8)), path: "crawl.warc.gz")
        #expect(cut.documents.count == 1)
    }

    @Test(.timeLimit(.minutes(1))) func readsAHeadOfCodingsWithoutEnd() {
        let head = String(repeating: "Content-Encoding: gzip\r\n", count: 400_000)
        let input = StreamedInput(
            Self.record(Self.answer(Array(Self.page.utf8), head: head)) + Self.good, path: "crawl.warc")
        #expect(input.documents.count == 1)
    }

    @Test func readsARecordThatIsPackedInPieces() throws {
        let pieces = try [Self.good.prefix(150), Self.good[150..<300], Self.good[300...] + Self.good].map {
            try FormatSamples.gzip(Array($0))
        }
        let input = StreamedInput(Array(pieces.joined()), path: "crawl.warc.gz")
        #expect(input.articles.map(\.metadata.headline) == ["Envoys part", "Envoys part"])
        #expect(input.refusals.isEmpty)
    }

    @Test func findsTheNextRecordBehindOneThatEndsEarly() throws {
        let short = try FormatSamples.gzip(Array(Self.good.prefix(200)))
        let input = StreamedInput(short + (try FormatSamples.gzip(Self.good)), path: "crawl.warc.gz")
        #expect(input.documents.map(\.offset) == [short.count])
        #expect(input.refusals.map(\.path) == ["crawl.warc.gz#0"])
    }

    @Test func goesOnBehindADamagedPackedRecord() throws {
        let one = try FormatSamples.gzip(Self.good)
        var damaged = one
        for index in (one.count / 2)..<(one.count - 12) { damaged[index] = 0x55 }
        let input = StreamedInput(one + damaged + one, path: "crawl.warc.gz")
        #expect(input.documents.map(\.offset) == [0, one.count * 2])
        #expect(input.refusals.map(\.path) == ["crawl.warc.gz#\(one.count)"])
        #expect(input.refusals.map(\.code) == [.damaged])
    }

    @Test func goesOnBehindADamagedPlainRecord() {
        let rubbish = Array("what is this\r\nand this\r\n".utf8)
        let noLength = Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n".utf8)
        let input = StreamedInput(Self.good + rubbish + Self.good + noLength + Self.good, path: "crawl.warc")
        #expect(input.documents.count == 3)
        let places = [Self.good.count, Self.good.count * 2 + rubbish.count].map { "crawl.warc#\($0)" }
        #expect(input.refusals.map(\.path) == places)
    }

    @Test func saysWhereACutOffFileEnds() {
        let input = StreamedInput(Array((Self.good + Self.good).dropLast(40)), path: "crawl.warc")
        #expect(input.documents.count == 1)
        #expect(input.refusals.map(\.path) == ["crawl.warc#\(Self.good.count)"])
        #expect(input.refusals[0].reason.hasPrefix("a damaged record at byte \(Self.good.count): it ends after"))
    }

    /// Archives were moved through programs that changed the ends of lines, so that their records are shorter than they say.
    @Test func readsALastRecordThatIsShortButHoldsAllOfItsAnswer() {
        let body = Array(Self.page.utf8)
        let answer = Self.answer(body, head: Self.html + "Content-Length: \(body.count)\r\n")
        let head = "http://courier.example/a 127.0.0.1 20220324000000 text/html \(answer.count + 12)\n"
        let whole = StreamedInput(Array(head.utf8) + answer, path: "crawl.arc")
        #expect(whole.documents.map(\.bytes) == [body])
        #expect(whole.refusals.isEmpty)
        let cut = StreamedInput(Array(head.utf8) + answer.dropLast(), path: "crawl.arc")
        #expect(cut.documents.isEmpty)
        #expect(cut.refusals.map(\.path) == ["crawl.arc#0"])
    }

    @Test(arguments: [
        ("request", "GET / HTTP/1.1\r\n\r\n"), ("metadata", "via: x"),
        ("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>No.</p>"),
        ("response", "HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\n"),
        ("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\u{1}"), ("resource", "body"), ("what", "x"),
    ])
    func passesOverWhatIsNoArticle(type: String, block: String) {
        let input = StreamedInput(Self.record(Array(block.utf8), type: type) + Self.good, path: "crawl.warc")
        #expect((input.passedOver, input.documents.count, input.refusals.count) == (1, 1, 0))
    }

    @Test func readsResourcesAndConversions() {
        let text = Array(FormatSamples.prose.utf8)
        let records = ["resource", "conversion"].map {
            Self.record(text, type: $0, head: "Content-Type: text/plain\r\n")
        }
        #expect(
            StreamedInput(Array(records.joined()), path: "crawl.warc").articles.map(\.text.string) == [
                FormatSamples.prose, FormatSamples.prose,
            ])
    }

    @Test func undoesChunksAndCompressions() throws {
        let body = Array(Self.page.utf8)
        let (first, second) = (Array(body.prefix(body.count / 2)), Array(body.dropFirst(body.count / 2)))
        var chunked: [UInt8] = []
        for chunk in [first, second] {
            chunked += Array("\(String(chunk.count, radix: 16));x=y\r\n".utf8)
            chunked += chunk
            chunked += [0x0D, 0x0A]
        }
        chunked += Array("0\r\n\r\n".utf8)
        let type = "Content-Type: text/html\r\n"
        let packed = try FormatSamples.gzip(body)
        let zlib = try FormatSamples.packed(
            body, with: "python3", "-c",
            "import sys,zlib;sys.stdout.buffer.write(zlib.compress(sys.stdin.buffer.read()))")
        let cases: [(String, [UInt8])] = [
            ("Transfer-Encoding: chunked\r\n", chunked), ("Transfer-Encoding: chunked\r\n", body),
            ("Content-Encoding: gzip\r\n", packed), ("Content-Encoding: gzip\r\n", body),
            ("Content-Encoding: deflate\r\n", zlib),
            ("Content-Encoding: deflate\r\n", Array(zlib.dropFirst(2).dropLast(4))),
            ("Content-Encoding: zstd\r\n", FormatSamples.zstd(Array(body.prefix(200)))),
            ("Content-Encoding: br\r\n", body),
        ]
        for (head, coded) in cases {
            let input = StreamedInput(Self.record(Self.answer(coded, head: type + head)), path: "crawl.warc")
            #expect(input.documents.map(\.bytes) == [head.contains("zstd") ? Array(body.prefix(200)) : body], "\(head)")
        }
    }

    @Test func undoesBrotli() {
        // “hello, envoys” as brotli -q 0 would keep it: an uncompressed block, after RFC 7932.
        let words = Array("hello, envoys".utf8)
        let coded: [UInt8] = [0x0B, 0x06, 0x80] + words + [0x03]
        let block = Self.answer(coded, head: "Content-Type: text/plain\r\nContent-Encoding: br\r\n")
        #expect(StreamedInput(Self.record(block), path: "crawl.warc").documents.map(\.bytes) == [words])
    }

    @Test func refusesABodyThatIsDamagedOrABomb() throws {
        let head = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"
        let packed = try FormatSamples.gzip(Self.page)
        let bomb = try FormatSamples.gzip([UInt8](repeating: 0x20, count: 60 << 20))
        let records = [Array(packed.dropLast(30)), bomb].map { Self.record(Self.answer($0, head: head)) }
        let input = StreamedInput(Array(records.joined()) + Self.good, path: "crawl.warc")
        #expect(input.refusals.map(\.code) == [.damaged, .tooLarge])
        #expect(input.documents.count == 1)
    }

    /// A record in many packed pieces, as some write it; 300 KB stand for 300 MB.
    @Test func endsAtAnArchiveThatUnpacksToTooMuch() throws {
        let head = Array("WARC/1.0\r\nWARC-Type: request\r\nContent-Length: \(6 * 50 << 20)\r\n\r\n".utf8)
        let piece = try FormatSamples.gzip([UInt8](repeating: 0, count: 50 << 20))
        let pieces = try FormatSamples.gzip(head) + Array(repeatElement(piece, count: 6).joined())
        let input = StreamedInput(pieces + (try FormatSamples.gzip(Self.good)), path: "crawl.warc.gz")
        #expect(input.documents.isEmpty)
        #expect(input.refusals.last?.code == .tooLarge)
        #expect(input.refusals.last?.reason.contains("over 200 times as many") == true)
    }

    @Test func readsARC() {
        let body = Self.answer(Array(Self.page.utf8))
        let text =
            "filedesc://x.arc 0.0.0.0 20220324000000 text/plain 4\n1 0\n\n"
            + "http://courier.example/a b 127.0.0.1 20220324000000 text/html \(body.count)\n"
        let input = StreamedInput(Array(text.utf8) + body + Array("\n".utf8), path: "crawl.arc")
        #expect(input.passedOver == 1)
        #expect(input.refusals.isEmpty)
        #expect(input.articles.map(\.metadata.url) == ["http://courier.example/a%20b"])
    }

    @Test(arguments: [
        "", "WARC/1.0", "WARC/1.0\r\n\r\n", "WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9223372036854775807\r\n\r\nx", "filedesc://", "\0\0\0\n\0",
        "a b c d e\n",
    ])
    func endsOnBrokenHeads(text: String) {
        let input = StreamedInput(Array(text.utf8), path: "crawl.warc")
        #expect(input.documents.isEmpty)
        #expect(input.refusals.count <= 1)
    }

    @Test func refusesAnEndlessHead() {
        let head = "WARC/1.0\r\n" + String(repeating: "a: b\r\n", count: 400_000)
        let input = StreamedInput(Array(head.utf8) + Self.good, path: "crawl.warc")
        #expect(input.refusals.map(\.code) == [.damaged])
        #expect(input.documents.count == 1)
    }
}
