import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText
import TestSupport
import Testing

@Suite struct QuotationFinderTests {
    /// What stands between the marks; the pieces of a quotation are joined by ` | `.
    private func found(_ text: String) -> [(words: String, quotation: Quotation)] {
        let annotated = TestModel.annotator().annotate(.made(text))
        return annotated.quotations.map { quotation in
            (quotation.pieces.map { String(annotated.article.text[$0]) }.joined(separator: " | "), quotation)
        }
    }

    @Test(arguments: [
        ("\"We will not yield,\" she said.", ["We will not yield,"]),
        ("“We will not yield,” she said.", ["We will not yield,"]),
        ("«Nous ne céderons pas», dit-elle.", ["Nous ne céderons pas"]),
        ("« Nous ne céderons pas », dit-elle.", ["Nous ne céderons pas"]),
        ("„Wir weichen nicht“, sagte sie, „nie“.", ["Wir weichen nicht", "nie"]),
        ("„Wir weichen nicht”, sagte sie.", ["Wir weichen nicht"]),
        ("‘We will not yield,’ she said.", ["We will not yield,"]),
        ("'We will not yield,' she said.", ["We will not yield,"]),
        ("She called it \"reckless\" and \"late\".", ["reckless", "late"]),
        ("He said \"no\"; she said (\"yes\").", ["no", "yes"]),
    ])
    func findsMarksOfEveryKind(text: String, expected: [String]) {
        let found = found(text)
        #expect(found.map(\.words) == expected)
        #expect(found.allSatisfy { $0.quotation.notes.isEmpty && $0.quotation.parent == nil })
    }

    @Test(arguments: [
        ("'We don't yield, and it's late,' she said.", ["We don't yield, and it's late,"]),
        ("‘We don’t yield, and it’s late,’ she said.", ["We don’t yield, and it’s late,"]),
        ("Russia's envoy didn't come, and the ministers' cars left.", []),
        ("Russia’s envoy didn’t come, and the ministers’ cars left.", []),
        ("“Russia’s envoys’ cars aren’t here,” he said.", ["Russia’s envoys’ cars aren’t here,"]),
        ("He came in the '60s and left in the ’80s.", []),
        ("A 6' wall and a 4\u{2032} fence stand there.", []),
    ])
    func tellsApostrophesFromSingleMarks(text: String, expected: [String]) {
        let found = found(text)
        #expect(found.map(\.words) == expected)
        #expect(found.allSatisfy { $0.quotation.notes.isEmpty })
    }

    @Test(arguments: [
        ("“He told me ‘never’ and left,” she said.", ["He told me ‘never’ and left,", "never"]),
        ("\"He told me 'never' and left,\" she said.", ["He told me 'never' and left,", "never"]),
        ("“He told me “never” and left,” she said.", ["He told me “never” and left,", "never"]),
        ("‘He told me “never” and left,’ she said.", ["He told me “never” and left,", "never"]),
        ("«Il a dit “jamais” hier», dit-elle.", ["Il a dit “jamais” hier", "jamais"]),
    ])
    func nests(text: String, expected: [String]) {
        let found = found(text)
        #expect(found.map(\.words) == expected)
        #expect(found.map(\.quotation.parent) == [nil, 0])
        #expect(found.allSatisfy { $0.quotation.notes.isEmpty })
    }

    @Test(arguments: [
        "“We will not yield,\" she said.", "\"We will not yield,” she said.", "“We will not yield,“ she said.",
    ])
    func pairsMixedMarks(text: String) {
        let found = found(text)
        #expect(found.map(\.words) == ["We will not yield,"])
        #expect(found.first?.quotation.notes == [])
    }

    @Test func putsTheMarksIntoTheOuterSpan() {
        let annotated = TestModel.annotator().annotate(.made("Then “so” it went."))
        #expect(annotated.quotations.map { String(annotated.article.text[$0.span]) } == ["“so”"])
    }

    @Test func endsAnUnclosedQuotationWithItsParagraphAndNotesIt() {
        let found = found("“We will not yield, she said.\nThe talks “go on” today.")
        #expect(found.map(\.words) == ["We will not yield, she said.", "go on"])
        #expect(found.map(\.quotation.notes) == [[Quotation.unbalanced], []])
    }

    @Test func notesAQuotationThatTheOuterOneClosesOver() {
        let found = found("“He told me ‘never and left,” she said.")
        #expect(found.map(\.quotation.notes) == [[], [Quotation.unbalanced]])
    }

    @Test(arguments: ["Nothing” was said.", "Nothing» was said.", "Nothing\" was said."])
    func passesOverALoneClosingMark(text: String) { #expect(found(text).isEmpty) }

    @Test(arguments: [
        "“First we talk.\n“Then we wait.\n“And then we act,” she said.",
        "\"First we talk.\n\"Then we wait.\n\"And then we act,\" she said.",
    ])
    func followsAQuotationOverParagraphsThatOpenOnly(text: String) {
        let found = found(text)
        #expect(found.map(\.words) == ["First we talk. | Then we wait. | And then we act,"])
        #expect(found.first?.quotation.notes == [])
        #expect(found.first?.quotation.outer.count == 3)
    }

    @Test func parentOfAQuotationInALaterParagraphIsTheOneThatGoesOn() {
        let found = found("“First we talk.\n“They said ‘never’ and left,” she said.")
        #expect(found.map(\.words) == ["First we talk. | They said ‘never’ and left,", "never"])
        #expect(found.map(\.quotation.parent) == [nil, 0])
    }

    @Test func passesOverFurnitureAndBylines() {
        let article = Article.made(
            "“Read,” she said.\n“Share this”\n“By Ann”", kinds: [1: .boilerplate, 2: .byline])
        #expect(TestModel.annotator().annotate(article).quotations.count == 1)
    }
}
