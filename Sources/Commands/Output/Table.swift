/// Rows in columns that fit the width of the terminal: the last column takes what is left and is cut with an ellipsis.
struct Table {
    struct Column {
        let title: String
        /// The most cells it takes; the last column takes the rest.
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
                columns[index].most, ([columns[index].title] + rows.map { $0[index].printable }).map(\.cells).max() ?? 0
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
        var text = text
        if text.cells > width {
            while !text.isEmpty, text.cells > width - 1 { text.removeLast() }
            text += "…"
        }
        return text + String(repeating: " ", count: max(0, width - text.cells))
    }
}

extension Array {
    fileprivate func appending(_ other: [Element]) -> [Element] { self + other }
}

extension String {
    /// How many cells of a terminal the text takes: two for a wide letter, none for an accent.
    fileprivate var cells: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return reduce(0) { $0 + $1.cells }
    }

    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension Character {
    /// By its first scalar: two for what Unicode Standard Annex 11 calls wide, and for emoji; none for a lone accent.
    fileprivate var cells: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        if scalar.properties.isEmojiPresentation || Self.wide.contains(where: { $0.contains(scalar.value) }) {
            return 2
        }
        return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }

    /// Hangul, kana, Chinese characters and their full-width forms.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
    ]
}
