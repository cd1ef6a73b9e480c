import DemarcheSourceText
import Testing

@Suite struct ScalarOffsetsTests {
    private static let texts = [
        "", "plain ASCII, no table", "Élysée, Kyïv, “so”", "🇺🇦🚀 👩‍👩‍👧 done", "e\u{301}a\u{308}n\u{303}", "总统说：“不。”",
    ]

    @Test(arguments: texts)
    func countsAsUnicodeScalarsDo(words: String) { expectSameCount(words) }

    /// Longer than several blocks of the table, with scalars that lie across the borders of blocks.
    @Test(arguments: ["é", "—", "🚀", "aé—🚀", "xyz总e\u{301}"], [0, 1, 2, 3])
    func countsInLongTexts(unit: String, shift: Int) {
        expectSameCount(String(repeating: "x", count: shift) + String(repeating: unit, count: 700))
    }

    @Test func countsWhereOnlyTheLastScalarIsNotASCII() {
        expectSameCount(String(repeating: "a", count: 1023) + "é")
        expectSameCount(String(repeating: "a", count: 1024) + "é")
    }

    @Test func convertsASpan() {
        let text = SourceText("„Täglich“, sagte 🚀 sie.")
        let words = "sagte"
        let start = text.string.utf8.count - "sagte 🚀 sie.".utf8.count
        let span = ScalarOffsets(text).scalars(TextSpan(start, start + words.utf8.count))
        let scalars = Array(text.string.unicodeScalars)[span.start..<span.end]
        #expect(String(String.UnicodeScalarView(scalars)) == words)
    }

    private func expectSameCount(_ words: String) {
        let offsets = ScalarOffsets(SourceText(words))
        var count = 0
        var offset = 0
        #expect(offsets.scalars(before: 0) == 0)
        for scalar in words.unicodeScalars {
            count += 1
            offset += UTF8.width(scalar)
            guard offsets.scalars(before: offset) != count else { continue }
            Issue.record("\(offsets.scalars(before: offset)) scalars before byte \(offset), and there are \(count)")
            return
        }
    }
}
