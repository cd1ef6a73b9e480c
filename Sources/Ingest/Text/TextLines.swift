import DemarcheSourceText

/// Cuts a plain text into paragraphs: one a line, or, where the file is wrapped at a column, one between blank lines.
struct TextLines {
    let text: SourceText

    /// The paragraphs in text order without the white space around them; none is empty.
    func paragraphs() -> [TextSpan] {
        let groups = lineGroups()
        return isWrapped(groups) ? groups.map { TextSpan($0[0].start, $0[$0.count - 1].end) } : groups.flatMap(\.self)
    }

    /// The lines that are not blank, grouped between blank ones. One pass over the bytes.
    private func lineGroups() -> [[TextSpan]] {
        var groups: [[TextSpan]] = [[]]
        var start = 0
        let bytes = text.string.utf8.span
        for offset in bytes.indices where bytes[offset] == 0x0A || bytes[offset] == 0x0D {
            close(TextSpan(start, offset), isLineFeed: bytes[offset] == 0x0A, in: &groups)
            start = offset + 1
        }
        close(TextSpan(start, bytes.count), isLineFeed: true, in: &groups)
        return groups.filter { !$0.isEmpty }
    }

    private func close(_ line: TextSpan, isLineFeed: Bool, in groups: inout [[TextSpan]]) {
        let trimmed = text.trimmed(line)
        if !trimmed.isEmpty {
            groups[groups.count - 1].append(trimmed)
        } else if !(isLineFeed && line.start > 0 && text.byte(at: line.start - 1) == 0x0D && line.isEmpty) {
            groups.append([])
        }
    }

    /// Whether most lines that another follows without a blank one break at a column between 50 and 100 bytes, inside
    /// a sentence.
    private func isWrapped(_ groups: [[TextSpan]]) -> Bool {
        let followed = groups.filter { $0.count > 2 }.flatMap { $0.dropLast() }
        guard followed.count >= 3 else { return false }
        let broken = followed.count { (50...100).contains($0.count) && !endsSentence($0) }
        return broken * 2 > followed.count && !groups.joined().contains { $0.count > 160 }
    }

    private func endsSentence(_ line: TextSpan) -> Bool { text[line].endsSentence }
}

extension Substring {
    /// Whether the line closes as a sentence does, a closing quotation mark or bracket left aside.
    var endsSentence: Bool {
        if utf8.last == 0x2E { return true }
        let last = reversed().first { !"\"'”’»›)]*_".contains($0) }
        return last.map { ".!?…".contains($0) } ?? false
    }

    /// Words parted by ASCII white space.
    var wordCount: Int {
        var count = 0
        var isInWord = false
        let bytes = utf8.span
        for index in bytes.indices {
            let isSpace = bytes[index] == 0x20 || bytes[index] &- 0x09 < 5
            if !isSpace, !isInWord { count += 1 }
            isInWord = !isSpace
        }
        return count
    }
}
