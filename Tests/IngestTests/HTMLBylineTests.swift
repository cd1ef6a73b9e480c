import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

/// Names and dates that a page shows, or that its markup gives in other ways than the standards say.
struct HTMLBylineTests {
    private func metadata(head: String = "", _ lines: String) throws -> Metadata {
        let body = "<article><h1>Talks end</h1>\(lines)\(HTMLPage.paragraphs)</article>"
        let page = "<!doctype html><html lang=en><head>\(head)</head><body>\(body)</body></html>"
        return try Ingest().article(path: "a.html", bytes: Array(page.utf8)).metadata
    }

    @Test(arguments: [
        ("<p>By Ines Halvorsen</p>", ["Ines Halvorsen"]),
        ("<p>Written by</p><p>Ines Halvorsen</p>", ["Ines Halvorsen"]),
        ("<p>Words by Ines Halvorsen and Jo de Reed, Senior Editor</p>", ["Ines Halvorsen", "Jo de Reed"]),
        ("<p>2 April 2031 by Ines Halvorsen</p>", ["Ines Halvorsen"]),
        ("<p><a href=/author/ines>Ines Halvorsen</a></p>", ["Ines Halvorsen"]),
        ("<div class=post-author>Ines Halvorsen - April 2, 2031 · 5 min read</div>", ["Ines Halvorsen"]),
        ("<p>By <a rel=author href=/i>Ines Halvorsen</a>In <a href=/n>News</a></p>", ["Ines Halvorsen"]),
        ("<p><span>By</span><span>Ines Halvorsen</span></p>", ["Ines Halvorsen"]),
        ("<p>By <a rel=author href=/o>osprey77</a></p>", ["osprey77"]),
        ("<p>By <a rel=author>Ines Halvorsen</a>. Reviewed by <a rel=author>Jo Reed</a></p>", ["Ines Halvorsen"]),
        ("<p class=byline>Ines Halvorsen, MD, Editor</p>", ["Ines Halvorsen, MD"]),
        ("<aside class=post-author>Ines Halvorsen</aside>", ["Ines Halvorsen"]),
        ("<p>By the time they left, the lamp was out</p>", []), ("<p>By clicking here you agree</p>", []),
        ("<p>By Staff Writer</p>", []),
    ])
    func readsTheNamesThatThePageShows(lines: String, names: [String]) throws {
        #expect(try metadata(lines).bylines == names)
    }

    @Test func readsTheNameBelowTheArticle() throws {
        let closing = HTMLPage.paragraphs + "<p>This dispatch was written by Ines Halvorsen.</p>"
        #expect(try metadata(closing).bylines == ["Ines Halvorsen"])
    }

    @Test func prefersTheNameThatTheMarkupGivesToTheLineThatGoesOn() throws {
        let json = #"{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ines Halvorsen"}}"#
        let head = "<script type='application/ld+json'>\(json)</script>"
        #expect(try metadata(head: head, "<p>By Ines Halvorsen Harbour Desk</p>").bylines == ["Ines Halvorsen"])
    }

    @Test(arguments: ["admin", "undefined", "Webmaster", "—"])
    func takesNoStandInForAName(author: String) throws {
        #expect(try metadata(head: "<meta name=author content='\(author)'>", "").bylines.isEmpty)
    }

    @Test(arguments: [
        ("Ines Halvorsen &amp;amp; Jo Reed", ["Ines Halvorsen", "Jo Reed"]),
        ("Zo&amp;euml; O&amp;#x2019;Dell", ["Zoë O’Dell"]), ("Bj&amp;ouml;rn &amp;Lstrok;uk", ["Björn Łuk"]),
        ("Jo &amp;nosuch; Reed", ["Jo &nosuch; Reed"]),
        ("Jo&amp;#0;&amp;lt;/title&amp;gt; Reed", ["Jo\u{FFFD}</title> Reed"]),
        ("Reed &amp; Reed", ["Reed & Reed"]),
    ])
    func decodesReferencesInNames(author: String, names: [String]) throws {
        #expect(try metadata(head: "<meta name=author content='\(author)'>", "").bylines == names)
    }

    @Test func makesCreditsOfAgencies() throws {
        let metadata = try metadata(head: "<meta name=author content='Jo Reed &amp; Agencies'>", "")
        #expect(metadata.bylines == ["Jo Reed"])
        #expect(metadata.agencies == ["Agencies"])
    }

