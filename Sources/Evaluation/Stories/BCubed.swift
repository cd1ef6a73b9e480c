/// How groups that were found compare with those of the gold: B-cubed precision and recall (Bagga and Baldwin 1998), the means
/// over articles of the part of its group that belongs with it, and of what belongs with it the part that is in its group.
package struct BCubed: Sendable, Equatable {
    package let articles: Int
    package let precision: Double
    package let recall: Double

    /// - Parameters:
    ///   - gold: the cluster of each article.
    ///   - found: the group of each; an article without one is a group of its own.
    package init(gold: [String: String], found: [String: String]) {
        func group(_ id: String) -> String { found[id].map { "p" + $0 } ?? "alone" + id }
        var (bySize, byCluster, both): ([String: Int], [String: Int], [[String]: Int]) = ([:], [:], [:])
        for (id, cluster) in gold {
            bySize[group(id), default: 0] += 1
            byCluster[cluster, default: 0] += 1
            both[[group(id), cluster], default: 0] += 1
        }
        var (precision, recall) = (0.0, 0.0)
        for (pair, count) in both.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let square = Double(count * count)
            precision += square / Double(bySize[pair[0]] ?? 1)
            recall += square / Double(byCluster[pair[1]] ?? 1)
        }
        articles = gold.count
        self.precision = gold.isEmpty ? 0 : precision / Double(gold.count)
        self.recall = gold.isEmpty ? 0 : recall / Double(gold.count)
    }

    package var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
}
