import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

@Suite struct FeedTests {
    private static let prose = FormatSamples.prose

    private func feed(_ text: String, base: String? = nil) throws -> Feed {
        try FeedReader().feed(Array(text.utf8), path: "a.xml", base: base)
    }

    @Test func makesArticlesOfTheItemsOfRSS() throws {
        let text = """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Courier</title>
            <link>https://www.courier.example/</link><language>en-GB</language>
            <item><title>Envoys &amp; ministers part</title><link>/a</link><guid isPermaLink="false">7</guid>
            <dc:creator>Ann Example</dc:creator><pubDate>Thu, 24 Mar 2022 23:30:00 -0500</pubDate>
            <description>Short.</description>
            <content:encoded><![CDATA[<p>\(Self.prose)</p><p>“Nobody waits,” said Bo Costa, a diplomat, to the crowd.</p>]]></content:encoded></item>
            <item><title>Second</title><link>https://www.courier.example/b</link><description>\(Self.prose)</description></item>
            </channel></rss>
            """
        let input = StreamedInput(text, path: "feed.xml")
        #expect(input.refusals.isEmpty)
        let articles = input.articles
        #expect(articles.map(\.metadata.headline) == ["Envoys & ministers part", "Second"])
        #expect(articles[0].metadata.url == "https://www.courier.example/a")
        #expect(articles[0].metadata.outlet == Outlet(name: "The Courier", domain: "courier.example"))
        #expect(articles[0].metadata.bylines == ["Ann Example"])
        #expect(articles[0].metadata.published?.date == "2022-03-24")
        #expect(articles[0].metadata.language == "en-gb")
        #expect(articles[0].text.string.contains("“Nobody waits,” said Bo Costa"))
        #expect(articles[1].text.string == "Second\n\n" + Self.prose)
        #expect(articles.map(\.source.offset) == [1, 2])
    }

