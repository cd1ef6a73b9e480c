import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText
import TestSupport
import Testing

@Suite struct SentenceTests {
    private func sentences(_ text: String) -> [String] {
        let annotated = TestModel.annotator().annotate(.made(text))
        return annotated.paragraphs.flatMap(\.sentences).map { String(annotated.article.text[$0]) }
    }

    @Test(arguments: [
        ["The envoys met.", "They left."],
        ["Did they meet?", "They did!", "Then it ended."],
        ["Mr. Reed met Gen. Costa and Dr. Ann Lee.", "They left."],
        ["He went to the U.S. Embassy.", "She stayed."],
        ["The U.S. went on talking, i.e. it waited.", "So did they."],
        ["J. F. Kennedy spoke, and N. S. Khrushchev wrote.", "Both waited."],
        ["“We wait.”", "She sat down."],
        ["It cost 3.5 million on Oct. 22 at No. 10.", "It was paid."],
        ["The talks ended in 1962.", "12 ships turned."],
    ])
    func endSentencesWhereTheyEnd(expected: [String]) {
        #expect(sentences(expected.joined(separator: " ")) == expected)
    }

    @Test func endWithTheirParagraph() {
        #expect(sentences("What comes next\nThe envoys met.") == ["What comes next", "The envoys met."])
    }

    @Test func holdAllTheWordsInOrder() {
        let annotated = TestModel.annotator().annotate(.made("One, two. Three “four.” Five\nSix? seven! Eight …"))
        for paragraph in annotated.paragraphs {
            for word in annotated.words[paragraph.words] {
                #expect(
                    paragraph.sentences.count { $0.contains(word.span) } == 1, "\(annotated.article.text[word.span])")
            }
            #expect(paragraph.sentences == paragraph.sentences.sorted())
        }
    }

    @Test func keepHyphensApostrophesAndInitialsInsideWords() {
        let annotated = TestModel.annotator().annotate(.made("The Secretary-General’s aide left the U.S. today."))
        let words = annotated.words.map { String(annotated.article.text[$0.span]) }
        #expect(words == ["The", "Secretary-General’s", "aide", "left", "the", "U.S.", "today", "."])
    }
}
