import DemarcheIngest
import DemarcheRecords
import Testing

/// Feeds that a web archive holds.
@Suite struct ArchiveFeedTests {
    private static let prose = FormatSamples.prose
    private static let rss = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>
        <item><title>Envoys part</title><link>/a</link><description>\(prose)</description></item>
        <item><title>Envoys meet</title><link>/b</link><description>\(prose) Again.</description></item></channel></rss>
        """
    private static let json = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "The Courier", "items": [
        {"id": "1", "url": "/a", "title": "Envoys part", "content_text": "\(prose)"},
        {"id": "2", "url": "/b", "title": "Envoys meet", "content_text": "\(prose) Again."}]}
        """

    private static func record(_ body: String, type: String, more: String = "") -> [UInt8] {
        let block = "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n\(more)\r\n" + body
        let head =
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/feed\r\n"
            + "Content-Length: \(block.utf8.count)\r\n\r\n"
        return Array((head + block + "\r\n\r\n").utf8)
    }

    @Test(arguments: [
        ("application/rss+xml; charset=utf-8", rss), ("text/xml", rss), ("application/xml", rss), ("", rss),
        ("application/feed+json", json), ("application/json", json),
    ])
    func givesTheItemsWithPlacesOfTheirOwn(type: String, feed: String) {
        let feed = Self.record(feed, type: type)
        let input = StreamedInput(feed + feed, path: "crawl.warc", piece: 100)
        #expect(
            input.documents.map(\.place)
                == ["crawl.warc#0#1", "crawl.warc#0#2", "crawl.warc#\(feed.count)#1", "crawl.warc#\(feed.count)#2"])
        #expect(input.articles.prefix(2).map(\.metadata.headline) == ["Envoys part", "Envoys meet"])
        #expect(input.articles[0].metadata.url == "https://courier.example/a")
        #expect(input.articles[0].metadata.outlet?.name == "The Courier")
        #expect(input.refusals.isEmpty)
    }

    @Test(arguments: [
        ("text/xml", "<urlset><url><loc>https://courier.example/a</loc></url></urlset>", ""),
        ("application/json", "{\"items\": []}", ""), ("application/xml", rss, "Content-Encoding: deflate\r\n"),
        ("text/xml", "<p><rss", ""),
    ])
    func passesOverOtherXMLAndJSON(type: String, body: String, more: String) {
        let input = StreamedInput(Self.record(body, type: type, more: more), path: "crawl.warc")
        #expect((input.documents.count, input.refusals.count, input.passedOver) == (0, 0, 1))
    }

    @Test func refusesWhatSaysThatItIsAFeedAndIsNone() {
        let broken = Self.record("nothing", type: "application/rss+xml")
        let empty = Self.record("<rss><channel/></rss>", type: "application/rss+xml")
        let input = StreamedInput(broken + empty + Self.record(Self.rss, type: "text/xml"), path: "crawl.warc")
        #expect(input.refusals.map(\.path) == ["crawl.warc#0"])
        #expect(input.refusals.map(\.code) == [.notAnArticle])
        #expect((input.passedOver, input.documents.count) == (1, 2))
    }
}
