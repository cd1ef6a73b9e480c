import DemarcheAnnotate
import DemarcheSourceText

/// The outermost quotations of an article, found by place in logarithmic time and the number found.
struct QuotationIndex: Sendable {
    let quotations: [Quotation]
    /// The outermost ones in text order.
    let outermost: [Int]
    /// For each of them the furthest end of those up to it.
    private let ends: [Int]

    init(_ quotations: [Quotation]) {
        self.quotations = quotations
        outermost = quotations.indices.filter { quotations[$0].parent == nil }
        var furthest = 0
        ends = outermost.map { index in
            furthest = max(furthest, quotations[index].span.end)
            return furthest
        }
    }

    /// The outermost quotations whose marks or words lie in `span`, in text order.
    func touching(_ span: TextSpan) -> [Int] {
        let from = ends.partitioningIndex { $0 > span.start }
        var found: [Int] = []
        for place in from..<max(from, outermost.count) {
            let quotation = quotations[outermost[place]]
            if quotation.span.start >= span.end { break }
            if quotation.outer.contains(where: { $0.start < span.end && span.start < $0.end }) {
                found.append(outermost[place])
            }
        }
        return found
    }

    func touching(_ spans: [TextSpan]) -> [Int] {
        spans.count == 1 ? touching(spans[0]) : Set(spans.flatMap(touching)).sorted()
    }
}