    @Test func readsAtomWithItsTypesAndBases() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courier.example/news/" xml:lang="en">
            <title type="html">The &lt;b&gt;Courier&lt;/b&gt;</title>
            <entry><id>tag:courier.example,2022:1</id><title>One</title><link rel="self" href="x.atom"/><link href="../a"/>
            <author><name>Ann Example</name><email>ann@courier.example</email></author>
            <published>2022-03-24T23:30:00Z</published><updated>2022-03-25T00:00:00Z</updated>
            <content type="xhtml" xml:lang="fr"><div xmlns="http://www.w3.org/1999/xhtml"><p>A <a href="b">b</a></p></div></content>
            </entry></feed>
            """)
        let item = try #require(feed.items.first)
        #expect(
            feed.head.title
                == FeedText(
                    value: "The <b>Courier</b>", kind: .html, base: "https://courier.example/news/", language: "en"))
        #expect(item.link == "https://courier.example/a")
        #expect(item.id == "tag:courier.example,2022:1")
        #expect(item.authors == [FeedAuthor(name: "Ann Example", email: "ann@courier.example")])
        #expect(item.contents.map(\.value) == ["<p>A <a href=\"https://courier.example/news/b\">b</a></p>"])
        #expect(item.contents.map(\.language) == ["fr"])
        #expect((item.published, item.updated) == ("2022-03-24T23:30:00Z", "2022-03-25T00:00:00Z"))
    }

    @Test func readsRDFWithItemsBesideTheChannel() throws {
        let feed = try feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
             xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>C</title></channel>
            <item rdf:about="https://courier.example/a"><title>One</title><dc:date>2022-03-24</dc:date></item></rdf:RDF>
            """)
        #expect(feed.head.title?.value == "C")
        #expect(feed.items.map(\.id) == ["https://courier.example/a"])
        #expect(feed.items.map(\.updated) == ["2022-03-24"])
    }

    @Test func readsJSONFeed() {
        let text = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "The Courier", "home_page_url": "https://courier.example/",
             "items": [{"id": 7, "url": "https://courier.example/a", "title": "One", "content_text": "\(Self.prose)",
             "date_published": "2022-03-24T08:00:00Z", "authors": [{"name": "Ann Example"}]}]}
            """
        let article = StreamedInput(text, path: "feed.json").articles.first
        #expect(article?.metadata.headline == "One")
        #expect(article?.metadata.outlet == Outlet(name: "The Courier", domain: "courier.example"))
        #expect(article?.metadata.bylines == ["Ann Example"])
    }

    @Test func mendsWhatIsNotWellFormed() throws {
        let feed = try feed(
            "<rss><channel><title>Fish & chips &nbsp;&eacute;</title><item><title>One</title><media:thumb/><link>a?b=1&c=2</link>"
        )
        #expect(feed.head.title?.value == "Fish & chips \u{A0}é")
        #expect(feed.items.count == 1)
        #expect(feed.items.first?.link == "a?b=1&c=2")
    }

    @Test func takesTheDeclaredCharset() throws {
        let head = "<?xml version=\"1.0\" encoding=\"koi8-r\"?><rss><channel><title>"
        let feed = try FeedReader().feed(
            Array(head.utf8) + [0xED, 0xC9, 0xD2] + Array("</title></channel></rss>".utf8), path: "a.xml")
        #expect(feed.head.title?.value == "Мир")
    }

    @Test func opensNoFileForAnEntity() throws {
        let feed = try feed(
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel><title>a&x;b</title></channel></rss>"
        )
        #expect(feed.head.title?.value == "ab")
    }

    @Test(.timeLimit(.minutes(1))) func endsOnEntitiesThatExpandWithoutEnd() {
        let names = (0..<30).map { "<!ENTITY e\($0 + 1) \"\(String(repeating: "&e\($0);", count: 10))\">" }.joined()
        let text = "<!DOCTYPE rss [<!ENTITY e0 \"laugh\">\(names)]><rss><channel><title>&e30;</title></channel></rss>"
        let value = (try? feed(text))?.head.title?.value ?? ""
        #expect(value.utf8.count < 20 << 20)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "", "<", "<rss", "<rss>", "<html><body>No</body></html>", "<?xml?>", "&&&&",
            "<rss><channel><item><title><![CDATA[",
            "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": 5}", "\0", "{",
        ])
    func endsOnWhatIsNoFeed(text: String) {
        let input = StreamedInput(text, path: "a.xml")
        #expect(input.articles.isEmpty)
        #expect(input.refusals.count + input.documents.count <= 1)
    }

    @Test(.timeLimit(.minutes(1))) func endsOnElementsNestedWithoutEnd() {
        let input = StreamedInput("<rss>" + String(repeating: "<a>", count: 500_000), path: "a.xml")
        #expect(input.articles.isEmpty)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["<!--", "<![CDATA[", "&", "<a b=", "<a>&x;", "]]", "<?x "])
    func readsWhatRepeatsWithoutEndInTimeThatGrowsWithItsLength(text: String) {
        let input = StreamedInput("<rss>" + String(repeating: text, count: (1 << 19) / text.utf8.count), path: "a.xml")
        #expect(input.articles.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func refusesATagOfManyAttributes() {
        let attributes = (0..<200_000).map { " a\($0)=''" }.joined()
        let input = StreamedInput("<rss\(attributes)><channel/></rss>", path: "a.xml")
        #expect(input.refusals.map(\.code) == [.tooComplex])
        let text = String(repeating: "a=b ", count: 3_000)
        let item = "<item><title>Envoys</title><description><![CDATA[\(text)]]>\(text)</description></item>"
        #expect(StreamedInput("<rss><channel>\(item)</channel></rss>", path: "a.xml").articles.count == 1)
    }

    @Test func refusesAFeedOverItsLimit() {
        let input = StreamedInput([UInt8](repeating: 0x20, count: FeedReader.largestFeed + 1), path: "a.xml")
        #expect(input.refusals.map(\.code) == [.tooLarge])
    }

    @Test(arguments: [
        ("b", "https://a.example/x/y?z#f", "https://a.example/x/b"),
        ("/b", "https://a.example/x/", "https://a.example/b"),
        ("../b/./c", "https://a.example/x/y/", "https://a.example/x/b/c"),
        ("?q", "https://a.example/x", "https://a.example/x?q"),
        ("//b.example/", "https://a.example", "https://b.example/"), ("b", "https://a.example", "https://a.example/b"),
        ("../../../b", "https://a.example/x", "https://a.example/b"), ("mailto:a", "https://a.example/", "mailto:a"),
        ("é", "https://a.example/", "https://a.example/é"), ("b", "", "b"),
        ("", "https://a.example/x", "https://a.example/x"),
    ])
    func resolvesAddresses(text: String, base: String, result: String) throws {
        let feed = try feed("<rss><channel><item><link href=\"\(text)\"/></item></channel></rss>", base: base)
        #expect(feed.items.first?.links.first?.address == result)
    }
}
