internal import Foundation

/// Accuracy over sentences, and F1 by root.
package struct EventScore: Sendable {
    private var right = 0
    private var rightFound = 0
    private var count = 0
    private var roots: [String: (right: Int, said: Int, gold: Int)] = [:]
    package private(set) var errors: [String] = []

    package init() {}

    package mutating func add(_ item: EventSentence, _ prediction: EventPrediction) {
        count += 1
        roots[item.gold_root, default: (0, 0, 0)].gold += 1
        if let root = prediction.root { roots[root, default: (0, 0, 0)].said += 1 }
        if prediction.found_root == item.gold_root { rightFound += 1 }
        if prediction.root == item.gold_root {
            right += 1
            roots[item.gold_root, default: (0, 0, 0)].right += 1
        } else {
            errors.append(
                "\(item.gold_root) not \(prediction.root ?? "–")\t\(item.source) → \(item.target)\t\(item.sentence)")
        }
    }

    private var macroF1: Double {
        let marked = roots.values.filter { $0.gold > 0 }
        guard !marked.isEmpty else { return 0 }
        return marked.map { 2 * Double($0.right) / Double(max(1, $0.said + $0.gold)) }.reduce(0, +)
            / Double(marked.count)
    }

    /// A line a root.
    package var lines: [String] {
        roots.sorted { $0.key < $1.key }.map { root, counts in
            let f1 = 2 * Double(counts.right) / Double(max(1, counts.said + counts.gold))
            return root.padding(toLength: 12, withPad: " ", startingAt: 0)
                + String(format: "%5d right %5d said %5d marked  F1 %.3f", counts.right, counts.said, counts.gold, f1)
        }
    }

    /// Accuracy where source and target must be found, too.
    package var endToEnd: String {
        "end to end \(rightFound) of \(count): " + String(format: "%.3f", Double(rightFound) / Double(max(1, count)))
    }

    package var summary: String {
        String(format: "events accuracy=%.3f macro_f1=%.3f", Double(right) / Double(max(1, count)), macroF1)
    }
}
