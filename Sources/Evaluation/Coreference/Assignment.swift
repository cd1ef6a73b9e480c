/// The exact assignment of rows to columns, each to at most one, by the Hungarian method: H. W. Kuhn, *The Hungarian
/// Method for the Assignment Problem*, Naval Research Logistics Quarterly 2, 1955, in time cubic in the longer side.
package struct Assignment {
    /// The largest sum of weights that an assignment can have; weights are not negative.
    package static func largestTotal(_ weights: [[Double]]) -> Double {
        guard let columns = weights.first?.count, columns > 0 else { return 0 }
        guard weights.count <= columns else {
            return largestTotal((0..<columns).map { column in weights.map { $0[column] } })
        }
        var assignment = Assignment(weights, columns)
        for row in 1...weights.count { assignment.insert(row) }
        return (1...columns).reduce(0) { $0 - assignment.cost(assignment.rows[$1], $1) }
    }

    private let weights: [[Double]]
    /// The row of each column. Rows and columns count from 1: 0 is none, and column 0 holds the row that has none yet.
    private var rows: [Int]
    private var rowPotentials: [Double]
    private var columnPotentials: [Double]

    private init(_ weights: [[Double]], _ columns: Int) {
        self.weights = weights
        rows = Array(repeating: 0, count: columns + 1)
        rowPotentials = Array(repeating: 0, count: weights.count + 1)
        columnPotentials = Array(repeating: 0, count: columns + 1)
    }

    private func cost(_ row: Int, _ column: Int) -> Double { row == 0 ? 0 : -weights[row - 1][column - 1] }

    /// Finds the cheapest path from `row` to a free column and moves the rows along it.
    private mutating func insert(_ row: Int) {
        rows[0] = row
        var search = Search(columns: rows.count)
        var column = 0
        repeat {
            search.isReached[column] = true
            let (next, distance) = nearest(from: column, &search)
            shift(by: distance, &search)
            column = next
        } while rows[column] != 0
        while column != 0 {
            rows[column] = rows[search.previous[column]]
            column = search.previous[column]
        }
    }

    private struct Search {
        var isReached: [Bool]
        var distances: [Double]
        var previous: [Int]

        init(columns: Int) {
            isReached = Array(repeating: false, count: columns)
            distances = Array(repeating: .infinity, count: columns)
            previous = Array(repeating: 0, count: columns)
        }
    }

    private func nearest(from column: Int, _ search: inout Search) -> (column: Int, distance: Double) {
        let row = rows[column]
        var nearest = (column: 0, distance: Double.infinity)
        for other in rows.indices where !search.isReached[other] {
            let distance = cost(row, other) - rowPotentials[row] - columnPotentials[other]
            if distance < search.distances[other] {
                (search.distances[other], search.previous[other]) = (distance, column)
            }
            if search.distances[other] < nearest.distance { nearest = (other, search.distances[other]) }
        }
        return nearest
    }

    private mutating func shift(by distance: Double, _ search: inout Search) {
        for column in rows.indices {
            if search.isReached[column] {
                rowPotentials[rows[column]] += distance
                columnPotentials[column] -= distance
            } else {
                search.distances[column] -= distance
            }
        }
    }
}
