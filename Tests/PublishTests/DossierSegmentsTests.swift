import DemarcheRecords
import DemarcheSourceText
import Testing

@testable import DemarchePublish

@Suite("The text of an article cut at the borders of its statements")
struct DossierSegmentsTests {
    private let article = DossierSamples.article("«Ja», said Peskov, adding that Lavrov warned of war — soon.")

    private func segments(_ statements: [ReportedStatement], of span: TextSpan? = nil) -> [TextSegment] {
        let ledger = Ledger(DossierSamples.contents([article], statements))
        return TextSegments(ledger.entries, in: article).segments(of: span ?? article.text.span)
    }

    private var nested: [ReportedStatement] {
        [
            DossierSamples.statement(
                article, by: "Peskov", cue: ("adding", .state), ["that Lavrov warned of war — soon"]),
            DossierSamples.statement(article, by: "Lavrov", cue: ("warned", .warn), ["of war — soon"]),
        ]
    }

    @Test("loses nothing and repeats nothing")
    func coversText() {
        let text = segments(nested).map { String(article.text[$0.span]) }.joined()
        #expect(text == article.text.string)
    }

    @Test("is one bare segment where nobody says anything")
    func leavesBareText() {
        let bare = segments([])
        #expect(bare.map(\.span) == [article.text.span])
        #expect(bare.first?.parts == [])
    }

    @Test("gives a segment all the parts of nested statements")
    func nestsParts() {
        let all = segments(nested).map { (String(article.text[$0.span]), $0) }
        let byWords = Dictionary(all) { first, _ in first }
        #expect(byWords["Lavrov"]?.parts == [.content, .source])
        #expect(byWords["warned"]?.parts == [.content, .cue])
        #expect(byWords["of war — soon"]?.parts == [.content])
        #expect(byWords["of war — soon"]?.depth == 2)
        #expect(byWords["that "]?.depth == 1)
        #expect(byWords["Peskov"]?.parts == [.source])
    }

    @Test("marks where each statement begins, once")
    func marksBeginnings() {
        let all = segments(nested)
        #expect(all.flatMap(\.beginnings).sorted() == [1, 2])
        #expect(all.first { $0.beginnings == [2] }.map { String(article.text[$0.span]) } == "that ")
    }

    @Test("marks two statements that begin with the same word at that word")
    func marksSharedBeginning() {
        let both = ["that Lavrov", "that Lavrov warned"].map { DossierSamples.statement(article, by: nil, [$0]) }
        #expect(segments(both).filter { !$0.beginnings.isEmpty }.map(\.beginnings) == [[1, 2]])
    }

    @Test("cuts overlapping statements into three")
    func cutsOverlaps() {
        let both = ["that Lavrov warned", "warned of war"].map { DossierSamples.statement(article, by: nil, [$0]) }
        let marked = segments(both).filter { !$0.parts.isEmpty }
        #expect(marked.map { String(article.text[$0.span]) } == ["that Lavrov ", "warned", " of war"])
        #expect(marked.map(\.depth) == [1, 2, 1])
    }

    @Test("ends at the block where a statement goes on past it")
    func clipsToBlock() {
        let span = TextSpan(0, DossierSamples.evidence(" warned", in: article).span.start)
        #expect(segments(nested, of: span).last?.span.end == span.end)
    }

    @Test("passes over spans that are not in the text")
    func ignoresForeignSpans() {
        let other = DossierSamples.article(String(repeating: "longer than the other ", count: 9))
        let foreign = DossierSamples.statement(other, by: nil, [String(repeating: "longer than the other ", count: 9)])
        #expect(segments([foreign]).map(\.span) == [article.text.span])
    }
}
