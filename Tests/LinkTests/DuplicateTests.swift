import DemarcheRecords
import DemarcheSourceText
import Foundation
import TestSupport
import Testing

@testable import DemarcheLink

/// Articles that share text, about an invented crisis.
@Suite struct DuplicateTests {
    private static let wire = """
        STRELSAU, Nov 5 (Reuters) – The river commission of Ruritania closed the upper lock on Monday after two barges from \
        Graustark had anchored in front of it without a pilot.
        The commission gave no date for the lock to open again, and its clerk would not say whether the barges would be towed.
        Millers on both banks said that they had grain for nine days and asked the two courts to settle the matter at once.
        In Edelweiss the harbour office called the closure a breach of the treaty of 1894 and recalled its delegate from the \
        joint board, which had been due to meet on Thursday.
        """

    private static let longer = """
        For weeks the quarrel over the river has filled the front pages of both capitals, and few remember how it began.
        Our correspondent walked along the quays, where boys were selling roasted chestnuts to sailors who had nothing to do.
        A retired lockkeeper showed him the old gauge and the notches that every flood since his youth had left on the wall.
        He talked of the winter when ice broke the gates, and of the summer in which one could wade across with dry knees.

        """

    private func article(
        _ text: String, _ number: Int, outlet: String? = nil, url: String? = nil, kinds: [Int: Block.Kind] = [:],
        agencies: [String] = []
    ) -> LinkSource {
        var article = Article.made(text, kinds: kinds)
        article.id = "a-\(number)"
        article.metadata.outlet = outlet.map { Outlet(name: $0, domain: nil) }
        article.metadata.url = url
        article.metadata.agencies = agencies
        return LinkSource(article, Findings())
    }

    private func links(_ sources: LinkSource...) -> [Duplicate] {
        var finder = DuplicateFinder()
        sources.forEach { finder.add($0) }
        return finder.links()
    }

    private func lines(_ text: String, dropping: Int = 0) -> String {
        text.split(separator: "\n").dropFirst(dropping).joined(separator: "\n")
    }

    @Test func findsTheSameWordsWhateverTheirMarks() throws {
        let other = lines(Self.wire, dropping: 1)
        let found = links(article(other, 1), article(other.uppercased().replacing(",", with: " –"), 2))
        #expect(found == [Duplicate("a-1", "a-2", kind: .same, shared: 1)])
    }

    @Test func findsMostOfTheWords() throws {
        let body = lines(Self.wire, dropping: 1)
        let found = links(article(body, 1), article(body.replacing("Thursday", with: "Friday afternoon"), 2))
        #expect(found.map(\.kind) == [.near])
        let shared = try #require(found.first?.shared)
        #expect(shared > 0.85 && shared < 1)
    }

    @Test func findsOneTextWhollyInsideAnother() throws {
        let body = lines(Self.wire, dropping: 1)
        let found = links(article(body, 1), article(Self.longer + Self.longer.uppercased() + body, 2))
        #expect(found.map(\.kind) == [.near])
        #expect(try #require(found.first?.shared) > 0.95)
    }

    @Test func namesTheAgencyOfATextThatOneOfThemCredits() throws {
        let found = links(
            article(Self.wire, 1, outlet: "The Courier"), article(lines(Self.wire, dropping: 1), 2, outlet: "The Post"))
        #expect(found.map(\.kind) == [.wire])
        #expect(found.first?.agency == "Reuters")
    }

    @Test func takesAnAgencyForTheOriginOfItsOwnText() throws {
        let body = lines(Self.wire, dropping: 1)
        let found = links(article(body, 1, outlet: "TASS"), article(body, 2, outlet: "The Post"))
        #expect(found == [Duplicate("a-1", "a-2", kind: .wire, shared: 1, agency: "TASS")])
    }

    @Test func leavesTheOriginOpenWhereEachCreditsAnother() throws {
        let body = lines(Self.wire, dropping: 1)
        let found = links(
            article(body, 1, outlet: "A", agencies: ["AFP"]), article(body, 2, outlet: "B", agencies: ["AP"]))
        #expect(found.map(\.kind) == [.same])
        #expect(found.first?.agency == nil)
    }

    @Test func namesNoAgencyWhereTheCreditNamesNone() throws {
        let body = lines(Self.wire, dropping: 1)
        let found = links(article(body, 1, outlet: "A", agencies: ["Agencies"]), article(body, 2, outlet: "B"))
        #expect(found == [Duplicate("a-1", "a-2", kind: .wire, shared: 1)])
    }

    @Test func callsNoTextWireThatOneOutletPrintsTwice() throws {
        let found = links(article(Self.wire, 1, outlet: "TASS"), article(Self.wire, 2, outlet: "TASS"))
        #expect(found.map(\.kind) == [.same])
    }

