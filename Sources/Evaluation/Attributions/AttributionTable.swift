internal import Foundation

/// The figures as lines of text.
package enum AttributionTable {
    /// What the reference scorer prints for the same counts, character by character.
    package static func lines(_ counts: AttributionCounts) -> [String] {
        let lenient = Score(counts.right, counts.predicted - counts.nested, counts.gold)
        return [
            line("docs", "\(counts.documents)"), line("gold", "\(counts.gold)"), line("pred", "\(counts.predicted)"),
            line("content@T", Score(counts.aligned, counts.predicted, counts.gold)),
            line("ATTR@T", counts.attribution), line("ATTR@T nested-lenient", lenient),
            line("content-exact", Score(counts.sameContent, counts.predicted, counts.gold)),
            line("ATTR-exact", Score(counts.exact, counts.predicted, counts.gold)),
            line("tok", Score(counts.sharedWords, counts.predictedWords, counts.goldWords)),
            line("src-acc", lone(Score.share(counts.right, of: counts.aligned))),
            line("cue-acc", lone(Score.share(counts.cueRight, of: counts.withCue))),
        ]
            + AttributionCounts.Kind.allCases.flatMap { kind in
                let numbers = "\(whole(counts[kind].gold))  \(whole(counts[kind].predicted))"
                return [line("ATTR@T \(kind.rawValue)", counts[kind].score), line("n \(kind.rawValue)", numbers)]
            } + [line("nested_ignored", "\(counts.nested)")]
    }

    /// Gold, predictions, precision, recall and F1 by the kind of the content.
    package static func kinds(_ counts: AttributionCounts) -> [String] {
        let rows = AttributionCounts.Kind.allCases.map { kind in
            let score = counts[kind].score
            return [kind.rawValue, "\(counts[kind].gold)", "\(counts[kind].predicted)"]
                + [score.precision, score.recall, score.f1].map(percent)
        }
        return columns(["type", "gold", "predicted", "P", "R", "F1"], rows)
    }

    /// The line that scripts read. `speech` are the counts of the same with the rule for speech.
    package static func summary(_ counts: AttributionCounts, speech: AttributionCounts) -> String {
        let figures =
            [("attr", counts.attribution), ("speech", speech.attribution)]
            + AttributionCounts.Kind.allCases.map { ($0.rawValue, counts[$0].score) }
        return "attributions " + figures.map { "\($0)_f1=\(percent($1.f1)) " }.joined()
            + "documents=\(counts.documents)"
    }

    /// In hundredths, with two decimals; zero for what cannot be divided.
    static func percent(_ share: Double?) -> String { String(format: "%.2f", 100 * (share ?? 0)) }

    /// `rows` under their titles: the first column flush left, the others flush right.
    static func columns(_ titles: [String], _ rows: [[String]]) -> [String] {
        let all = [titles] + rows
        let widths = titles.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            zip(row, widths).enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + blanks : blanks + cell.0
            }.joined(separator: "  ")
        }
    }

    private static func line(_ title: String, _ value: String) -> String {
        title + String(repeating: " ", count: max(0, 28 - title.count)) + " " + value
    }

    /// The reference scorer prints a share that cannot be divided as the whole number zero.
    private static func line(_ title: String, _ score: Score) -> String {
        let cells = [score.precision, score.recall, score.f1].map { share in
            share.map { String(format: "%6.2f", 100 * $0) } ?? whole(0)
        }
        return line(title, cells.joined(separator: "  "))
    }

    private static func lone(_ share: Double?) -> String { share.map { percent($0) } ?? "0" }

    private static func whole(_ number: Int) -> String { String(format: "%6d", number) }
}
