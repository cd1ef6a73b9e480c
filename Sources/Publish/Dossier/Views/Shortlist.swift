/// The first rows of a list, and the rest to be unfolded where it is long.
struct Shortlist<Row> {
    let first: [Row]
    let rest: Rest?

    struct Rest {
        let count: Int
        let rows: [Row]
    }

    /// Shows a few more than `most` where that spares the fold.
    init(_ rows: [Row], most: Int) {
        let isLong = rows.count > most + most / 4
        first = isLong ? Array(rows.prefix(most)) : rows
        rest = isLong ? Rest(count: rows.count - most, rows: Array(rows.dropFirst(most))) : nil
    }
}
