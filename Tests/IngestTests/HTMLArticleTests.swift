import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

/// Which part of a page is its article, where the markup does not say it plainly.
struct HTMLArticleTests {
    private static func paragraph(_ number: Int) -> String {
        "<p>Paragraph \(number) tells at some length how the delegations spent another day in the harbour town of Vell.</p>"
    }

    /// So many paragraphs, each in a section with wrappers of its own.
    private static func sections(_ count: Int) -> String {
        (1...count).map { "<section><div><div>\(paragraph($0))</div></div></section>" }.joined()
    }

    @Test func findsAnArticleThatIsPartedIntoSections() throws {
        let page = try HTMLPage.courier(body: "<div id=page><h1>Talks end</h1>\(Self.sections(6))</div>")
        #expect(page.texts(.paragraph).count == 6)
    }

    @Test func leavesOutArticlesBelowTheArticle() throws {
        let other = "<article><h2>Ferries stay in port</h2>\(Self.paragraph(8))</article>"
        let page = try HTMLPage.courier(
            body:
                "<div><article><h1>Talks end</h1>\((1...6).map(Self.paragraph).joined())</article>\(other)\(other)</div>"
        )
        #expect(page.texts(.paragraph).count == 6)
    }

    @Test func takesItemsUnderLinkedHeadingsForTeasers() throws {
        let teaser =
            "<li><h3><a href=/f>Ferries stay in port</a></h3><p>Every ferry stayed in port on Wednesday.</p></li>"
        let page = try HTMLPage.courier(
            body: "<article><h1>Talks end</h1>\(HTMLPage.paragraphs)<ul>\(teaser)\(teaser)</ul></article>")
        #expect(page.texts(.paragraph).count == 2)
        #expect(page.reason(of: "Every ferry stayed in port on Wednesday.") == .related)
    }

    @Test func keepsLinksThatAreHeadingsAndItemsOfTheText() throws {
        let page = try HTMLPage.courier(
            body: """
                <article><h1>Talks end</h1>\(HTMLPage.paragraphs)<h2><a href=/v>The town of Vell</a></h2>
                <ul><li><a href=/b>A bridge</a></li><li>a lighthouse that two keepers have looked after for years</li></ul>
                <p>The keepers went home at noon, and nobody lit the lamp on the evening of that day.</p></article>
                """)
        #expect(page.texts(.heading) == ["The town of Vell"])
        #expect(page.texts(.paragraph).contains("A bridge"))
    }

    /// React sends parts of a page late, hidden until a script moves them to their place.
    @Test func readsPartsThatAScriptWouldShow() throws {
        let page = try HTMLPage.courier(
            body: "<div id=root></div><div hidden id='S:0'><main>\((1...3).map(Self.paragraph).joined())</main></div>"
                + "<div hidden id=other>\(Self.paragraph(9))</div>")
        #expect(page.texts(.paragraph).count == 3)
    }

    @Test(arguments: ["imageEmbedCaption", "wp-caption-text", "InlineImage-photoCaption"])
    func readsNamesThatJoinWordsByCapitals(name: String) throws {
        let page = try HTMLPage.courier(
            body:
                "<article><h1>Talks end</h1><div class=\(name)>The table before the talks</div>\(HTMLPage.paragraphs)</article>"
        )
        #expect(page.texts(.caption) == ["The table before the talks"])
    }

    /// Made-up names hold short words by chance.
    @Test func takesNoWordOutOfAMadeUpName() throws {
        let page = try HTMLPage.courier(
            body:
                "<article><h1>Talks end</h1>\(HTMLPage.paragraphs)<div class='sc-xAdk3 hNavQ'>\(Self.paragraph(1))</div></article>"
        )
        #expect(page.texts(.paragraph).count == 3)
    }

    @Test func takesALineThatNamesItsPictureForACaption() throws {
        let page = try HTMLPage.courier(
            body:
                "<article><h1>Talks end</h1><div>The harbour at noon (Image: J. Oduya)</div>\(HTMLPage.paragraphs)</article>"
        )
        #expect(page.texts(.caption) == ["The harbour at noon (Image: J. Oduya)"])
    }

    @Test func keepsQuestionsThatStandInAnInterviewTwice() throws {
        let question = "<p>And what would you have done in the place of the minister on that long evening in Vell?</p>"
        let article =
            "<article><h1>Talks end</h1>\(question)\(Self.paragraph(1))\(question)\(Self.paragraph(2))</article>"
        let reading = try Ingest().article(path: "a.html", bytes: Array("<!doctype html>\(article)".utf8))
        #expect(reading.blocks.count { $0.kind == .paragraph } == 4)
    }

    @Test(arguments: [
        ("Jo Reed contributed to this report.", Block.Reason.credit), ("(Reporting by Jo Reed)", .credit),
        ("Follow @courier on the network of your choice", .share),
        ("This website uses cookies to remember you.", .notice),
        ("Get the latest from Vell in your inbox every day.", .appeal), ("You might also like", .related),
    ])
    func saysWhyALineOfTheArticleIsFurniture(line: String, reason: Block.Reason) throws {
        let page = try HTMLPage.courier(
            body: "<article><h1>Talks end</h1>\(HTMLPage.paragraphs)<p>\(line)</p></article>")
        #expect(page.reason(of: line) == reason)
    }

    @Test func readsAnArticleThatCallsItselfOpinion() throws {
        let body = "<article><h1>Talks end</h1>\(HTMLPage.paragraphs)</article>"
        let page = try HTMLPage.courier(head: "<meta property=article:section content='World / Opinion'>", body: body)
        #expect(page.texts(.opinion).count == 2)
        #expect(try HTMLPage.courier(body: body).texts(.opinion).isEmpty)
    }

    /// Nested lists, linked headings and articles without end are read in time that grows with their number.
    @Test(arguments: [
        "<article><p>x</p>", "<li><h2><a href=/>x</a></h2></li>",
        "<section><div><p>A few words that are long enough to count.</p>",
    ])
    func readsHostileNestingAtOnce(markup: String) {
        let page = Array((String(repeating: markup, count: 20_000)).utf8)
        _ = refusal(of: page)
    }
}
