package import DemarcheRecords

/// Learns without supervision what is furniture: a paragraph with which many articles of one outlet begin or end.
///
/// It is a function of what the record holds, whatever the order of reading. Only an unbroken run from the edge of an
/// article inwards is furniture: a background paragraph that an agency repeats in the middle of its reports stays.
package enum RecurringFurniture {
    /// In how many otherwise different articles of an outlet a paragraph must stand.
    package static let articles = 5

    /// The blocks of an article that are furniture, in order. `edges` are those that stand in many articles.
    package static func blocks(_ edges: [EdgeParagraph]) -> [Int] {
        let first = run(edges) { $0.before }
        return (first + run(edges) { $0.behind }.filter { !first.contains($0) }).sorted()
    }

    private static func run(_ edges: [EdgeParagraph], _ place: (EdgeParagraph) -> Int?) -> [Int] {
        var blocks: [Int] = []
        while let next = edges.first(where: { place($0) == blocks.count }) { blocks.append(next.block) }
        return blocks
    }
}
