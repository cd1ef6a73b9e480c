import DemarcheRecords
import DemarcheSourceText
import TestSupport
import Testing

@testable import DemarcheLink

/// Reports of invented events between invented states.
@Suite struct OccurrenceLinkerTests {
    /// One event in an article of one sentence, at the words `trigger`.
    private struct Report {
        var sentence: String
        var trigger = "imposed sanctions"
        var type = PLOVER.EventType.sanction
        var mode: String?
        var actor: String? = "Graustark"
        var recipient: String? = "Ruritania"
        var status = PoliticalEvent.Status.happened
        var date: String?
        var published: String? = "1911-03-05"

        init(_ sentence: String) { self.sentence = sentence }

        func with<Value>(_ path: WritableKeyPath<Report, Value>, _ value: Value) -> Report {
            var report = self
            report[keyPath: path] = value
            return report
        }

        var source: LinkSource {
            var article = Article.made(sentence)
            article.metadata.published = published.flatMap { RecordedDate(iso: $0, basis: .given) }
            var findings = Findings()
            findings.events = [event(in: article)]
            return LinkSource(article, findings)
        }

        private func event(in article: Article) -> PoliticalEvent {
            let before = sentence.components(before: trigger).utf8.count
            let span = TextSpan(before, before + trigger.utf8.count)
            return PoliticalEvent(
                article: article.id, plover: PLOVER(type, mode: mode), actors: state(actor),
                recipients: state(recipient),
                status: status, date: date.flatMap { RecordedDate(iso: $0, basis: .text) }, statement: nil,
                trigger: Evidence(span, in: article.text))
        }

        private func state(_ name: String?) -> [PoliticalEvent.Participant] {
            name.map { name in
                [.init(party: Speaker(name: name, kind: .state, naming: .named, mention: nil), sector: "GOV")]
            } ?? []
        }
    }

    private static let first = Report("Graustark imposed sanctions on the banks of Ruritania.")
    private static let second = Report(
        "On Sunday Graustark imposed sanctions on Ruritania and its banks, the minister said.")

    private func links(_ reports: [Report]) -> [Occurrence] {
        var linker = OccurrenceLinker()
        reports.forEach { linker.add($0.source) }
        return linker.links(PartyDirectory([], []))
    }

    @Test func mergesReportsOfOneEvent() throws {
        let found = links([Self.first, Self.second.with(\.date, "1911-03-05")])
        let one = try #require(found.first)
        #expect(found.count == 1 && one.events.count == 2)
        #expect(one.date == "1911-03-05")
        #expect(one.title == "Graustark imposed sanctions on the banks of Ruritania.")
        #expect(one.status == .happened)
    }

    @Test func abstainsFromADateThatNoReportGives() {
        #expect(links([Self.first, Self.second]).map(\.date) == [nil])
    }

    @Test func doesNotDependOnTheOrderOfReading() {
        let reports = [Self.first, Self.second, Self.first.with(\.published, "1911-03-06")]
        #expect(links(reports) == links(reports.reversed()))
    }

    @Test func keepsApartWhatAnythingParts() {
        let others: [Report] = [
            Self.second.with(\.date, "1911-02-01"),
            Self.second.with(\.published, "1911-05-05"),
            Self.second.with(\.status, .planned),
            Self.second.with(\.status, .threatened),
            Self.second.with(\.type, .coerce),
            Self.second.with(\.recipient, "Borduria"),
            Self.second.with(\.actor, "Borduria"),
            Report("The minister of Graustark imposed sanctions last night after the fire in the harbour of Zenda."),
        ]
        for other in others { #expect(links([Self.first, other]).isEmpty, "\(other)") }
        #expect(links([Self.first.with(\.mode, "embargo"), Self.second.with(\.mode, "freeze")]).isEmpty)
    }

    @Test func letsTheSidesOfTalksChangePlaces() {
        let one = Report("Graustark and Ruritania held talks on the strait of Zenda.").with(\.type, .consult)
            .with(\.trigger, "held talks")
        let other = Report("Ruritania held talks with Graustark on the strait of Zenda.").with(\.type, .consult)
            .with(\.trigger, "held talks").with(\.actor, "Ruritania").with(\.recipient, "Graustark")
        #expect(links([one, other]).count == 1)
    }
}

@Suite struct SentenceSpanTests {
    @Test func stopsAtFullStopsAndNotAtInitials() {
        let text = SourceText("It rained. Mr. J. Venn left the U.S. embassy at noon. He slept.")
        let span = SentenceSpan.around(TextSpan(18, 22), in: text, text.span)
        #expect(text[span] == "Mr. J. Venn left the U.S. embassy at noon.")
    }
}

extension String {
    /// What stands in front of `words`; all of it where they are missing.
    fileprivate func components(before words: String) -> Substring {
        range(of: words).map { self[..<$0.lowerBound] } ?? self[...]
    }

    private func range(of words: String) -> Range<Index>? {
        indices.first { self[$0...].hasPrefix(words) }.map { $0..<index($0, offsetBy: words.count) }
    }
}
