import DemarcheSourceText
import Testing

@Suite struct SourceTextTests {
    @Test func slicesByUTF8Offsets() {
        let text = SourceText("Élysée: “non”")
        #expect(text[TextSpan(0, 8)] == "Élysée")
        #expect(text.utf8Count == "Élysée: “non”".utf8.count)
        #expect(text[text.span] == "Élysée: “non”")
    }

    @Test func holdsSpansOnScalarBordersOnly() {
        // é takes the bytes 1 and 2, the emoji 3 to 6.
        let text = SourceText("aé🚀b")
        let borders = [0, 1, 3, 7, 8]
        for start in -1...9 {
            for end in -1...9 {
                let isHeld = borders.contains(start) && borders.contains(end) && start <= end
                #expect(text.holds(TextSpan(start, end)) == isHeld, "\(start)..<\(end)")
            }
        }
    }

    @Test func holdsABorderBetweenLetterAndCombiningMark() {
        let text = SourceText("e\u{301}a")
        #expect(text.holds(TextSpan(0, 1)))
        #expect(text.holds(TextSpan(1, 3)))
        #expect(!text.holds(TextSpan(0, 2)))
    }

    @Test func holdsOnlyTheEmptySpanOfAnEmptyText() {
        let text = SourceText("")
        #expect(text.holds(TextSpan(0, 0)))
        #expect(!text.holds(TextSpan(0, 1)))
        #expect(text.byte(at: 0) == nil)
    }

    @Test(arguments: [
        ("  a b \n", 2, 5), ("a", 0, 1), ("\u{A0}\u{3000}né\u{2028}", 5, 8), ("\r\nso\r\n", 2, 4),
    ])
    func trimsWhiteSpaceOfEveryKind(words: String, start: Int, end: Int) {
        let text = SourceText(words)
        #expect(text.trimmed(text.span) == TextSpan(start, end))
    }

    @Test func trimsASpanInsideTheText() {
        let text = SourceText("one  two  three")
        #expect(text.trimmed(TextSpan(3, 10)) == TextSpan(5, 8))
    }

    @Test func trimsWhiteSpaceAloneToItsStart() {
        let text = SourceText("a \n\t b")
        #expect(text.trimmed(TextSpan(1, 5)) == TextSpan(1, 1))
    }

    @Test func givesBytesInsideTheTextOnly() {
        let text = SourceText("é")
        #expect(text.byte(at: 0) == 0xC3)
        #expect(text.byte(at: 1) == 0xA9)
        #expect(text.byte(at: 2) == nil)
        #expect(text.byte(at: -1) == nil)
    }

    @Test func ordersAndComparesSpans() {
        #expect(
            [TextSpan(4, 5), TextSpan(1, 9), TextSpan(1, 2)].sorted() == [
                TextSpan(1, 2), TextSpan(1, 9), TextSpan(4, 5),
            ])
        #expect(TextSpan(1, 4).overlaps(TextSpan(3, 9)))
        #expect(!TextSpan(1, 4).overlaps(TextSpan(4, 9)))
        #expect(TextSpan(1, 4).contains(TextSpan(1, 4)))
        #expect(!TextSpan(1, 4).contains(4))
    }
}
