import Testing

@testable import DemarcheEvaluation

@Suite struct ErrorPageTests {
    @Test func marksGoldAndPredictionByCause() throws {
        let html = ErrorPage(try ScorerTests.alignments(), title: "Errors").html
        #expect(html.contains("<summary>missed cue (1)"))
        #expect(html.contains("<summary>over-generation (5)"))
        #expect(html.contains("<p class=\"cause\">wrong source, direct, rule Behind</p>"))
        #expect(
            html.contains(
                "<span class=\"pt\">“</span><span class=\"gt pt\">We will wait 12 days</span><span class=\"pt\">,”</span>"
            ))
        #expect(!html.contains("<script"))
    }

    @Test func escapesAllThatComesFromFiles() {
        let hostile = "<b>\"x\"</b> & 'y' \u{0}\u{202E}"
        let marked = MarkedAttribution(source: [], cue: [], content: [0..<2], rule: hostile)
        let gold = GoldDocument(id: hostile, text: hostile, attributions: [marked])
        let html = ErrorPage([AttributionScorer().alignment(gold, [])], title: hostile).html
        #expect(!html.contains("<b>") && !html.contains("\u{0}") && !html.contains("\u{202E}"))
        #expect(html.contains("&lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp; &#39;y&#39; \u{FFFD}\u{FFFD}"))
        let extra = ErrorPage(
            [AttributionScorer().alignment(.init(id: "1", text: "word", attributions: []), [marked])], title: "")
        #expect(extra.html.contains("rule &lt;b&gt;"))
    }
}
