import DemarcheRecords
import DemarcheSourceText
import Testing

@Suite struct EvidenceTests {
    private static let text = SourceText(
        String(repeating: "é", count: 40) + "“words”" + String(repeating: "🚀", count: 40))
    private static let span = TextSpan(80, 80 + "“words”".utf8.count)

    @Test func keepsTheWordsWith32ScalarsOnEitherSide() {
        let evidence = Evidence(Self.span, in: Self.text)
        #expect(evidence.exact == "“words”")
        #expect(evidence.prefix == String(repeating: "é", count: 32))
        #expect(evidence.suffix == String(repeating: "🚀", count: 32))
    }

    @Test func countsScalarsAndNotCharacters() {
        let text = SourceText(String(repeating: "e\u{301}", count: 30) + "|")
        let evidence = Evidence(TextSpan(90, 91), in: text)
        #expect(evidence.prefix.unicodeScalars.count == 32)
    }

    @Test func keepsLessAtTheEndsOfTheText() {
        let text = SourceText("He said no.")
        let evidence = Evidence(TextSpan(3, 7), in: text)
        #expect((evidence.prefix, evidence.exact, evidence.suffix) == ("He ", "said", " no."))
        let whole = Evidence(text.span, in: text)
        #expect(whole.prefix.isEmpty && whole.suffix.isEmpty)
    }

    @Test func holdsInItsText() {
        #expect(Evidence(Self.span, in: Self.text).holds(in: Self.text))
    }

    @Test(arguments: [
        ("the words", Self.text.string.replacing("words", with: "sword")),
        ("what precedes", "x" + Self.text.string.dropFirst()),
        ("the suffix", Self.text.string.replacing("”🚀", with: "”🚁")),
        ("the length", String(Self.text.string.prefix(20))),
        ("everything", ""),
    ])
    func holdsNoMoreAfterAChangeOf(what: String, changed: String) {
        #expect(!Evidence(Self.span, in: Self.text).holds(in: SourceText(changed)), "\(what)")
    }
}
