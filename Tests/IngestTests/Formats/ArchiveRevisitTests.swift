import DemarcheIngest
import DemarcheRecords
import Testing

/// Records that say that a page was met again unchanged.
@Suite struct ArchiveRevisitTests {
    private static let page =
        "<html><body><article><h1>Envoys part</h1><p>\(FormatSamples.prose)</p></article></body></html>"
    private static let address = "https://www.courier.example/a"
    private static let digest = "WARC-Payload-Digest: sha1:G7HRM7BGOKSKMSXZAHMUQTTV53QOFSMK\r\n"
    private static let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"

    private static func record(_ type: String, _ block: String, address: String = address, _ head: String) -> [UInt8] {
        let lines = "WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\n\(head)"
        return Array("\(lines)Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n".utf8)
    }

    private static let original = record(
        "response", answer + page,
        "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2031-04-02T10:00:00Z\r\n" + digest)
    private static let sha256 = Identifier.sha256(page.utf8)

    @Test(arguments: [
        digest, "WARC-Payload-Digest: SHA1:g7hrm7bgokskmsxzahmuqttv53qofsmk\r\n", "WARC-Refers-To: <urn:uuid:1>\r\n",
        "WARC-Refers-To-Target-URI: <\(address)>\r\nWARC-Refers-To-Date: 2031-04-02T10:00:00Z\r\n",
        "WARC-Refers-To-Date: 2031-04-02T10:00:00Z\r\n",
    ])
    func findsTheRecordThatARevisitRefersTo(reference: String) {
        let revisit = Self.record("revisit", "HTTP/1.1 304 Not Modified\r\n\r\n", reference)
        let input = StreamedInput(Self.original + revisit + Self.original, path: "crawl.warc", piece: 50)
        #expect(input.documents.count == 2)
        #expect(input.repetitions.map(\.offset) == [Self.original.count])
        #expect(input.repetitions.map(\.sha256) == [Self.sha256])
        #expect(input.refusals.isEmpty)
    }

    @Test(arguments: [digest, "", "WARC-Refers-To: <urn:uuid:2>\r\n"])
    func namesARevisitOfARecordThatIsNotHere(reference: String) {
        let head =
            reference + "WARC-Refers-To-Target-URI: https://other.example/b\r\nWARC-Refers-To-Date: 2031-04-01\r\n"
        let input = StreamedInput(
            Self.record("revisit", Self.answer, head) + (reference == Self.digest ? [] : Self.original),
            path: "crawl.warc")
        #expect(input.repetitions.isEmpty)
        #expect(input.refusals.map(\.path) == ["crawl.warc#0"])
        #expect(
            input.refusals.map(\.reason) == [
                "a revisit of a record that is not here (https://other.example/b of 2031-04-01); read the archive that "
                    + "holds it in the same run, before this one"
            ])
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n",
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n",
        "HTTP/1.1 302 Found\r\n\r\n",
    ])
    func passesOverRevisitsOfWhatIsNoArticle(answer: String) {
        let input = StreamedInput(Self.record("revisit", answer, Self.digest), path: "crawl.warc")
        #expect((input.passedOver, input.refusals.count, input.repetitions.count) == (1, 0, 0))
    }

    @Test func findsRecordsInArchivesOfTheSameRun() {
        let revisit = Self.record("revisit", Self.answer, Self.digest)
        var options = DocumentOptions()
        options.payloads = PayloadIndex()
        _ = StreamedInput(Self.original, path: "a.warc", options: options)
        #expect(StreamedInput(revisit, path: "b.warc", options: options).repetitions.map(\.sha256) == [Self.sha256])
        #expect(StreamedInput(revisit, path: "b.warc").repetitions.isEmpty)
    }
}
