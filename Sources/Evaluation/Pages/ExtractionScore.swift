internal import Foundation

/// How much of an article's text was found on one page, by the words that stand four in a row.
package struct PageScore: Sendable {
    package let id: String
    /// Runs of four words that gold and prediction share, that only the prediction has, and that only the gold has.
    package let shared: Int
    package let extra: Int
    package let missed: Int
    /// Whether the words are the same from first to last.
    package let isExact: Bool
    /// Stretches of words that only the gold has, and that only the prediction has.
    package let missedText: [String]
    package let extraText: [String]

    package init(gold: GoldPage, predicted: String?) {
        id = gold.id
        let want = ShingledText(gold.body ?? "")
        let got = ShingledText(predicted ?? "")
        let (goldOnly, predictedOnly) = (want.lacking(in: got), got.lacking(in: want))
        shared = want.count - goldOnly.count
        (extra, missed) = (predictedOnly.count, goldOnly.count)
        isExact = want.words == got.words
        (missedText, extraText) = (want.text(goldOnly), got.text(predictedOnly))
    }

    package var precision: Double? { Self.share(shared, of: shared + extra) }
    package var recall: Double? { Self.share(shared, of: shared + missed) }
    package var f1: Double { Double(2 * shared) / Double(max(1, 2 * shared + extra + missed)) }

    private static func share(_ part: Int, of whole: Int) -> Double? { whole > 0 ? Double(part) / Double(whole) : nil }
}

/// The words of a text and the runs of four of them; a shorter text is one run. Words are what `\w+` matches in Python.
struct ShingledText {
    let words: [String]
    private static let length = 4

    init(_ text: String) {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "_" || scalar.isPythonWord {
                word.append(scalar)
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        self.words = word.isEmpty ? words : words + [String(word)]
    }

    /// How many runs there are.
    var count: Int { words.isEmpty ? 0 : max(1, words.count - Self.length + 1) }

    private func run(at index: Int) -> ArraySlice<String> { words[index..<min(words.count, index + Self.length)] }

    /// The runs, by the index of their first word, for which `other` has none left. A word is compared as its scalars.
    func lacking(in other: ShingledText) -> [Int] {
        var left: [[[UInt8]]: Int] = [:]
        for index in 0..<other.count { left[other.run(at: index).map { Array($0.utf8) }, default: 0] += 1 }
        return (0..<count).filter { index in
            let run = run(at: index).map { Array($0.utf8) }
            guard let times = left[run], times > 0 else { return true }
            left[run] = times - 1
            return false
        }
    }

    /// The words of `runs`, in stretches that follow each other.
    func text(_ runs: [Int]) -> [String] {
        var stretches: [Range<Int>] = []
        for start in runs {
            let end = min(words.count, start + Self.length)
            if let last = stretches.last, start <= last.upperBound {
                stretches[stretches.count - 1] = last.lowerBound..<end
            } else {
                stretches.append(start..<end)
            }
        }
        return stretches.map { words[$0].joined(separator: " ") }
    }
}

/// The figures of all pages, each of which weighs the same.
package struct ExtractionScore: Sendable {
    package let pages: [PageScore]

    /// Predictions are taken by their id; a page without one counts as a page without text.
    package init(_ gold: [GoldPage], _ predicted: [GoldPage]) {
        let bodies = Dictionary(predicted.map { ($0.id, $0.body) }) { first, _ in first }
        pages = gold.map { PageScore(gold: $0, predicted: bodies[$0.id] ?? nil) }
    }

    /// The means over the pages for which they are defined; F1 is taken from the two.
    package var precision: Double { Self.mean(pages.compactMap(\.precision)) }
    package var recall: Double { Self.mean(pages.compactMap(\.recall)) }
    package var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
    /// The share of pages whose words are the gold's from first to last.
    package var exact: Double { Self.mean(pages.map { $0.isExact ? 1 : 0 }) }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }

    /// What the reference scorer prints for the same predictions, character by character.
    package var line: String {
        String(
            format: "pages %d  precision %.4f  recall %.4f  F1 %.4f  exact %.4f", pages.count, precision, recall, f1,
            exact)
    }

    /// The line that scripts read, in hundredths.
    package var summary: String {
        let figures = [("f1", f1), ("precision", precision), ("recall", recall), ("exact", exact)]
        return "extraction " + figures.map { "\($0)=\(AttributionTable.percent($1)) " }.joined()
            + "pages=\(pages.count)"
    }

    /// The `count` pages that were read worst, worst first.
    package func worst(_ count: Int) -> [String] {
        let rows = pages.filter { !$0.isExact }.sorted { ($0.f1, $0.id) < ($1.f1, $1.id) }.prefix(count).map { page in
            [page.id] + [page.precision, page.recall, page.f1].map(AttributionTable.percent)
        }
        return rows.isEmpty ? [] : AttributionTable.columns(["page", "P", "R", "F1"], rows)
    }
}
