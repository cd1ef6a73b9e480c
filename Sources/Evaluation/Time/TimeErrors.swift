/// What differs between the marks of a document and what was found, a line each.
package struct TimeErrors: Sendable {
    package private(set) var lines: [String] = []

    package init(_ document: TimeDocument, _ predicted: [TimeDocument.Mark]) {
        let scalars = Array(document.text.unicodeScalars)
        let (gold, found) = (document.timex.sorted { $0.s < $1.s }, predicted.sorted { $0.s < $1.s })
        func words(_ mark: TimeDocument.Mark) -> String { Self.words(scalars, mark.s, mark.e) }
        func around(_ mark: TimeDocument.Mark) -> String { "…" + Self.words(scalars, mark.s - 60, mark.e + 30) }
        let pairs = TimeScore.pairs(gold, found)
        var rows: [(Int, String)] = pairs.compactMap { mark, mine in
            if mark.value != mine.value {
                return (
                    mark.s, "value   [\(words(mark))] \(mark.value) ≠ [\(words(mine))] \(mine.value)  \(around(mark))"
                )
            }
            return (mark.s, mark.e) == (mine.s, mine.e)
                ? nil : (mark.s, "span    [\(words(mark))] ≠ [\(words(mine))]")
        }
        let (paired, taken) = (pairs.map(\.gold), pairs.map(\.predicted))
        rows += gold.filter { !paired.contains($0) }.map { ($0.s, "missed  [\(words($0))] \($0.value)  \(around($0))") }
        rows += found.filter { !taken.contains($0) }.map { ($0.s, "extra   [\(words($0))] \($0.value)  \(around($0))") }
        lines = rows.sorted { $0.0 < $1.0 }.map { "\(document.id) \($0.1)" }
    }

    private static func words(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> String {
        let range = max(0, start)..<min(scalars.count, max(0, end))
        let words = String(String.UnicodeScalarView(scalars[range]))
        return words.replacing("\n", with: " ")
    }
}
