/// Precision and recall as fractions whose parts can be added over documents.
package struct LinkScore: Sendable, Equatable {
    package private(set) var recall = Fraction()
    package private(set) var precision = Fraction()

    package struct Fraction: Sendable, Equatable {
        var part = 0.0
        var whole = 0.0

        /// Nil when there is nothing to divide by.
        package var share: Double? { whole > 0 ? part / whole : nil }
    }

    package init() {}

    init(recall: Fraction, precision: Fraction) {
        self.recall = recall
        self.precision = precision
    }

    /// Nil when neither gold nor predictions have anything to count.
    package var f1: Double? {
        guard recall.whole > 0 || precision.whole > 0 else { return nil }
        let (recall, precision) = (recall.share ?? 0, precision.share ?? 0)
        return recall + precision > 0 ? 2 * recall * precision / (recall + precision) : 0
    }

    static func + (left: LinkScore, right: LinkScore) -> LinkScore {
        LinkScore(recall: left.recall + right.recall, precision: left.precision + right.precision)
    }
}

extension LinkScore.Fraction {
    static func + (left: Self, right: Self) -> Self {
        Self(part: left.part + right.part, whole: left.whole + right.whole)
    }
}
