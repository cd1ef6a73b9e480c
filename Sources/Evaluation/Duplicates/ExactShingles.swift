import DemarcheLink
package import DemarcheRecords
import DemarcheSourceText

/// What the texts of articles have in common, counted exactly: their runs of five words as strings, without hashes, samples or
/// sketches. The reference for ``DuplicateFinder``.
package struct ExactShingles {
    /// Two articles that share a run of words.
    package struct Pair: Hashable {
        package let articles: [String]
        /// Jaccard similarity of the sets of runs.
        package let similarity: Double
        /// The part of the shorter text's runs that stand in the other.
        package let shared: Double
    }

    private var numbers: [String: Int] = [:]
    private var sets: [(id: String, shingles: [Int])] = []

    package init() {}

    /// Linear in the text.
    package mutating func add(_ article: Article) {
        let words = Self.words(article)
        guard words.count >= BodyShingles.width else { return }
        var shingles: Set<Int> = []
        for end in BodyShingles.width...words.count {
            let shingle = words[end - BodyShingles.width..<end].joined(separator: " ")
            let number = numbers[shingle] ?? numbers.count
            numbers[shingle] = number
            shingles.insert(number)
        }
        sets.append((article.id, shingles.sorted()))
    }

    /// All pairs with at least this similarity or part in common, by their articles. Quadratic in how many articles share a run.
    package func pairs(least: Double) -> [Pair] {
        var holders = [[Int]](repeating: [], count: numbers.count)
        var pairs: [Pair] = []
        for (place, set) in sets.enumerated() {
            var common: [Int: Int] = [:]
            for shingle in set.shingles {
                for other in holders[shingle] { common[other, default: 0] += 1 }
                holders[shingle].append(place)
            }
            pairs += common.map { pair(set, sets[$0], common: Double($1)) }.filter {
                $0.similarity >= least || $0.shared >= least
            }
        }
        return pairs.sorted { $0.articles.lexicographicallyPrecedes($1.articles) }
    }

    private func pair(
        _ one: (id: String, shingles: [Int]), _ other: (id: String, shingles: [Int]), common: Double
    ) -> Pair {
        let (first, second) = (Double(one.shingles.count), Double(other.shingles.count))
        return Pair(
            articles: [one.id, other.id].sorted(), similarity: common / (first + second - common),
            shared: common / min(first, second))
    }

    /// Runs of letters and digits without regard to case and apostrophes.
    private static func words(_ article: Article) -> [Substring] {
        let body = article.blocks.filter(\.isBody).map { String(article.text[$0.span]).lowercased() }
        return body.flatMap { block in
            block.filter { $0 != "'" && $0 != "’" }.split { !$0.isLetter && !$0.isNumber }
        }
    }
}
