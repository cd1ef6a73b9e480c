import DemarcheRecords
import DemarcheSourceText
import Foundation
import Testing

@testable import DemarchePublish

@Suite("The boards of the dossier")
struct DossierBoardTests {
    private var contents: DossierContents { DossierSamples.crisis }

    private func warning(_ trigger: String, _ force: Warning.Force, of statement: Int) -> Warning {
        let article = DossierSamples.alarmArticle
        return Warning(
            article: article.id, kind: .threat,
            trigger: .init(DossierSamples.evidence(trigger, in: article), action: "inspect"),
            consequence: .init(DossierSamples.evidence("act alone", in: article)), force: force, forceWords: [],
            issuer: Speaker(name: "<b>Ruritania</b>", kind: .state, naming: .named, mention: nil), statement: nil,
            rule: "by hand")
    }

    private func page(_ change: (inout DossierContents) -> Void) throws -> String {
        var contents = contents
        change(&contents)
        return try Dossier().html(contents)
    }

    @Test("say that nothing was found where nothing was")
    func saysNothing() throws {
        let html = try page { _ in }
        for words in ["No warning was found.", "No position was found.", "No dated event was found."] {
            #expect(html.contains(words))
        }
    }

    @Test("draw the force of a series as a step line with a mark for each rendering")
    func drawsForce() throws {
        let html = try page {
            $0.warnings = [warning("let anyone inspect", .possible, of: 0), warning("inspect its", .inevitable, of: 0)]
        }
        #expect(html.contains("<path class=\"step\" d=\"M"))
        #expect(html.components(separatedBy: "<circle class=\"mark\"").count == 3)
        for level in Warning.Force.allCases { #expect(html.contains(">\(level.rawValue)</text>")) }
    }

    @Test("carry no markup of an article")
    func escapes() throws {
        let html = try page { $0.warnings = [warning("let anyone inspect", .possible, of: 0)] }
        #expect(!html.contains("<b>Ruritania</b>"))
        #expect(html.contains("&lt;b&gt;Ruritania&lt;/b&gt;"))
    }

    @Test(
        "know the days within which a date lies",
        arguments: [
            ("2022-03-24", nil, 0), ("2022-02", nil, 27), ("2020", nil, 365), ("2022-03-07", "2022-03-13", 6),
            ("2022-12", "2023-01", 61),
        ] as [(String, String?, Int)])
    func spans(date: String, until: String?, days: Int) throws {
        let recorded = RecordedDate(date: date, precision: .interval, until: until, basis: .text)
        let span = try #require(DaySpan(recorded))
        #expect(span.last - span.first == days)
        #expect(span.isExact == (days == 0))
    }

    @Test(
        "leave the few events far off out of the line",
        arguments: [
            (["1870", "1911-07-01", "1911-07-02", "1911-07-20", "1911-08-01"], "1911-07-01", "1911-08-01"),
            (["1911-07-01", "1911-07-02", "1911-07-20", "1911-08-01", "1990"], "1911-07-01", "1911-08-01"),
            (["1870", "1911-07-01", "1911-07-02"], "1870-01-01", "1911-07-02"),
            (["1911-07-01", "1911-07-08", "1911-07-20", "1911-08-01", "1911-09"], "1911-07-01", "1911-09-30"),
        ])
    func stretches(dates: [String], first: String, last: String) throws {
        let spans = dates.compactMap { RecordedDate(iso: $0, basis: .text).flatMap(DaySpan.init) }
        let stretch = try #require(TimelineStretch(spans))
        #expect(CalendarDay(number: stretch.days.lowerBound).iso == first)
        #expect(CalendarDay(number: stretch.days.upperBound).iso == last)
        #expect(
            spans.filter { stretch.side(of: $0) != nil }.count == (dates.count == 5 && last != "1911-09-30" ? 1 : 0))
    }

    @Test("draw a day as a dot and a month as a dashed bar")
    func drawsDates() throws {
        let article = DossierSamples.alarmArticle
        func event(_ words: String, _ date: RecordedDate?) -> PoliticalEvent {
            PoliticalEvent(
                article: article.id, plover: PLOVER(.reject), actors: [], recipients: [], status: .happened, date: date,
                statement: nil, trigger: DossierSamples.evidence(words, in: article))
        }
        let html = try page {
            $0.events = [
                event("told", RecordedDate(iso: "1962-10-23", basis: .text)),
                event("warned", RecordedDate(iso: "1962-10", basis: .text)), event("alarm", nil),
            ]
        }
        #expect(html.contains("cx=\"143\" cy=\"7\""))
        #expect(html.contains("<rect class=\"fuzzy\" x=\"6\" y=\"3\" width=\"188\""))
        #expect(html.contains("Left out: 1 event without a date, listed under the articles."))
    }
}
