import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText
import TestSupport
import Testing

@Suite struct SentenceTests {
    private func sentences(_ text: String) -> [String] {
        let annotated = TestModel.annotator().annotate(.made(text))
        return annotated.blocks.flatMap { block in
            block.language.sentences.map { String(annotated.article.text[block.span($0)]) }
        }
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
}
