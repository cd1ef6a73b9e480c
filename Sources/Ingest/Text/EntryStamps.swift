import DemarcheSourceText

/// Cuts lines in which the entries of a live blog run on: `… he said. 5 Nov 1956 - 21:10 GMT The envoys …`.
///
/// A stamp is a day and behind it a time of day (``DateLine``), at the head of the line or behind a sentence. In a sentence the
/// time stands before the day, or behind a word.
struct EntryStamps {
    let text: SourceText

    /// How many words a stamp has, a dash among them.
    private static let lengths = (4...7).reversed()

    /// The stamps of a line and what stands between them, in order; the line itself where it has none. Linear in the line.
    func cut(_ line: TextSpan) -> [TextSpan] {
        guard hasTime(line) else { return [line] }
        let words = words(of: line)
        var (parts, start, place) = ([TextSpan](), line.start, 0)
        while place < words.count {
            guard isHead(place, words), let stamp = stamp(at: place, words) else {
                place += 1
                continue
            }
            parts += [TextSpan(start, stamp.span.start), stamp.span]
            (start, place) = (stamp.span.end, place + stamp.count)
        }
        return (parts + [TextSpan(start, line.end)]).map(text.trimmed).filter { !$0.isEmpty }
    }

    private func stamp(at place: Int, _ words: [TextSpan]) -> (span: TextSpan, count: Int)? {
        for count in Self.lengths where place + count <= words.count {
            let span = TextSpan(words[place].start, words[place + count - 1].end)
            if hasTime(span), DateLine.date(in: text[span]) != nil { return (span, count) }
        }
        return nil
    }

    /// Whether a sentence can begin with a word that holds figures or the name of a month.
    private func isHead(_ place: Int, _ words: [TextSpan]) -> Bool {
        guard let first = text.byte(at: words[place].start), first &- 0x30 < 10 || first &- 0x41 < 26 else {
            return false
        }
        return place == 0 || text[words[place - 1]].endsSentence
    }

    /// Whether a colon stands between two digits.
    private func hasTime(_ span: TextSpan) -> Bool {
        let bytes = text.string.utf8.span
        guard span.count > 2 else { return false }
        return (span.start + 1..<span.end - 1).contains { offset in
            bytes[offset] == UInt8(ascii: ":") && bytes[offset - 1] &- 0x30 < 10 && bytes[offset + 1] &- 0x30 < 10
        }
    }

    /// The runs between spaces.
    private func words(of line: TextSpan) -> [TextSpan] {
        (line.start..<line.end).split { text.byte(at: $0) == 0x20 }.map { TextSpan($0.lowerBound, $0.upperBound) }
    }
}
