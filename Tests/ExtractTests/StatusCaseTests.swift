import DemarcheAnnotate
import DemarcheEvaluation
import DemarcheExtract
import DemarcheRecords
import DemarcheSourceText
import Foundation
import TestSupport
import Testing

/// Every case in `Cases/Status`: a text, and for words in it the status of the event that they name, as `words | status`.
@Suite struct StatusCaseTests {
    @Test(arguments: CommitmentCases.files(in: "Status")) func findsWhatTheCasesExpect(file: String) throws {
        let cases = try CaseFile.named(file)
        #expect(!cases.cases.isEmpty)
        for example in cases.cases {
            let words = example.expected.map { String($0.prefix { $0 != "|" }).trimmingCharacters(in: .whitespaces) }
            #expect(Self.rows(example.text, words) == example.expected, "\(file): \(example.title)")
        }
    }

    private static func rows(_ text: String, _ words: [String]) -> [String] {
        let annotated = CommitmentCases.annotated(text)
        let spans = words.map { words -> TextSpan in
            let whole = annotated.article.text.string
            guard let range = whole.range(of: words) else { return TextSpan(0, 0) }
            let start = whole.utf8.distance(from: whole.startIndex, to: range.lowerBound)
            return TextSpan(start, start + words.utf8.count)
        }
        return zip(words, Extract().statuses(of: spans, in: annotated)).map { words, status in
            "\(words) | \(status?.rawValue ?? "–")"
        }
    }
}
