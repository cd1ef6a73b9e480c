/// The first rows of a list, and the rest to be unfolded where it is long.
package struct Shortlist<Row> {
    package let first: [Row]
    package let rest: Rest?

    package struct Rest {
        package let count: Int
        package let rows: [Row]
    }

    /// Shows a few more than `most` where that spares the fold.
    package init(_ rows: [Row], most: Int) {
        let isLong = rows.count > most + most / 4
        first = isLong ? Array(rows.prefix(most)) : rows
        rest = isLong ? Rest(count: rows.count - most, rows: Array(rows.dropFirst(most))) : nil
    }
}
