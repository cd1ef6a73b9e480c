package import DemarcheLink
package import DemarcheRecords
import Foundation

/// The pairs of near texts that ``DuplicateFinder`` finds, against the exact count.
package struct DuplicateScore {
    package let exact: [ExactShingles.Pair]
    package let found: [TextMatch]

    package init(_ articles: [Article]) {
        var shingles = ExactShingles()
        var finder = DuplicateFinder()
        for article in articles {
            let text = BodyShingles(article)
            guard text.isComparable else { continue }
            shingles.add(article)
            finder.add(LinkSource(article, Findings()), text)
        }
        exact = shingles.pairs(least: TextMatch.least)
        found = finder.matches()
    }

    /// Of pairs with a Jaccard similarity of at least one half.
    package var recall: Double { Self.share(of: near, in: Set(foundNear)) }
    package var precision: Double { Self.share(of: foundNear, in: Set(near)) }
    /// Of pairs of which half of the shorter text stands in the other, near or not. What is missing shares stock passages of an
    /// outlet or the words of a speaker.
    package var containedShare: Double { Self.share(of: contained, in: Set(found.map(\.articles))) }

    package var near: [[String]] { exact.filter { $0.similarity >= TextMatch.least }.map(\.articles) }
    package var contained: [[String]] { exact.filter { $0.shared >= TextMatch.least }.map(\.articles) }
    package var foundNear: [[String]] { found.filter { $0.similarity >= TextMatch.least }.map(\.articles) }

    /// What was missed, what was too much, and what of a contained text was passed over, a line each, parted by tabs.
    package var errors: [String] {
        let (near, foundNear) = (Set(near), Set(foundNear))
        let found = Set(found.map(\.articles))
        return exact.compactMap { pair in
            let kind =
                near.contains(pair.articles)
                ? (foundNear.contains(pair.articles) ? nil : "missed")
                : (found.contains(pair.articles) ? nil : "not contained")
            return kind.map { Self.line($0, pair.articles, pair.similarity, pair.shared) }
        }
            + self.found.filter { $0.similarity >= TextMatch.least && !near.contains($0.articles) }.map {
                Self.line("too much", $0.articles, $0.similarity, $0.shared)
            }
    }

    private static func line(_ kind: String, _ articles: [String], _ similarity: Double, _ shared: Double) -> String {
        String(format: "%@\t%@\t%.3f\t%.3f", kind, articles.joined(separator: "\t"), similarity, shared)
    }

    /// 1 of nothing.
    private static func share(of pairs: [[String]], in others: Set<[String]>) -> Double {
        pairs.isEmpty ? 1 : Double(pairs.count { others.contains($0) }) / Double(pairs.count)
    }
}
