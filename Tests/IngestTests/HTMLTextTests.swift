import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

struct HTMLTextTests {
    @Test(arguments: [
        ("Zo\u{EB}&nbsp;said &ldquo;no&rdquo; &amp; left&#46;", "Zo\u{EB}\u{A0}said \u{201C}no\u{201D} & left."),
        ("  two \n\t <b>bold</b>words  ", "two boldwords"),
        ("co\u{AD}op\u{200B}erate", "cooperate"),
        ("&#xD800;&#0;x", "\u{FFFD}\u{FFFD}x"),
        ("\u{A0} edge \u{A0}", "edge"),
        ("<i>one</i> <i>two</i>", "one two"),
    ])
    func rendersInlineTextAsABrowserDoes(markup: String, text: String) throws {
        let page = try HTMLPage.courier(body: "<article><p>\(markup)</p>\(HTMLPage.paragraphs)</article>")
        let first = try #require(page.reading.blocks.first)
        #expect(page.reading.text[first.span] == text)
    }

    @Test func countsOffsetsInBytesOfUTF8() throws {
        let page = try HTMLPage.courier(
            body:
                "<article><h1>Žofie & 東京 🚢</h1><p>Příliš žluťoučký kůň úpěl ďábelské ódy nad mořem i nad řekou.</p></article>"
        )
        let blocks = page.reading.blocks
        #expect(blocks.map(\.span) == [TextSpan(0, 20), TextSpan(22, page.reading.text.utf8Count)])
        #expect(blocks.allSatisfy { page.reading.text.holds($0.span) })
        #expect(page.texts(.headline) == ["Žofie & 東京 🚢"])
    }

    @Test func partsBlocksByAnEmptyLine() throws {
        let page = try HTMLPage.courier(body: "<article>\(HTMLPage.paragraphs)</article>")
        let texts = page.reading.blocks.map { String(page.reading.text[$0.span]) }
        #expect(page.reading.text.string == texts.joined(separator: "\n\n"))
    }

    /// The parser is fed in chunks, which end inside words, characters and tags.
    @Test func readsThePageThatIsLongerThanAChunk() throws {
        let paragraph = "<p class='long x'>Žluťoučký &amp; <b>velmi</b> dlouhý odstavec textu o jednání v přístavu.</p>"
        let page = try HTMLPage.courier(body: "<article>" + String(repeating: paragraph, count: 2_000) + "</article>")
        #expect(page.texts(.paragraph).count == 2_000)
        #expect(Set(page.texts(.paragraph)) == ["Žluťoučký & velmi dlouhý odstavec textu o jednání v přístavu."])
    }
}
