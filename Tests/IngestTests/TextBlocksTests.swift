import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

@Suite struct TextBlocksTests {
    private static let body = [
        "VADUZ, March 24 (Reuters) — The envoys met for nine hours on Thursday, and they will meet again next week.",
        "“We do not yield,” said Ann Example, the envoy of Ruritania, when she left the hall in the evening.",
        "Nobody else spoke to the reporters who had waited for them since the early morning.",
    ]

    private static let front = """
        Envoys part in Vaduz without a word

        Nine hours of talks about the bridge ended on Thursday, and no paper was signed.

        By Ana Kovač and Jo Reed

        March 24, 2022

        """

    private func read(_ text: String, path: String = "a.txt") throws -> Article {
        try Ingest().article(path: path, bytes: Array(text.utf8))
    }

    @Test func partsTheEntriesOfALiveBlog() throws {
        let article = try read(
            "Crossing talks: all updates\n\nThis page is closed now. 24 Mar 2022 - 20:21 GMT Ruritania said that it “will stay.” "
                + "24 Mar 2022 - 9:05 GMT The envoys of both sides came to the bridge in the morning.")
        #expect(
            article.blocks.map { String(article.text[$0.span]) } == [
                "Crossing talks: all updates", "This page is closed now.", "24 Mar 2022 - 20:21 GMT",
                "Ruritania said that it “will stay.”", "24 Mar 2022 - 9:05 GMT",
                "The envoys of both sides came to the bridge in the morning.",
            ])
        #expect(article.blocks.map(\.kind).filter { $0 == .dateline }.count == 2)
    }

    @Test(arguments: [
        "The gate was shut on 24 Mar 2022 20:21 GMT by an officer of the guard, he said in a letter to the envoys.",
        "The envoys left. 24 March 2022 was the day on which the gate was shut at 20:21, as the officer of the guard said.",
    ])
    func leavesADateInASentence(line: String) throws {
        let article = try read("Envoys part in Vaduz\n\n\(line)")
        #expect(article.blocks.map { String(article.text[$0.span]) } == ["Envoys part in Vaduz", line])
    }

    private func kind(_ words: String, _ article: Article) -> Block.Kind? { block(words, article)?.kind }

    private func block(_ words: String, _ article: Article) -> Block? {
        article.blocks.first { article.text[$0.span].contains(words) }
    }

    @Test func makesCreditsOfAgenciesInAByline() throws {
        let article = try read(Self.whole.replacing("By Ana Kovač and Jo Reed", with: "By Ana Kovač & Agencies"))
        #expect(article.metadata.bylines == ["Ana Kovač"])
        #expect(article.metadata.agencies.contains("Agencies"))
    }

    private static var whole: String { front + "\n" + body.joined(separator: "\n\n") + "\n" }

    @Test func tellsTheFrontFromTheBody() throws {
        let article = try read(Self.whole)
        #expect(
            article.blocks.map(\.kind) == [
                .headline, .standfirst, .byline, .dateline, .paragraph, .paragraph, .paragraph,
            ])
        #expect(article.metadata.headline == "Envoys part in Vaduz without a word")
        #expect(article.metadata.standfirst?.hasPrefix("Nine hours") == true)
        #expect(article.metadata.bylines == ["Ana Kovač", "Jo Reed"])
        #expect(article.metadata.published == RecordedDate(date: "2022-03-24", precision: .day, basis: .text))
    }

    @Test(arguments: [
        "March 24, 2022", "24 March 2022", "Published: 24 March 2022", "Thursday, March 24, 2022", "2022-03-24",
        "Mar. 24, 2022",
        "Updated on March 24, 2022", "24 Mar 2022 - 20:21 GMT", "March 24, 2022, 8:21 PM",
        "Updated 24 March 2022 at 20:21",
    ])
    func readsADateOnALineOfItsOwn(line: String) throws {
        let article = try read("Envoys part in Vaduz\n\n\(line)\n\n" + Self.body.joined(separator: "\n\n"))
        #expect(kind(line, article) == .dateline)
        #expect(article.metadata.published?.date == "2022-03-24")
    }

    @Test(arguments: ["Feb. 30, 2022", "March 24", "Room 24, 2022"])
    func takesNoOtherLineForADate(line: String) throws {
        let article = try read("Envoys part in Vaduz\n\n\(line)\n\n" + Self.body.joined(separator: "\n\n"))
        #expect(article.metadata.published == nil)
    }

    @Test func creditsTheAgencyOfTheDateline() throws {
        #expect(try read(Self.whole).metadata.agencies == ["Reuters"])
        let other = "Envoys part\n\nThe envoys (three of them) met — for nine hours — on Thursday in the hall.\n"
        #expect(try read(other).metadata.agencies == [])
    }

    @Test func tellsHeadingsFromParagraphs() throws {
        let article = try read(Self.front + "\n" + Self.body[0] + "\n\nWhat comes next\n\n" + Self.body[1] + "\n")
        #expect(kind("What comes next", article) == .heading)
        let markdown = try read(
            "# Envoys part\n\n\(Self.body[1])\n\n## What comes next\n\n> \(Self.body[2])\n", path: "a.md")
        #expect(markdown.blocks.map(\.kind) == [.headline, .paragraph, .heading, .quotation])
        #expect(markdown.metadata.headline == "Envoys part")
    }

    @Test func tellsCaptionsByTheirCredit() throws {
        let picture = "The envoys at the door of the hall in Vaduz. (Photo by Jo Reed)"
        let article = try read("Envoys part\n\n\(picture)\n\n" + Self.body.joined(separator: "\n\n"))
        #expect(kind("at the door", article) == .caption)
        let credited = try read(
            "Envoys part\n\nThe envoys at the door\n\nPhoto: AFP\n\n" + Self.body.joined(separator: "\n\n"))
        #expect(kind("at the door", credited) == .caption)
        #expect(block("Photo: AFP", credited)?.reason == .credit)
    }

    @Test(arguments: [
        ("Share this:", Block.Reason.share), ("Related Posts", .related), ("Trending stories:", .related),
        ("Read more: The bridge that nobody built", .related), ("Advertisement", .sponsor),
        ("Sponsored by the Example Bank", .sponsor), ("Become a patron and support us every month!", .appeal),
        ("Please consider disabling your ad blocker.", .appeal), ("All comments", .comments),
        ("Leave a comment", .comments),
        ("Jo Reed / AFP / Getty Images", .credit), ("Home > World > Envoys part in Vaduz", .navigation),
        ("Home\u{A0} >\u{A0}\u{A0}World\u{A0} > Envoys part in Vaduz", .navigation),
        ("© 2022 The Example Post", .notice), ("example.org", .related),
    ])
    func marksFurnitureWithItsReason(line: String, reason: Block.Reason) throws {
        let article = try read(
            Self.front + "\n" + Self.body[0] + "\n\n\(line)\n\n" + Self.body[1] + "\n\n" + Self.body[2])
        #expect(block(line, article)?.kind == .boilerplate)
        #expect(block(line, article)?.reason == reason)
        #expect(kind("We do not yield", article) == .paragraph)
    }

    @Test(arguments: [
        "He asked them to share this burden with all of us in the coming years.",
        "She said that nothing in print is related to the email of the minister.",
    ])
    func leavesProseWithTheSameWordsAlone(line: String) throws {
        let article = try read(Self.front + "\n" + Self.body[0] + "\n\n\(line)\n\n" + Self.body[1])
        #expect(kind(line, article) == .paragraph)
    }

    @Test func marksTheListUnderALabelAndTheTail() throws {
        let article = try read(
            Self.whole + "\nTrending stories:\n\nA bridge falls in Strelsau\n\nTen kings and a cat\n\n")
        #expect(block("A bridge falls", article)?.reason == .related)
        #expect(block("Ten kings", article)?.reason == .related)
        #expect(kind("Nobody else spoke", article) == .paragraph)
    }

    @Test func marksWhatIsSaidTwice() throws {
        let article = try read(
            Self.whole + "\nEnvoys part in Vaduz without a word\n\n" + Self.body[1].replacing("hall", with: "house")
                + "\n")
        let headlines = article.blocks.filter { article.text[$0.span] == "Envoys part in Vaduz without a word" }
        #expect(headlines.map(\.kind) == [.headline, .boilerplate])
        #expect(headlines.last?.reason == .repeat)
    }

    @Test func marksTheOpinionOfTheOutletUpToTheNextHeading() throws {
        let text =
            "Envoys part\n\n\(Self.body[0])\n\nOur Take\n\n\(Self.body[1])\n\nWhat comes next\n\n\(Self.body[2])\n"
        let article = try read(text)
        #expect(article.blocks.map(\.kind) == [.headline, .paragraph, .heading, .opinion, .heading, .paragraph])
        let column = try read("Opinion: Envoys should talk\n\n" + Self.body.joined(separator: "\n\n"))
        #expect(column.blocks.dropFirst().allSatisfy { $0.kind == .opinion })
    }

    @Test func joinsHardWrappedLines() throws {
        let wrapped = """
            Envoys part in Vaduz without a word

            The envoys met for nine hours on Thursday in the old hall of
            the town, and they will meet again next week when the
            governments have read what their delegations brought home
            from the talks.

            Nobody else spoke to the reporters who had waited in front of
            the house since the early morning, and the doors were closed
            when the last car had left the yard.

            """
        let article = try read(wrapped)
        #expect(article.blocks.map(\.kind) == [.headline, .paragraph, .paragraph])
        #expect(block("nine hours", article).map { article.text[$0.span].hasSuffix("from the talks.") } == true)
        let crlf = try read(wrapped.replacing("\n", with: "\r\n"))
        #expect(crlf.blocks.map(\.kind) == [.headline, .paragraph, .paragraph])
    }

    private static let shapes = [
        whole, whole.replacing("\n", with: "\r\n"), whole.replacing("\n", with: "\r"), "\n\n  " + whole + "\t\n\n",
        "\u{3000}" + whole + "\u{A0}\u{2028}", whole + "Share this:\n\nRelated\n\nTen kings\n🚀 总统 e\u{301}",
        "One line only, and it is an article of eight words.", whole.replacing("\n\n", with: "\n"),
    ]

    @Test(arguments: shapes) func coversAllButWhiteSpaceInOrder(text: String) throws {
        let article = try read(text)
        #expect(Array(article.text.string.utf8) == Array(text.utf8))
        var end = 0
        for block in article.blocks + [Block(.paragraph, TextSpan(article.text.utf8Count, article.text.utf8Count))] {
            try #require(article.text.holds(block.span) && block.span.start >= end)
            let between = article.text[TextSpan(end, block.span.start)]
            #expect(between.unicodeScalars.allSatisfy { $0.properties.isWhitespace }, "\(between)")
            end = block.span.end
        }
        #expect(article.blocks.allSatisfy { !$0.span.isEmpty && ($0.kind == .boilerplate) == ($0.reason != nil) })
    }
}
