import DemarcheRecords
import DemarcheSourceText
import Testing

@testable import DemarcheLink

/// What linking keeps of an article comes back as it was, and what is damaged does not.
@Suite struct LinkInputTests {
    private var input: LinkInput {
        var report = Report(
            "The Courier", "1931-05-04",
            """
            “Guards on the bridge would mean a clash between the two states,” Ann Example told the Courier on Monday.
            Ruritania imposed “harsh but not unheard-of sanctions” on Graustark’s banks, Jon Sample said, Havas reported, and \
            the harbour of Edelweiss was shut for a week while envoys of both sides spoke in the old palace.
            """, agencies: ["Havas"]
        ).saying(
            "Guards on the bridge would mean a clash between the two states", by: "Ann Example", .person, .direct,
            said: "1931-05-04"
        ).saying("harsh but not unheard-of sanctions", by: "Jon Sample", via: "Havas", said: "1931-04")
            .saying("the harbour of Edelweiss was shut for a week", by: "Jon Sample", .person, act: .deny)
        report.findings.events = [
            PoliticalEvent(
                article: report.article.id, plover: PLOVER(.sanction, mode: "embargo"),
                actors: [
                    .init(party: Speaker(name: "Ruritania", kind: .state, naming: .named, mention: nil), sector: "GOV")
                ], recipients: [], status: .happened, date: RecordedDate(iso: "1931-05-03", basis: .text),
                statement: nil, trigger: report.evidence("imposed"))
        ]
        report.findings.positions = [
            Position(
                article: report.article.id,
                party: Speaker(name: "Jon Sample", kind: .person, naming: .named, mention: nil),
                proposal: .init(id: "o-1", evidence: report.evidence("sanctions")), stance: .opposes, statement: nil,
                cue: report.evidence("said"), rule: "by hand")
        ]
        report.findings.warnings = [
            Warning(
                article: report.article.id, kind: .warning, trigger: .init(report.evidence("Guards on the bridge")),
                consequence: .init(report.evidence("a clash between the two states")), force: .certain, forceWords: [],
                issuer: Speaker(name: "Ann Example", kind: .person, naming: .named, mention: nil),
                statement: report.findings.statements.first?.id, rule: "by hand")
        ]
        var words = TermReader()
        return LinkInput(report.source, &words)
    }

    @Test func comesBackAsItWas() throws {
        let input = input
        let back = try #require(LinkInput(bytes: input.bytes))
        #expect(back.bytes == input.bytes)
        #expect(back.statements == input.statements)
        #expect(back.mentions.mentions.map(\.who) == input.mentions.mentions.map(\.who))
        #expect(back.text?.shingles.values == input.text?.shingles.values)
        #expect(back.text?.digest == input.text?.digest)
        #expect(back.events.map(\.terms) == input.events.map(\.terms))
        #expect(back.events.first?.date == EventDate(date: "1931-05-03", until: nil, precision: .day))
        #expect(back.concerns == input.concerns && back.concerns.count == 2)
        #expect(back.concerns.map(\.act.pointsBack) == input.concerns.map(\.act.pointsBack))
        #expect(back.statements.map(\.act) == input.statements.map(\.act))
        #expect(back.statements.contains { $0.act?.denial == .byCue })
        #expect(back.story.warnings == input.story.warnings && back.story.warnings.count == 1)
        #expect(back.story.terms.map(\.count) == input.story.terms.map(\.count))
    }

    @Test func givesTheStoryAlone() throws {
        let story = try #require(StoryArticle(inputBytes: input.bytes))
        #expect(story.id == input.article && story.terms.map(\.stem) == input.story.terms.map(\.stem))
        #expect(StoryArticle(inputBytes: Array(input.bytes.prefix(20))) == nil)
    }

    /// Who changes what is taken of an article, or how it is written, raises the first part of ``LinkInput/version`` with this.
    @Test func isOfItsVersion() {
        #expect(LinkInput.version.split(separator: "-").first == "9")
        #expect(Identifier.sha256(input.bytes).prefix(12) == "b70e9003065e")
    }

    @Test func isNothingWhenItIsCutOff() {
        let bytes = input.bytes
        #expect(bytes.indices.allSatisfy { LinkInput(bytes: Array(bytes[..<$0])) == nil })
        #expect(LinkInput(bytes: bytes + [0]) == nil)
    }

    @Test func outlivesAnyByteThatIsWrong() {
        let bytes = input.bytes
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] = 0xFF
            _ = LinkInput(bytes: damaged)
        }
    }

    @Test(arguments: [0, 1, -1, 63, 64, -64, 1 << 40, .max, .min]) func writesEveryNumber(number: Int) {
        var writer = InputWriter()
        writer.write(number)
        var reader = InputReader(writer.bytes)
        #expect(reader.int() == number && reader.isComplete)
    }
}
