import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

struct HTMLMetadataTests {
    private func metadata(head: String = "", body: String = "<h1>Talks end</h1>") throws -> Metadata {
        try HTMLPage.courier(head: head, body: "<article>\(body)\(HTMLPage.paragraphs)</article>").reading.metadata
    }

    private func script(_ json: String) -> String { "<script type='application/ld+json'>\(json)</script>" }

    @Test func readsJSONLD() throws {
        let metadata = try metadata(
            head: script(
                """
                {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
                {"@type": ["NewsArticle"], "headline": "Talks end in Vell", "author": [{"name": "Ines Halvorsen"}, {"@id": "#jo"}],
                "publisher": {"name": "Harbour Courier"}, "datePublished": "2031-04-02T08:00:00Z", "dateModified": "2031-04-03"},
                {"@id": "#jo", "@type": "Person", "name": "Jo Reed"}]}
                """), body: "")
        #expect(metadata.headline == "Talks end in Vell")
        #expect(metadata.bylines == ["Ines Halvorsen", "Jo Reed"])
        #expect(metadata.outlet == Outlet(name: "Harbour Courier", domain: nil))
        #expect(metadata.published == RecordedDate(date: "2031-04-02", precision: .day, basis: .metadata))
        #expect(metadata.modified == RecordedDate(date: "2031-04-03", precision: .day, basis: .metadata))
    }

    @Test func readsMetaAndLinkElements() throws {
        let metadata = try metadata(
            head: """
                <title>Talks end | Harbour Courier</title><meta name=author content="By Ines Halvorsen and Jo Reed">
                <meta property=og:site_name content="Harbour Courier"><link rel=canonical href="https://www.courier.example/talks?x=1">
                <meta property=article:published_time content="2031-04-02"><meta itemprop="dateModified x" content="2031-04-04">
                """, body: "")
        #expect(metadata.headline == "Talks end")
        #expect(metadata.bylines == ["Ines Halvorsen", "Jo Reed"])
        #expect(metadata.outlet == Outlet(name: "Harbour Courier", domain: "courier.example"))
        #expect(metadata.url == "https://www.courier.example/talks?x=1")
        #expect(metadata.published?.date == "2031-04-02")
        #expect(metadata.modified?.date == "2031-04-04")
        #expect(metadata.language == "en")
    }

    @Test func takesAHeadlineThatIsShownBeforeWhatTheMetadataSays() throws {
        let head = "<meta property=og:title content='How the talks came to nothing'>"
        #expect(try metadata(head: head).headline == "Talks end")
    }

    @Test func takesNoNameOfASectionForTheHeadline() throws {
        let head = "<meta property=og:title content='Talks end without a paper'>"
        let body = "<h1>Ferry notes</h1><h2>Talks end without a paper</h2>"
        #expect(try metadata(head: head, body: body).headline == "Talks end without a paper")
        #expect(try metadata(head: head, body: "<h1>Ferry notes</h1>").headline == "Talks end without a paper")
    }

    @Test func takesNoDateOfAPageForThatOfAnArticle() throws {
        let head = script(#"{"@type": "WebPage", "datePublished": "2031-04-02"}"#)
        #expect(try metadata(head: head).published == nil)
    }

    @Test func takesAnOrganisationForTheAuthorOnlyWhenNobodyElseIsNamed() throws {
        let head = script(
            #"{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Harbour Courier"}}"#)
        #expect(try metadata(head: head).bylines == ["Harbour Courier"])
        let body = "<h1>Talks end</h1><p class=author>Ines Halvorsen</p>"
        #expect(try metadata(head: head, body: body).bylines == ["Ines Halvorsen"])
    }

    @Test func readsTheAuthorOfACardForSharing() throws {
        let head = "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Jo Reed'>"
        #expect(try metadata(head: head).bylines == ["Jo Reed"])
    }

    @Test func readsBylineAndDateFromTheArticle() throws {
        let metadata = try metadata(
            body: """
                <h1>Talks end</h1><p>By <a rel="author external" href=/i>Ines Halvorsen</a></p>
                <time datetime="soon">soon</time> <time datetime="2031-04-02T08:00">2 April</time>
                """)
        #expect(metadata.bylines == ["Ines Halvorsen"])
        #expect(metadata.published?.date == "2031-04-02")
    }

    @Test func triesTheNextSignalWhenADateIsMalformed() throws {
        let head = script(#"{"@type": "Article", "datePublished": "2031-13-40"}"#)
        let meta = "<meta property=article:published_time content='2031-04-02T00:00'>"
        #expect(try metadata(head: head + meta).published?.date == "2031-04-02")
    }

    @Test(arguments: [
        "{\"@type\": \"Article\", ", "", "[[[[", "nul\u{0}l", "{\"@type\": 3, \"author\": {\"name\": 4}}",
    ])
    func passesOverMalformedJSONLD(json: String) throws {
        let metadata = try metadata(head: script(json) + "<meta name=author content='Jo Reed'>")
        #expect(metadata.bylines == ["Jo Reed"])
        #expect(metadata.headline == "Talks end")
    }

    @Test(arguments: [
        "/talks", "javascript:alert(1)", "ftp://courier.example/", "https://", "https:///x", "http://a b/",
    ])
    func takesNoAddressThatIsNotOfTheWeb(href: String) throws {
        #expect(try metadata(head: "<link rel=canonical href='\(href)'>").url == nil)
    }

    @Test func takesTheStandfirstFromItsBlockAlone() throws {
        #expect(try metadata(head: "<meta name=description content='Words for search engines'>").standfirst == nil)
        let body = "<h1>Talks end</h1><p class=standfirst>The third round has failed.</p>"
        #expect(try metadata(body: body).standfirst == "The third round has failed.")
    }
}
