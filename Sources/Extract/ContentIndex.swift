import DemarcheRecords
import DemarcheSourceText

/// Tells for a place in the text the last statement in whose content it stands.
///
/// The text is cut where contents begin and end. Building it takes time in the number of contents and of how deeply they are
/// nested.
struct ContentIndex: Sendable {
    /// Where a stretch begins, and the statement that holds it.
    private var stretches: [(start: Int, statement: Int?)] = []

    init(_ statements: [ReportedStatement]) {
        let contents = statements.indices.flatMap { number in statements[number].content.map { (number, $0.span) } }
        let edges = contents.flatMap { [(at: $1.start, opens: true, $0), (at: $1.end, opens: false, $0)] }
            .sorted { ($0.at, $0.opens ? 1 : 0, $0.2) < ($1.at, $1.opens ? 1 : 0, $1.2) }
        var open: [Int] = []
        for edge in edges {
            if edge.opens { open.append(edge.2) } else { open.lastIndex(of: edge.2).map { _ = open.remove(at: $0) } }
            if stretches.last?.start == edge.at { stretches.removeLast() }
            stretches.append((edge.at, open.max()))
        }
    }

    func statement(at offset: Int) -> Int? {
        let next = stretches.partitioningIndex { $0.start > offset }
        return next == 0 ? nil : stretches[next - 1].statement
    }
}
