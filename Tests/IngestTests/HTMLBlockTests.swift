import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

struct HTMLBlockTests {
    private static let article = """
        <nav><a href=/>World</a></nav>
        <main><article>
        <h1>Talks end without a deal</h1>
        <p class="article__standfirst">Both sides blame the other for the failure of the third round.</p>
        <div class=byline>By Ines Halvorsen</div>
        \(HTMLPage.paragraphs)
        <h2>What happens next</h2>
        <figure><img src=a.jpg><figcaption>The delegations at the table <span class=credit>J. Oduya</span></figcaption></figure>
        <blockquote>No one leaves this room a winner, and everybody in it knows that very well.</blockquote>
        <ul><li>The fourth round begins on Friday in the harbour town of Vell.</li></ul>
        <div class="related-stories"><a href=/x>Ferries stay in port</a></div>
        <div class="social-share">Tell a friend</div>
        <div class="newsletter-box">Our letter every morning</div>
        <div class="ad-slot">Buy a boat</div>
        <section id=comments><p>First! This is what one reader had to say about the whole affair.</p></section>
        </article></main>
        <aside><p>Weather: rain along the coast until the end of the week, then clear.</p></aside>
        <footer>Harbour Courier Ltd</footer>
        """

    @Test func tellsThePartsOfAnArticleApart() throws {
        let page = try HTMLPage.courier(body: Self.article)
        #expect(page.texts(.headline) == ["Talks end without a deal"])
        #expect(page.texts(.standfirst) == ["Both sides blame the other for the failure of the third round."])
        #expect(page.texts(.byline) == ["By Ines Halvorsen"])
        #expect(page.texts(.heading) == ["What happens next"])
        #expect(page.texts(.caption) == ["The delegations at the table"])
        #expect(page.texts(.quotation).count == 1)
        #expect(page.texts(.paragraph).count == 3)
    }

    @Test(arguments: [
        ("World", Block.Reason.navigation), ("Ferries stay in port", .related), ("Tell a friend", .share),
        ("Our letter every morning", .appeal), ("Buy a boat", .sponsor), ("J. Oduya", .credit),
        ("First! This is what one reader had to say about the whole affair.", .comments),
        ("Weather: rain along the coast until the end of the week, then clear.", .related),
        ("Harbour Courier Ltd", .navigation),
    ])
    func saysWhyABlockIsNotTheArticle(text: String, reason: Block.Reason) throws {
        #expect(try HTMLPage.courier(body: Self.article).reason(of: text) == reason)
    }

    @Test func keepsBoilerplateInTheTextInDocumentOrder() throws {
        let page = try HTMLPage.courier(body: Self.article)
        #expect(page.reading.text.string.hasPrefix("World\n\nTalks end without a deal\n\n"))
        #expect(page.reading.text.string.hasSuffix("\n\nHarbour Courier Ltd"))
        #expect(page.reading.blocks.map(\.span) == page.reading.blocks.map(\.span).sorted())
    }

    @Test func findsAnArticleWithoutAnyArticleElement() throws {
        let teasers =
            "<div class=x><p>Short one</p><p><a href=/y>Another story that one may want to read some day</a></p></div>"
        let page = try HTMLPage.courier(
            body: "<h1>Talks end</h1>\(teasers)<div><div id=text>\(HTMLPage.paragraphs)</div></div>\(teasers)")
        #expect(page.texts(.paragraph).count == 2)
        #expect(page.texts(.headline) == ["Talks end"])
    }

    @Test func ignoresTheClassOfAWrapper() throws {
        let page = try HTMLPage.courier(
            body: "<div class='page ad-enabled sidebar-right'><h1>Talks end</h1>\(HTMLPage.paragraphs)</div>")
        #expect(page.texts(.paragraph).count == 2)
    }

    @Test func takesTheHeadlineAndStandfirstBeforeTheMainContent() throws {
        let page = try HTMLPage.courier(
            body: """
                <header><h1>Talks end</h1><p class=dek>The third round has failed.</p><p>Sections</p></header>
                <div itemprop=articleBody>\(HTMLPage.paragraphs)</div>
                """)
        #expect(page.texts(.headline) == ["Talks end"])
        #expect(page.texts(.standfirst) == ["The third round has failed."])
        #expect(page.reason(of: "Sections") == .navigation)
    }

    @Test func doesNotTakeTheOutletForTheHeadline() throws {
        let page = try HTMLPage.courier(
            head: "<meta property=og:site_name content='Harbour Courier'><meta property=og:title content='Talks end'>",
            body: "<h1>Harbour Courier</h1><article><h2>Talks end</h2>\(HTMLPage.paragraphs)</article>")
        #expect(page.texts(.headline) == ["Talks end"])
    }

    @Test func breaksABlockAtADoubledLineBreak() throws {
        let page = try HTMLPage.courier(
            body: """
                <article>The first paragraph stands here without any element of its own.<br>It goes on.<br>&nbsp;<br>
                The second one begins after two line breaks, as old pages have it.</article>
                """)
        #expect(
            page.texts(.paragraph) == [
                "The first paragraph stands here without any element of its own. It goes on.",
                "The second one begins after two line breaks, as old pages have it.",
            ])
    }

    @Test func leavesOutWhatIsNotShown() throws {
        let hidden = """
            <script>var a</script><style>b{}</style><noscript>c</noscript><template>d</template><svg><text>e</text></svg>
            <select><option>f</select><button>g</button><textarea>h</textarea><p hidden>i</p><p style="Display : none">j</p>
            <span aria-hidden=true>k</span><iframe>l</iframe>
            """
        let page = try HTMLPage.courier(body: "<article>\(hidden)\(HTMLPage.paragraphs)</article>")
        #expect(page.reading.blocks.count == 2)
    }
}
