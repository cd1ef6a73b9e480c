import DemarcheRecords
import DemarcheSourceText
import Testing

@testable import DemarchePublish

@Suite("The marks of warnings, positions, events and claims")
struct DossierMarksTests {
    private let article = DossierSamples.article("Ann Example said that war would follow if 300 troops land.")

    private func evidence(_ words: String) -> Evidence { DossierSamples.evidence(words, in: article) }

    private var statement: ReportedStatement {
        DossierSamples.statement(
            article, by: "Ann Example", cue: ("said", .state), ["that war would follow if 300 troops land"])
    }

    private var warning: Warning {
        Warning(
            article: article.id, kind: .warning, trigger: .init(evidence("300 troops land"), action: "land"),
            consequence: .init(evidence("war would follow")), force: .certain, forceWords: [evidence("would")],
            issuer: statement.speaker, statement: statement.id, rule: "by hand")
    }

    private func event(_ words: String, date: String? = nil) -> PoliticalEvent {
        PoliticalEvent(
            article: article.id, plover: PLOVER(.mobilize), actors: [], recipients: [], status: .hypothetical,
            date: date.flatMap { RecordedDate(iso: $0, basis: .text) }, statement: nil, trigger: evidence(words))
    }

    private var contents: DossierContents {
        var contents = DossierSamples.contents([article], [statement])
        contents.warnings = [warning]
        contents.events = [event("troops land")]
        return contents
    }

    private func segments(_ contents: DossierContents) -> [TextSegment] {
        let ledger = Ledger(contents)
        let marks = EntryMarks(contents, ledger).byArticle[article.id] ?? []
        return TextSegments(ledger.entries, marks, in: article).segments(of: article.text.span)
    }

    @Test("cut the text at every border and lose nothing of it")
    func coversText() {
        let all = segments(contents)
        #expect(all.map { String(article.text[$0.span]) }.joined() == article.text.string)
        let words = Dictionary(all.map { (String(article.text[$0.span]), $0) }) { first, _ in first }
        #expect(words["would"]?.roles == [.consequence, .force])
        #expect(words["would"]?.parts == [.content])
        #expect(words["troops land"]?.roles == [.trigger, .event])
        #expect(words["troops land"]?.entries == ["e1", "w1"])
    }

    @Test("begin with their sign, the first of an entry with its anchor")
    func signsBeginnings() {
        let starts = segments(contents).flatMap(\.starts)
        #expect(starts.map(\.label) == ["W1", "W1", "W1", "E1"])
        #expect(starts.map(\.role) == [.consequence, .force, .trigger, .event])
        #expect(starts.map(\.anchor) == ["t-w1", nil, nil, "t-e1"])
        #expect(Set(starts.map(\.row)) == [warning.id, event("troops land").id])
    }

    @Test("are reached from the boards and the list under the article, and lead back")
    func links() throws {
        let html = try Dossier().html(contents)
        #expect(html.contains("<a class=\"entry\" href=\"#t-w1\">W1</a>"))
        #expect(html.contains("<span class=\"at\" id=\"t-w1\">"))
        #expect(html.contains("href=\"#\(warning.id)\" aria-label=\"Warning 1, consequence\">W1 consequence</a>"))
        #expect(html.contains("<li id=\"\(warning.id)\">"))
        #expect(html.contains("Found in it: 1 warning, 1 event"))
    }

    @Test("lead to the head of the article where the words stand in none of its blocks")
    func linksToHeadOtherwise() throws {
        var bare = article
        bare.blocks = []
        var contents = contents
        contents.articles = [bare]
        let html = try Dossier().html(contents)
        #expect(!html.contains("t-w1"))
        #expect(html.contains("<a class=\"entry\" href=\"#a1\">W1</a>"))
    }

    @Test("show in one cell how a stance changed")
    func tellsChange() throws {
        let later = DossierSamples.article(
            article.text.string, id: "a-0000000000000009", published: "1962-11-02")
        func position(_ stance: Position.Stance, _ cue: String, in article: Article) -> Position {
            Position(
                article: article.id, party: statement.speaker,
                proposal: .init(id: "pr-1", evidence: evidence("300 troops land")), stance: stance, statement: nil,
                cue: evidence(cue), rule: "by hand")
        }
        var contents = contents
        contents.articles.append(later)
        contents.positions = [
            position(.supports, "said", in: article), position(.undecided, "war", in: article),
            position(.opposes, "would", in: later), position(.opposes, "follow", in: later),
        ]
        let html = try Dossier().html(contents)
        let turns = ["supports", "<i>also</i> <b>undecided", "<i>then</i> <b>opposes", "<i>again</i> <b>opposes"]
        for turn in turns { #expect(html.contains(turn)) }
    }

    @Test("fold what is long")
    func foldsLongLists() throws {
        #expect(Shortlist(Array(1...50), most: 40).rest == nil)
        let long = Shortlist(Array(1...51), most: 40)
        #expect((long.first.count, long.rest?.count, long.rest?.rows.first) == (40, 11, 41))
        var contents = contents
        contents.events = (1...60).map { event("troops", date: "1911-07-\($0 % 28 + 1 < 10 ? "0" : "")\($0 % 28 + 1)") }
        #expect(try Dossier().html(contents).contains("<summary>and 20 more events</summary>"))
    }
}
