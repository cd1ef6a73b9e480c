import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

struct HTMLRefusalTests {
    @Test(arguments: ["<div>", "<b>", "<svg>", "<ul><li>"])
    func refusesAMillionNestedTagsAtOnce(tag: String) {
        let page = Array(String(repeating: tag, count: 1_000_000).utf8)
        let refusal = refusal(of: page)
        #expect(refusal?.code == .tooComplex)
        #expect(refusal?.reason.contains("512") == true)
    }

    /// Every new paragraph opens all unclosed formatting elements again.
    @Test func refusesFormattingThatMultiplies() {
        let formatting = (0..<300).map { "<b id=a\($0)>" }.joined()
        let page = Array(("<p>" + formatting + String(repeating: "<p>x", count: 1_000_000)).utf8)
        #expect(refusal(of: page)?.code == .tooComplex)
    }

    @Test func refusesATagWithAMillionAttributes() {
        let page = "<p " + (0..<1_000_000).map { "a\($0)" }.joined(separator: " ")
        #expect(refusal(of: Array(page.utf8))?.code == .tooComplex)
    }

    @Test(.timeLimit(.minutes(1))) func readsAPageOfManyScripts() throws {
        let scripts = String(repeating: "<script type=application/ld+json>1</script>", count: 100_000)
        #expect(try HTMLPage("<article>\(HTMLPage.paragraphs)</article>\(scripts)").texts(.paragraph).count == 2)
    }

    @Test func refusesAPageThatIsTooLongWithItsSizeAndTheLimit() {
        let refusal = refusal(of: [UInt8](repeating: 0x78, count: (16 << 20) + 1))
        #expect(refusal?.code == .tooLarge)
        #expect(
            refusal?.reason
                == "The page has 16777217 bytes; pages of at most 16777216 bytes are read. Save the article's text alone."
        )
    }

    @Test(arguments: ["", "<html></html>", "<p></p>", "<!--", "<frameset><frame src=x></frameset>"])
    func refusesAPageWithoutText(html: String) {
        let refusal = refusal(of: Array(html.utf8))
        #expect(refusal?.code == .notAnArticle)
        #expect(refusal?.reason.contains("no visible text") == true)
    }

    @Test func saysWhatItSawOnAPageThatIsNoArticle() {
        let refusal = refusal(of: Array("<h1>Harbour</h1><nav><a href=/>World</a></nav>".utf8))
        #expect(refusal?.path == "page.html")
        #expect(refusal?.reason.contains("1 headings and 1 blocks of page furniture were seen") == true)
    }

    @Test func readsWhatStandsBeforeAnUnclosedScript() throws {
        let page = try HTMLPage("<article>\(HTMLPage.paragraphs)</article><script>var a = '<p>never shown</p>'")
        #expect(page.texts(.paragraph).count == 2)
        #expect(!page.reading.text.string.contains("never"))
    }

    @Test func leavesOutNULBytes() throws {
        let page = try HTMLPage(bytes: Array("<article><p>No\0where\0 \0\0</p>\(HTMLPage.paragraphs)</article>".utf8))
        #expect(page.texts(.paragraph).first == "Nowhere")
    }

    /// Charsets are told before: what comes here is UTF-8.
    @Test func refusesBytesThatAreNotUTF8() throws {
        let bytes = Array("<article><p>caf".utf8) + [0xE9, 0xED, 0xA0, 0x80] + Array("</p>\(HTMLPage.paragraphs)".utf8)
        let refusal = try #require(throws: Refusal.self) { try HTMLPage(bytes: bytes) }
        #expect(refusal.code == .unreadable)
    }

    @Test func readsTheSamePageTheSameWay() throws {
        let first = try HTMLPage("<article>\(HTMLPage.paragraphs)</article>").reading
        let second = try HTMLPage("<article>\(HTMLPage.paragraphs)</article>").reading
        #expect(first.blocks == second.blocks && first.text == second.text && first.metadata == second.metadata)
    }
}
