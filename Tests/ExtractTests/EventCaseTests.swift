import DemarcheAnnotate
import DemarcheEvaluation
import DemarcheExtract
import DemarcheRecords
import Foundation
import TestSupport
import Testing

/// Every case in `Cases/Events/*.md`: the sentence, and the events expected of it, one a line as
/// `type mode CAMEO | trigger | status | actors | recipients | place and date`, a party with its country and sector. With `DEMARCHE_RECORD_CASES` in the environment the files are written anew, to be reviewed in the diff.
@Suite struct EventCaseTests {
    @Test(arguments: ["VerbalActs", "Deeds", "EventNouns", "NoEvents", "Joined", "Recipients", "Dates"])
    func findsWhatTheCasesExpect(file: String) throws {
        let cases = try CaseFile.named("Events/" + file)
        #expect(!cases.cases.isEmpty)
        if ProcessInfo.processInfo.environment["DEMARCHE_RECORD_CASES"] != nil { return try cases.record(Self.rows) }
        for example in cases.cases {
            #expect(Self.rows(example.text) == example.expected, "\(file): \(example.title)")
        }
    }

    /// `type | trigger | contexts`
    @Test func readsTheContexts() throws {
        let cases = try CaseFile.named("Contexts/Contexts")
        let rows = { (text: String) in
            Self.events(text).map { event in
                let contexts = event.plover.contexts.isEmpty ? "–" : event.plover.contexts.joined(separator: ", ")
                return "\(event.plover.type.rawValue) | \(event.trigger.exact) | \(contexts)"
            }
        }
        if ProcessInfo.processInfo.environment["DEMARCHE_RECORD_CASES"] != nil { return try cases.record(rows) }
        for example in cases.cases { #expect(rows(example.text) == example.expected, "\(example.title)") }
    }

    @Test func everySpanIsWordsOfTheText() throws {
        let text =
            "Ruritania’s “navy” – 3 ships – shelled Graustark’s port at Elbe on 4 May 1912, killing nine. 🕊 Talks failed."
        for event in Self.events(text) {
            for evidence in event.evidence { #expect(text.contains(evidence.exact)) }
        }
    }

    private static func events(_ text: String) -> [PoliticalEvent] {
        var article = Article.made(text)
        article.metadata.published = RecordedDate(iso: "2022-03-16", basis: .given)
        return Extract().findings(in: TestModel.annotator().annotate(article)).events
    }

    private static func rows(_ text: String) -> [String] { events(text).map(row) }

    private static func row(_ event: PoliticalEvent) -> String {
        let kind = [event.plover.type.rawValue, event.plover.mode, event.cameo].compactMap(\.self).joined(
            separator: " ")
        let setting = [event.place?.exact, event.date?.written].compactMap(\.self).joined(separator: ", ")
        return [
            kind, event.trigger.exact, event.status.rawValue, names(event.actors), names(event.recipients), setting,
        ]
        .map { $0.isEmpty ? "–" : $0 }.joined(separator: " | ")
    }

    private static func names(_ parties: [PoliticalEvent.Participant]) -> String {
        parties.map { party in
            let codes = [party.country, party.sector].compactMap(\.self).joined(separator: " ")
            let name = party.party.name ?? party.party.mention?.exact ?? "–"
            return codes.isEmpty ? name : "\(name) (\(codes))"
        }.joined(separator: ", ")
    }
}
