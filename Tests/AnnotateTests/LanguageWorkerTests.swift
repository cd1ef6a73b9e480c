import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText
import TestSupport
import Testing

@Suite struct LanguageWorkerTests {
    private let model: LanguageModel
    private static let sentence =
        "On Monday the envoys of Ruritania, who had met in Vaduz, said that nobody would yield. "

    init() throws { model = try TestModel.small() }

    private func rows(_ text: AnnotatedText) -> [String] {
        text.tokens.map { token in
            [
                "\(token.start)-\(token.end)", text.norm(of: token), text.tag(of: token), text.lemma(of: token),
                "\(token.head)", text.dependency(of: token), text.entityType(of: token), "\(token.startsSentence)",
            ].joined(separator: " ")
        }
    }

    @Test func putsATextTogetherAgainFromItsTokens() {
        for text in ["", "  a\n\nb  ", "x y\u{301}🚀\r\n", String(repeating: "(", count: 300) + "a"] {
            let annotated = LanguageWorker(model).annotate(text)
            let words = annotated.tokens.map { annotated.words(of: $0) + ($0.isFollowedByBlank ? " " : "") }
            #expect(words.joined().unicodeScalars.elementsEqual(text.unicodeScalars))
            #expect(annotated.sentences.flatMap { Array($0) } == Array(annotated.tokens.indices))
        }
    }

    @Test func givesTheSameWhateverCameBefore() {
        let used = LanguageWorker(model)
        for number in 0..<50 { _ = used.annotate("\(Self.sentence) Number \(number) of Zenda\(number) came.") }
        let text = Self.sentence + "They left at 5 p.m."
        #expect(rows(used.annotate(text)) == rows(LanguageWorker(model).annotate(text)))
    }

    /// Longer than the rings and caches of the networks, with types enough to fill them.
    @Test func annotatesALongText() {
        let text = (0..<130).map { "\(Self.sentence) Zenda\($0) met Streslau\($0). " }.joined()
        let annotated = LanguageWorker(model).annotate(text)
        #expect(annotated.tokens.count > 2600)
        #expect(annotated.sentences.count >= 230)
        #expect(annotated.tokens.allSatisfy { Int($0.head) < annotated.tokens.count })
        let used = LanguageWorker(model)
        _ = used.annotate(Self.sentence)
        #expect(rows(used.annotate(text)) == rows(annotated))
    }

    @Test func endsOnHostileTexts() {
        let worker = LanguageWorker(model)
        for piece in [
            "(", ".", "'", "a-", "http://", "@a.b", "\u{301}", "🚀", "\u{0}", " \n", "x", "١", "”", "$1,", "...a",
        ] {
            let text = String(repeating: piece, count: 500)
            let annotated = worker.annotate(text)
            #expect(annotated.tokens.last.map { Int($0.end) + ($0.isFollowedByBlank ? 1 : 0) } == text.utf8.count)
        }
    }

    @Test func keepsHeadlineAndBodyApart() throws {
        let article = Article.made("Envoys part in Vaduz\nThe envoys went home on Monday.", kinds: [0: .headline])
        let blocks = LanguageWorker(model).annotate(article)
        #expect(blocks.map(\.language.sentences.count) == [1, 1])
        let note = try #require(blocks.last?.sentenceNotes.first)
        #expect(String(article.text[note.span]) == "The envoys went home on Monday.")
        #expect(note.entities.map { String(article.text[$0.span]) + " " + $0.type } == ["Monday DATE"])
        #expect(note.tree == "went (envoys:nsubj (The:det) home:advmod on:prep (Monday:pobj) .:punct)")
    }

    @Test func writesCoNLLU() {
        let annotated = LanguageWorker(model).annotate("Ann  left.\nBo didn't.")
        #expect(
            annotated.conllu(offset: 10) == """
                # sent_id = 1
                # text = Ann left.
                1\tAnn\tAnn\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tStartChar=10|EndChar=13
                2\tleft\tleave\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No|StartChar=15|EndChar=19
                3\t.\t.\tPUNCT\t.\tPunctType=Peri\t2\tpunct\t_\tSpaceAfter=No|StartChar=19|EndChar=20

                # sent_id = 2
                # text = Bo didn't.
                1\tBo\tBo\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tStartChar=21|EndChar=23
                2\tdid\tdo\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No|StartChar=24|EndChar=27
                3\tn't\tnot\tPART\tRB\tPolarity=Neg\t2\tneg\t_\tSpaceAfter=No|StartChar=27|EndChar=30
                4\t.\t.\tPUNCT\t.\tPunctType=Peri\t2\tpunct\t_\tSpaceAfter=No|StartChar=30|EndChar=31


                """)
    }
}
