import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText
import TestSupport
import Testing

/// The day of writing where no metadata give it, and what is counted from it.
@Suite struct WritingDayTests {
    private static func times(
        _ text: String, published: Substring? = nil, kinds: [Int: Block.Kind] = [:]
    ) -> ArticleTimes {
        var article = Article.made(text, kinds: kinds)
        article.metadata.published = published.flatMap { RecordedDate(iso: $0, basis: .given) }
        return TestModel.annotator().annotate(article).times
    }

    @Test func boundsTheDayByANamedDayToCome() throws {
        let text = """
            The envoys parted on November 3, 2017 without a word. On Monday they were asked back.

            Thursday, March 8 will mark one year since the bridge was shut. The talks resume on March 12.
            """
        let times = Self.times(text)
        let days = try #require(times.derived).days
        #expect(days.lowerBound.iso == "2017-11-03")
        #expect(days.upperBound.iso == "2018-03-07")
        #expect(times.written == nil)
        let found = times.expressions.map { $0.edtf ?? $0.unresolved ?? "" }
        #expect(
            found
                == ["2017-11-03", "no publication date", "2018-03-08", "P1Y", "2018-03-12"].map {
                    $0 == "P1Y" ? "" : $0
                })
    }

    @Test func takesTheDayFromToday() throws {
        let text = """
            The bridge was shut on June 14, 2016. Today, Tuesday, August 23, the governor resigned. On Monday he had refused.
            """
        let times = Self.times(text)
        #expect(times.written?.day.iso == "2016-08-23")
        #expect(times.written?.source == .text)
        #expect(times.expressions.map(\.edtf).last == "2016-08-22")
    }

    @Test(arguments: [
        "Thursday, March 8 will mark one year since the bridge was shut.",
        "The bridge was shut on June 14, 2016. The governor will speak on August 23.",
        "The bridge was shut on June 14, 2016. The governor spoke on Tuesday, August 23.",
        "The bridge was shut on June 14, 2016. The governor will speak on Tuesday, February 30.",
        "A plan for January 5, 2030 is ready and will be read. Monday, January 1 will see a vote.",
    ])
    func derivesNothingThatIsNotCertain(text: String) { #expect(Self.times(text).derived == nil) }

    @Test func readsCaptionsForYears() throws {
        let text =
            "The envoys in Port Ansel on November 3, 2017.\n\nThursday, March 8 will mark one year since the bridge was shut."
        #expect(Self.times(text, kinds: [0: .caption]).derived?.days.upperBound.iso == "2018-03-07")
    }

    @Test func leavesAKnownDayAlone() {
        let times = Self.times("Thursday, March 8 will mark one year since November 3, 2017.", published: "2018-03-01")
        #expect(times.derived == nil)
        #expect(times.written?.source == .publication)
    }

    @Test(arguments: [
        ("PORT ANSEL, July 12 — The province seceded on Monday.", "1960-07-13", "1960-07-11"),
        ("PORT ANSEL, July 12, 1960 — The province seceded on Monday.", nil, "1960-07-11"),
        ("PORT ANSEL, March 1 — The province seceded on Monday.", "1960-07-13", "1960-07-11"),
    ])
    func countsFromTheDateline(text: String, published: Substring?, monday: String) {
        #expect(Self.times(text, published: published).expressions.map(\.edtf) == [monday])
    }

    @Test func readsTheHeadlinesPresentAsPast() {
        let text = "Governor resigns on Sunday\n\nThe governor resigns on Sunday."
        let times = Self.times(text, published: "1979-11-06", kinds: [0: .headline])
        #expect(times.expressions.map(\.edtf) == ["1979-11-04", "1979-11-11"])
    }

    @Test func findsTheExpressionsOfABlock() {
        let times = Self.times("He left in May 1982.\n\nNothing here.\n\nShe came in 1983 and stayed till 1984.")
        #expect((0..<3).map { times.expressions(inBlock: $0).count } == [1, 0, 2])
    }

    @Test(arguments: [
        "the day after ", "early ", "first half of ", "the end of ", "3 days before ", "the eve of ", "Christmas last ",
    ])
    func endsWhereExpressionsStandInEachOther(words: String) {
        let times = Self.times(String(repeating: words, count: 400) + "May 3, 1982.", published: "2022-03-16")
        #expect(times.expressions.contains { $0.edtf?.hasPrefix("198") == true })
    }

    @Test func takesHostileTextInStride() {
        let marks = [
            "2022-", "-", "–", "'", "the ", "last ", "99999999999999", "BC ", "May ", "first ", "of ", "½", "\u{0}",
            "٣ ",
        ]
        for seed in 0..<60 {
            let text = (0..<40).map { marks[(seed * 31 + $0 * ($0 + seed)) % marks.count] }.joined()
            let times = Self.times("Talks " + text, published: "2022-03-16")
            #expect(times.expressions.allSatisfy { $0.span.start < $0.span.end })
        }
    }
}
