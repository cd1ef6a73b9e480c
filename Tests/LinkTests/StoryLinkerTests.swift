import DemarcheRecords
import DemarcheSourceText
import TestSupport
import Testing

@testable import DemarcheLink

/// Articles about an invented crisis over a strait, and others.
@Suite struct StoryLinkerTests {
    private static func source(_ headline: String, _ text: String, _ date: String?) -> LinkSource {
        var article = Article.made(headline + "\n" + text, kinds: [0: .headline])
        article.metadata.headline = headline
        article.metadata.published = date.flatMap { RecordedDate(iso: $0, basis: .given) }
        return LinkSource(article, Findings())
    }

    private static let closing = [
        source(
            "Graustark closes the Strait of Zenda",
            "Graustark closed the Strait of Zenda to Ruritanian tankers. The admiral Brandt sent gunboats to Zenda.",
            "1911-03-02"),
        source(
            "Strait of Zenda closed to tankers",
            "Tankers of Ruritania turned back as gunboats under Brandt closed the Strait of Zenda. Graustark said no more.",
            "1911-03-03"),
    ]
    private static let reopening = [
        source(
            "Graustark opens the Strait of Zenda again",
            "Ruritanian tankers pass the Strait of Zenda again. Graustark called back the gunboats of Brandt.",
            "1911-06-20"),
        source(
            "First tankers pass Zenda",
            "The first Ruritanian tankers passed the Strait of Zenda after the gunboats of Graustark left it.",
            "1911-06-21"),
    ]
    private static let harvest = [
        source(
            "Wheat harvest fails in Strelsau",
            "Farmers around Strelsau lost the wheat harvest to hail. Bread prices rose in the market.", "1911-03-02")
    ]

    private func links(_ sources: [LinkSource]) -> ([Story], [Episode]) {
        var linker = StoryLinker()
        sources.forEach { linker.add($0) }
        return linker.links()
    }

    @Test func partsEpisodesInTimeAndJoinsThemToAStory() throws {
        let (stories, episodes) = links(Self.closing + Self.reopening + Self.harvest)
        #expect(episodes.map(\.articles.count).sorted() == [1, 2, 2])
        #expect(stories.map(\.articles.count).sorted() == [1, 4])
        let story = try #require(stories.first { $0.articles.count == 4 })
        #expect((story.from, story.to) == ("1911-03-02", "1911-06-21"))
        #expect(
            story.articles == (Self.closing + Self.reopening).map(\.article.id))
        let parts = story.episodes.compactMap { id in episodes.first { $0.id == id } }
        #expect(parts.map(\.from) == ["1911-03-02", "1911-06-20"])
    }

    @Test func doesNotDependOnTheOrderOfReading() {
        let sources = Self.closing + Self.reopening + Self.harvest
        let (stories, episodes) = links(sources)
        let (storiesAgain, episodesAgain) = links(Array(sources.reversed()))
        #expect(stories == storiesAgain && episodes == episodesAgain)
    }

    @Test func namesAGroupAfterAHeadline() {
        let sources = Self.closing + Self.reopening + Self.harvest
        let headlines = Set(sources.compactMap(\.article.metadata.headline))
        let (stories, episodes) = links(sources)
        #expect(stories.allSatisfy { headlines.contains($0.title) })
        #expect(episodes.allSatisfy { headlines.contains($0.title) })
    }

    @Test func joinsArticlesWithoutADateByTheirWords() {
        var undated = Self.closing[1].article
        undated.metadata.published = nil
        let (_, episodes) = links([Self.closing[0], LinkSource(undated, Findings())] + Self.harvest)
        #expect(episodes.map(\.articles.count).sorted() == [1, 2])
    }

    /// Two articles in like words, with a warning each.
    private static func warned(_ date: String?) -> [Report] {
        closing.map { warned(date, String($0.article.text[$0.article.text.span])) }
    }

    private static func warned(_ date: String?, _ text: String) -> Report {
        var report = Report(nil, date, text)
            .saying("gunboats", by: "Brandt")
        report.findings.warnings = [
            Warning(
                article: report.article.id, kind: .warning, trigger: .init(report.evidence("Zenda")),
                consequence: .init(report.evidence("gunboats")), force: .certain, forceWords: [], issuer: nil,
                statement: report.findings.statements.first?.id, rule: "by hand")
        ]
        return report
    }

    private static func series(_ reports: [Report]) -> Series {
        Series(
            title: "close the strait", party: "y-1", proposal: "o-1",
            points: reports.flatMap { $0.findings.warnings }.map {
                Series.Point(warning: $0.id, date: nil, force: .certain)
            })
    }

    @Test func keepsUndatedArticlesApartThatGiveDifferentPointsOfOneSeries() {
        let reports = Self.warned(nil)
        let series = Self.series(reports)
        var linker = StoryLinker()
        reports.forEach { linker.add($0.source) }
        let statements = reports.flatMap { $0.findings.statements.map(\.id) }
        let carrier = Utterance.Carrier(article: "a", outlet: nil, published: nil, origin: "a")
        let oneAct = Utterance(
            party: "y-1", date: nil, statements: statements, origin: carrier, carriers: [carrier], renderings: [])
        #expect(linker.links().1.map(\.articles.count) == [2])
        #expect(linker.links([series]).1.map(\.articles.count) == [1, 1])
        #expect(linker.links([series], [oneAct]).1.map(\.articles.count) == [2])
    }

    @Test func asksWhatArticlesWarnOfOnlyBesideOneWithoutADate() {
        func episodes(_ reports: [Report]) -> [Int] {
            var linker = StoryLinker()
            reports.forEach { linker.add($0.source) }
            return linker.links([Self.series(reports)]).1.map(\.articles.count)
        }
        #expect(episodes([Self.warned("1911-03-02")[0], Self.warned(nil)[1]]) == [1, 1])
        #expect(episodes(Self.warned("1911-03-02")) == [2])
    }

    @Test func leavesFurnitureOut() {
        let furniture = "Subscribe to the Zenda Courier newsletter and follow Brandt, Graustark and Ruritania."
        let texts = ["Hail over vineyards\nFarmers lost grapes.", "Fire at sea\nSailors swam ashore."]
        let sources = texts.map { text in
            LinkSource(Article.made(text + "\n" + furniture, kinds: [0: .headline, 2: .boilerplate]), Findings())
        }
        #expect(links(sources).1.count == 2)
    }
}

