import DemarcheAnnotate
import DemarcheEvaluation
import DemarcheRecords
import DemarcheSourceText
import Foundation
import TestSupport
import Testing

/// Every case in `Cases/time-*.md`: the text as paragraphs, and the expressions of time expected of it, one a line as
/// `words | type | value | EDTF | anchor`, and behind a semicolon the modifier or why it is not resolved. The heading says when
/// the article was published, if that is known. With `DEMARCHE_RECORD_CASES` in the environment the files are written anew
/// from what is found, to be reviewed in the diff.
@Suite struct TimeCaseTests {
    @Test(arguments: ["time-news", "time-history", "time-lengths", "time-open"])
    func findsWhatTheCasesExpect(file: String) throws {
        let cases = try CaseFile.named(file)
        #expect(!cases.cases.isEmpty)
        if ProcessInfo.processInfo.environment["DEMARCHE_RECORD_CASES"] != nil {
            let all = cases.cases
            var index = 0
            return try cases.record { text in
                defer { index += 1 }
                return Self.rows(text, all[index].title)
            }
        }
        for example in cases.cases {
            #expect(Self.rows(example.text, example.title) == example.expected, "\(file): \(example.title)")
        }
    }

    private static func rows(_ text: String, _ title: String) -> [String] {
        let article = TimedArticle.made(
            text, published: title.firstMatch(of: /published (\d{4}-\d\d-\d\d)/).map { $0.1 })
        let times = TestModel.annotator().annotate(article).times
        let rows = times.expressions.map { row($0, times, article) }
        return rows
            + times.ranges.map { "\(article.text[$0.span]) | range | \($0.edtf)" }.map { $0.replacing("\n", with: " ") }
    }

    private static func row(_ expression: TimeExpression, _ times: ArticleTimes, _ article: Article) -> String {
        let anchor: String =
            switch expression.anchor {
            case .written(let day, let source)?: "\(source.rawValue) \(day.iso)"
            case .expression(let index)?: "“\(article.text[times.expressions[index].span])”"
            case nil: "–"
            }
        let notes = [expression.modifier?.rawValue, expression.unresolved].compactMap(\.self)
        return [
            String(article.text[expression.span]), expression.kind.rawValue, expression.value ?? "–",
            expression.edtf ?? "–", ([anchor] + notes).joined(separator: "; "),
        ].joined(separator: " | ")
    }
}

enum TimedArticle {
    static func made(_ text: String, published: Substring? = nil) -> Article {
        var article = Article.made(text)
        article.metadata.published = published.flatMap { RecordedDate(iso: $0, basis: .given) }
        return article
    }
}