    @Test func doesNotCountTheSameAddressTwice() throws {
        #expect(
            links(
                article(Self.wire, 1, url: "https://www.courier.example/lock?utm_source=feed#top"),
                article(Self.wire, 2, url: "http://courier.example/lock/")
            ).isEmpty)
    }

    @Test func passesOverWhatIsNotTheArticle() throws {
        let furniture = lines(Self.wire)
        let kinds = Dictionary(uniqueKeysWithValues: (1...4).map { ($0, Block.Kind.boilerplate) })
        let one = "Nothing moved on the canal.\n" + furniture
        #expect(links(article(one, 1, kinds: kinds), article("The fair was crowded.\n" + furniture, 2)).isEmpty)
    }

    @Test func doesNotTakeOutletsThatQuoteOneSpokesmanForCopies() throws {
        let words = """
            “We have closed the lock because nobody told us who owns the barges, and we will open it on the day that somebody \
            does, for the river belongs to all who live on it and to none who only pass.”
            """
        let texts = [
            "The clerk of the commission, asked on the steps of the town hall by a crowd, gave his reasons. \(words)",
            "In Strelsau, where it had rained all day and the market stood empty, the commission defended itself. \(words)",
            "Ruritania hardened its position: the commission’s spokesman read from a slip of paper and left. \(words)",
        ]
        let long = texts.enumerated().map { article($1 + " " + lines(Self.longer).prefix(150 * $0 + 90), $0) }
        var finder = DuplicateFinder()
        long.forEach { finder.add($0) }
        #expect(finder.links().filter { $0.shared < 0.5 }.isEmpty)
        #expect(links(long[0], long[2]).isEmpty)
    }

    @Test func givesTheSameWhateverTheOrder() throws {
        let sources = [
            article(Self.wire, 1, outlet: "A"), article(Self.longer + Self.wire, 2, outlet: "B"),
            article(Self.longer, 3), article(lines(Self.wire, dropping: 1), 4, outlet: "TASS"),
        ]
        var (forwards, backwards) = (DuplicateFinder(), DuplicateFinder())
        sources.forEach { forwards.add($0) }
        sources.reversed().forEach { backwards.add($0) }
        #expect(forwards.links() == backwards.links())
        #expect(forwards.links().count >= 3)
    }

    @Test func doesNotTakeBackgroundThatAnOutletRepeatsForACopy() throws {
        let background = Self.longer.replacing("\n", with: " ")
        let texts = (0..<8).map { Self.made($0, count: 55).joined(separator: " ") + "\n" + background }
        var finder = DuplicateFinder()
        for (number, text) in texts.enumerated() { finder.add(article(text, number, outlet: "The Courier")) }
        #expect(finder.matches().isEmpty)
        var few = DuplicateFinder()
        for (number, text) in texts.prefix(4).enumerated() { few.add(article(text, number, outlet: "The Courier")) }
        #expect(few.matches().count == 6)
    }

    @Test func findsATextThatOnePrintsOftenInsideOfAnother() throws {
        let body = lines(Self.wire, dropping: 1)
        var finder = DuplicateFinder()
        for number in 0..<7 { finder.add(article(body + " \(number)", number, outlet: "TASS")) }
        finder.add(article(Self.longer + Self.longer.uppercased() + body, 9, outlet: "The Post"))
        let found = finder.links().filter { $0.articles.contains("a-9") }
        #expect(found.count == 7)
        #expect(found.allSatisfy { $0.kind == .wire && $0.agency == "TASS" })
    }

    @Test func seesNoTextWhereThereIsHardlyAny() throws {
        #expect(links(article("Video: the lock", 1), article("Video: the lock", 2)).isEmpty)
        #expect(links(article("", 1), article("", 2)).isEmpty)
    }

    @Test func findsWhatSharesHalfItsShinglesAmongManyOthers() throws {
        var finder = DuplicateFinder()
        let texts = (0..<60).map { Self.made($0, count: 300) }
        for (number, text) in texts.enumerated() { finder.add(article(text.joined(separator: " "), 100 + number)) }
        for number in 0..<30 {
            let part = texts[number].prefix(230) + Self.made(1000 + number, count: 60)
            finder.add(article(part.joined(separator: " "), 500 + number))
        }
        let expected = Set((0..<30).map { ["a-\(100 + $0)", "a-\(500 + $0)"] })
        #expect(Set(finder.links().map(\.articles)) == expected)
    }

    /// Words that mean nothing, from a seed.
    private static func made(_ seed: Int, count: Int) -> [String] {
        var state = UInt64(seed) &* 977 &+ 13
        return (0..<count).map { _ in
            state = (state &* 6_364_136_223_846_793_005) &+ 1_442_695_040_888_963_407
            return "w\(state >> 50)"
        }
    }
}
