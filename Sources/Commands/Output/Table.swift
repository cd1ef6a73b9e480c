/// Rows in columns that fit the width of the terminal: the last column takes what is left and is cut with an ellipsis.
struct Table {
    struct Column {
        let title: String
        /// The most characters it takes; the last column takes the rest.
        let most: Int
    }

    let columns: [Column]
    let rows: [[String]]

    func lines(width: Int) -> [String] {
        let widths = widths(width)
        return [columns.map(\.title)].appending(rows).map { row in
            zip(row, widths).map { Self.fit($0.printable, $1) }.joined(separator: "  ").trimmedEnd
        }
    }

    private func widths(_ width: Int) -> [Int] {
        let natural = columns.indices.map { index in
            min(columns[index].most, ([columns[index].title] + rows.map { $0[index].printable }).map(\.count).max() ?? 0)
        }
        let fixed = natural.dropLast()
        let used = fixed.reduce(0, +) + 2 * fixed.count
        return fixed + [max(16, width - used)]
    }

    private static func fit(_ text: String, _ width: Int) -> String {
        if text.count > width { return text.prefix(max(0, width - 1)) + "…" }
        return text + String(repeating: " ", count: width - text.count)
    }
}

extension Array {
    fileprivate func appending(_ other: [Element]) -> [Element] { self + other }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
