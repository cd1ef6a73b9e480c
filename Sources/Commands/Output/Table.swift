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

    /// The least that the last column gets.
    private static let leastWords = 20

    /// Every column as wide as its cells; while the last one gets too little, the widest of the others gives way.
    private func widths(_ width: Int) -> [Int] {
        var fixed = columns.indices.dropLast().map { index in
            min(
                columns[index].most, ([columns[index].title] + rows.map { $0[index].printable }).map(\.count).max() ?? 0
            )
        }
        let room = width - 2 * fixed.count
        while room - fixed.reduce(0, +) < Self.leastWords,
            let widest = fixed.indices.max(by: { fixed[$0] < fixed[$1] }),
            fixed[widest] > 4
        { fixed[widest] -= 1 }
        return fixed + [max(1, room - fixed.reduce(0, +))]
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