@Suite struct MeanDaysTests {
    private static func days(_ iso: String) -> MeanDays { MeanDays(RecordedDate(iso: iso, basis: .given)) }

    @Test(arguments: [
        ("1911-03-02", "1911-03-05", 3.0), ("1911-03", "1911-03-05", 0), ("1911", "1911-03-05", 0),
        ("1911-03", "1911-04-02", 2),
    ])
    func countsTheDaysThatCertainlyLieBetween(_ one: String, _ other: String, _ gap: Double) {
        #expect(Self.days(one).gap(to: Self.days(other)) == gap)
    }

    @Test func knowsNoGapToAnUnknownDate() {
        #expect(MeanDays.unknown.gap(to: Self.days("1911-03-02")) == nil)
        #expect((Self.days("1911-03-02") + .unknown).gap(to: Self.days("1911-03-03")) == 1)
    }
}

@Suite struct TermVectorTests {
    private let short = TermVector(terms: [3, 40], weights: [1, 2])
    private let long = TermVector(terms: Array(0..<100), weights: [Float](repeating: 0.5, count: 100))

    @Test func multipliesVectorsOfAnyLength() {
        var held = SpreadVector(over: [short, long])
        held.hold(long)
        #expect(held.dot(short) == 1.5)
        held.hold(short)
        #expect(held.dot(long) == 1.5)
        #expect(held.dot(short) == 5)
    }

    @Test func keepsTheHeaviestAndOfEqualsTheSmallerTerms() {
        #expect(short.heaviest(5).map(\.number) == [40, 3])
        #expect((short + long).heaviest(4).map(\.number) == [40, 3, 0, 1])
    }

    @Test func addsAndCuts() {
        #expect((short + short).weights == [2, 4])
        #expect((short + long).terms.count == 100)
        #expect((short + long).cut(to: 1).terms == [40])
    }
}

@Suite struct TermReaderTests {
    private func inHeadline(_ text: String) -> [String] {
        var words = TermReader()
        return words.count(Article.made(text, kinds: [0: .headline])).filter(\.isInHeadline).map(\.stem)
    }

    @Test func tellsTheTermsOfAHeadline() {
        #expect(
            inHeadline("Gunboats close Zenda\nZenda was closed by gunboats of Graustark.") == [
                "clos", "gunboat", "zenda",
            ])
    }

    @Test func takesALongHeadlineForASentenceOfTheText() {
        let sentence =
            "Gunboats of Graustark under the admiral Brandt closed the Strait of Zenda to all tankers of Ruritania on Monday"
        #expect(inHeadline(sentence + "\nTankers turned back.").isEmpty)
    }

    @Test func startsAnewWithEveryArticle() {
        var words = TermReader()
        let article = Article.made("Zenda\nZenda and Strelsau.", kinds: [0: .headline])
        let counts = (0..<2).map { _ in words.count(article).map(\.count) }
        #expect(counts == [[2, 4], [2, 4]])
    }
}

@Suite struct HouseTermsTests {
    /// So many articles, each with a term of its own, one of the house, and one of the matter of the day.
    private func articles(_ outlet: String?, _ count: Int, from first: Int32) -> [NumberedArticle] {
        (first..<first + Int32(count)).map { own in
            let terms = [own, 0, 1].map { CountedTerm(term: $0, count: 1, isInHeadline: false) }
            let article = StoryArticle(
                id: "a-\(own)", published: nil, outlet: outlet, terms: [], headline: nil, warnings: [])
            return NumberedArticle(article: article, terms: outlet == nil ? terms.filter { $0.term != 0 } : terms)
        }
    }

    @Test(arguments: [(20, 20, true), (19, 20, false), (20, 19, false)])
    func findsWhatAnOutletAloneHasInMostArticles(_ own: Int, _ others: Int, _ isHouse: Bool) {
        let outlet = "zendacourier.example"
        let all = articles(outlet, own, from: 2) + articles(nil, others, from: 22)
        let houses = HouseTerms.found(in: all, vocabulary: 42)
        #expect(houses == (isHouse ? [outlet: [0]] : [:]))
        #expect(all[0].terms(without: houses).map(\.term) == (isHouse ? [2, 1] : [2, 0, 1]))
    }
}

@Suite struct WordScannerTests {
    @Test func tellsNamesFromHeadsOfSentences() {
        let text = SourceText("Troops of Graustark’s king left Łódź – “Zenda” waits. Then Élan, O’Neil.")
        var words: [String] = []
        WordScanner.scan(text, text.span) { word, isName in words.append((isName ? "*" : "") + text[word]) }
        #expect(
            words == ["Troops", "of", "*Graustark", "king", "left", "Łódź", "*Zenda", "waits", "Then", "Élan", "*Neil"])
    }
}
