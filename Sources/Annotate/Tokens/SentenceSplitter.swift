import DemarcheSourceText

/// Ends sentences at full stops, exclamation and question marks before white space and a capital, a digit or an opening
/// mark; not after a title, a month, an initial or another abbreviation that goes on, and after initials such as `U.S.` only
/// before a word that begins a sentence and no name.
struct SentenceSplitter {
    let text: SourceText
    let lexicon: Lexicon

    /// The sentences of a paragraph without the white space between them; together they hold all its words.
    func sentences(in paragraph: TextSpan, words: ArraySlice<Word>) -> [TextSpan] {
        var sentences: [TextSpan] = []
        var start = paragraph.start
        for index in words.indices where ends(at: index, in: words) {
            var last = index
            while last + 1 < words.endIndex, closes(words[last + 1]), words[last + 1].span.start == words[last].span.end
            {
                last += 1
            }
            guard last + 1 < words.endIndex, begins(words[last + 1]), words[last + 1].span.start > words[last].span.end,
                words[index].isMark || last > index || Self.starters.contains(text[words[last + 1].span].lowercased())
            else { continue }
            sentences.append(text.trimmed(TextSpan(start, words[last].span.end)))
            start = words[last].span.end
        }
        let rest = text.trimmed(TextSpan(start, paragraph.end))
        return rest.isEmpty ? sentences : sentences + [rest]
    }

    private func ends(at index: Int, in words: ArraySlice<Word>) -> Bool {
        let span = words[index].span
        let bytes = text.string.utf8.span
        guard words[index].isMark else { return bytes[span.end - 1] == 0x2E && span.count > 2 }
        let mark = bytes.scalar(at: span.start)
        guard mark == "." else { return mark == "!" || mark == "?" || mark == "…" }
        guard index > words.startIndex else { return false }
        return !lexicon.abbreviations.contains(text[words[index - 1].span].lowercased())
    }

    /// Words that begin sentences and hardly a name.
    private static let starters: Set<String> = [
        "the", "a", "an", "he", "she", "it", "they", "we", "this", "that", "these", "those", "there", "in", "on", "at",
        "but",
        "and", "for", "after", "before", "when", "while", "if", "as", "however", "his", "her", "its", "their",
    ]

    private func closes(_ word: Word) -> Bool {
        switch text.string.utf8.span.scalar(at: word.span.start) {
        case "”", "’", "\"", "'", ")", "]", "»": word.isMark
        default: false
        }
    }

    private func begins(_ word: Word) -> Bool {
        guard let first = text[word.span].first else { return false }
        return first.isUppercase || first.isNumber || "“\"‘'«([—–".contains(first)
    }
}
