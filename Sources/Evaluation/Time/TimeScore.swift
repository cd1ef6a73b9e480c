/// How expressions of time that were found compare with those that people marked.
///
/// *Strict* counts equal spans, *relaxed* spans that overlap, each used once in text order, and *value* those of the
/// latter whose values are equal.
package struct TimeScore: Sendable, Equatable {
    package private(set) var strict = 0
    package private(set) var relaxed = 0
    package private(set) var value = 0
    package private(set) var gold = 0
    package private(set) var predicted = 0

    package init() {}

    package mutating func add(gold: [TimeDocument.Mark], predicted: [TimeDocument.Mark]) {
        let (gold, predicted) = (gold.sorted { $0.s < $1.s }, predicted.sorted { $0.s < $1.s })
        self.gold += gold.count
        self.predicted += predicted.count
        strict += Set(gold.map { [$0.s, $0.e] }).intersection(predicted.map { [$0.s, $0.e] }).count
        for (mark, found) in Self.pairs(gold, predicted) {
            relaxed += 1
            value += mark.value == found.value ? 1 : 0
        }
    }

    /// Marks with what was found for them.
    package static func pairs(
        _ gold: [TimeDocument.Mark], _ predicted: [TimeDocument.Mark]
    ) -> [(gold: TimeDocument.Mark, predicted: TimeDocument.Mark)] {
        var used: Set<Int> = []
        return gold.compactMap { mark in
            let match = predicted.indices.first { index in
                !used.contains(index) && predicted[index].s < mark.e && mark.s < predicted[index].e
            }
            guard let match else { return nil }
            used.insert(match)
            return (mark, predicted[match])
        }
    }

    /// Precision, recall and F1; 0 of nothing.
    package func figures(_ hits: KeyPath<TimeScore, Int>) -> (precision: Double, recall: Double, f1: Double) {
        let hits = Double(self[keyPath: hits])
        func share(_ whole: Int) -> Double { whole == 0 ? 0 : hits / Double(whole) }
        let sum = predicted + gold
        return (share(predicted), share(gold), sum == 0 ? 0 : 2 * hits / Double(sum))
    }

    package var lines: [String] {
        [("strict", \TimeScore.strict), ("relaxed", \.relaxed), ("value", \.value)].map { name, hits in
            let (precision, recall, f1) = figures(hits)
            let padding = String(repeating: " ", count: 9 - name.count)
            let shares = [precision, recall, f1].map(AttributionTable.percent)
            return "\(name)\(padding)P \(shares[0])  R \(shares[1])  F1 \(shares[2])"
        }
    }

    package var summary: String {
        let figures = [("strict", \TimeScore.strict), ("relaxed", \.relaxed), ("value", \.value)].map { name, hits in
            "\(name)=\(AttributionTable.percent(self.figures(hits).f1))"
        }
        return "time \(figures.joined(separator: " ")) gold=\(gold) predicted=\(predicted)"
    }
}
