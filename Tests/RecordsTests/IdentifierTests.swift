import DemarcheRecords
import DemarcheSourceText
import Testing

@Suite struct IdentifierTests {
    private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test func givesTheSHA256OfNIST() {
        #expect(Identifier.sha256("abc".utf8) == Self.abc)
        #expect(Identifier.sha256([UInt8]()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func hashesBytesWhereverTheyLie() {
        #expect(Identifier.sha256(AnySequence("abc".utf8)) == Self.abc)
        #expect(Identifier.sha256(Array("xabc".utf8).dropFirst()) == Self.abc)
    }

    @Test func namesAnArticleAfterItsBytes() {
        #expect(Identifier.article(sha256: Self.abc) == "a-ba7816bf8f01cfea")
    }

    @Test func namesContentTheSameEveryTime() {
        func name(_ parts: String...) -> String { Identifier.entry("s", in: "a-0123456789abcdef", parts) }
        let digest = Identifier.sha256("a-0123456789abcdef\u{1F}abc".utf8)
        #expect(name("abc") == "s-012345" + digest.prefix(10))
        #expect(name("ab", "c") != name("a", "bc"))
        #expect(name("a", "b") != name("b", "a"))
    }

    @Test func namesALinkAfterItsFirstMember() {
        #expect(Identifier.link("u", beginningWith: "s-0123456789abcdef") == "u-0123456789abcdef")
        #expect(Identifier.firstMember(ofLink: "u-0123456789abcdef")?.member == "s-0123456789abcdef")
        #expect(Identifier.firstMember(ofLink: "k-0123456789abcdef")?.member == "a-0123456789abcdef")
        #expect(Identifier.firstMember(ofLink: "y-0123456789ab") == nil)
    }

    @Test func namesAStatementAfterItsArticleAndSpans() {
        let text = SourceText("“No,” said Ann.")
        let words = Evidence(TextSpan(3, 6), in: text)
        let cue = Cue(lemma: "say", act: .state, evidence: Evidence(TextSpan(10, 14), in: text))
        func id(_ article: String, _ cue: Cue?, _ content: [Evidence]) -> String {
            ReportedStatement(
                article: article, speaker: .absent, cue: cue, content: content, directness: .direct, confidence: 90,
                rule: "r"
            ).id
        }
        #expect(id("a-1", cue, [words]) == Identifier.entry("s", in: "a-1", ["10-14", "3-6"]))
        #expect(id("a-1", cue, [words]) == id("a-1", cue, [words]))
        let others = [id("a-2", cue, [words]), id("a-1", nil, [words]), id("a-1", cue, [words, words])]
        #expect(Set(others + [id("a-1", cue, [words])]).count == 4)
    }
}