    @Test(arguments: [
        ("April 2, 2031", "2031-04-02"), ("2 Apr. 2031", "2031-04-02"), ("2nd of April 2031", "2031-04-02"),
        ("Thu, 04/24/2031 - 11:38", "2031-04-24"), ("02.04.2031", "2031-04-02"), ("24/04/2031", "2031-04-24"),
        ("2031/04/02", "2031-04-02"), ("Posted: Sept 2, 2031", "2031-09-02"), ("03/04/2031", nil),
        ("31 April 2031", nil),
        ("April 2", nil), ("Room 12 31 2031", nil),
    ])
    func readsTheDateThatThePageShows(line: String, date: String?) throws {
        let published = try metadata("<p>\(line)</p>").published
        #expect(published?.date == date)
        #expect(published == nil || published?.basis == .text)
    }

    @Test func tellsAChangeFromThePublication() throws {
        let metadata = try metadata("<p>Last updated: 5 April 2031</p><p>Published</p><p>2 April 2031</p>")
        #expect(metadata.modified?.date == "2031-04-05")
        #expect(metadata.published?.date == "2031-04-02")
        #expect(try self.metadata("<p>Updated 5 April 2031</p>").published == nil)
    }

    @Test func readsBothDatesOfALine() throws {
        let metadata = try metadata("<p>Published 2 April 2031. Updated on 5 April 2031</p>")
        #expect(metadata.published?.date == "2031-04-02")
        #expect(metadata.modified?.date == "2031-04-05")
    }

    @Test func readsADateAmongWhatThePageSaysAboutItself() throws {
        let lines = "<aside><p>Published</p><p>2 April 2031</p></aside>"
        #expect(try metadata(lines).published?.date == "2031-04-02")
        #expect(
            try metadata("<aside class=post-meta><time>2 April 2031</time></aside>").published?.date == "2031-04-02")
    }

    @Test func readsALabelledDateBelowTheArticleWhenItIsTheOnlyOne() throws {
        let article = "<main><article><h1>Talks end</h1>\(HTMLPage.paragraphs)</article></main>"
        let contents = String(repeating: "<li>Notes</li>", count: 20)
        let below = "<footer><ul>\(contents)</ul><h3>Publish date</h3><p>2 April 2031</p></footer>"
        func published(_ body: String) throws -> RecordedDate? {
            try Ingest().article(path: "a.html", bytes: Array("<!doctype html>\(body)".utf8)).metadata.published
        }
        #expect(try published(article + below)?.date == "2031-04-02")
        #expect(try published(article + below + "<footer><h3>Publish date</h3><p>9 May 2031</p></footer>") == nil)
    }

    /// Systems that set a page up anew put that day into the markup.
    @Test func takesAnEarlierDayThatThePageShows() throws {
        let head = "<meta property=article:published_time content='2031-04-02'>"
        #expect(try metadata(head: head, "<p>March 9, 2028</p>").published?.date == "2028-03-09")
    }

    /// Markup often counts days by another zone than the outlet.
    @Test func takesTheDayThatThePageShows() throws {
        let head = "<meta property=article:published_time content='2031-04-02T23:30:00Z'>"
        #expect(try metadata(head: head, "<p>April 3, 2031</p>").published?.date == "2031-04-03")
        #expect(try metadata(head: head, "<p>April 9, 2031</p>").published?.date == "2031-04-02")
    }

    @Test(arguments: [
        "{\"@type\": \"NewsArticle\", \"datePublished\": \"Apr 02, 2031\",}",
        "//<![CDATA[\n{\"@type\": \"NewsArticle\", \"headline\": \"Two\nlines\", \"datePublished\": \"2031-04-02\"}\n//]]>",
        "<!-- {\"@type\": \"LiveBlogPosting\", \"datePublished\": \"2031-04-02\"} -->",
    ])
    func mendsJSONLD(json: String) throws {
        let head = "<script type='application/ld+json'>\(json)</script>"
        #expect(try metadata(head: head, "").published?.date == "2031-04-02")
    }

    @Test(arguments: [String(repeating: "{,", count: 200_000), String(repeating: "[1,]", count: 100_000) + "]"])
    func mendsHostileJSONAtOnce(json: String) throws {
        #expect(try metadata(head: "<script type='application/ld+json'>[\(json)}</script>", "").headline == "Talks end")
    }
}
