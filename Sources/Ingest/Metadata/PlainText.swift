/// Values of metadata as plain text.
enum PlainText {
    /// `text` with white space runs collapsed, nil when nothing is left.
    static func collapsed(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// `text` with the character references that systems leave in values: `Ana &amp; Jo`.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        var text = text
        for (reference, character) in references { text = text.replacing(reference, with: character) }
        return text
    }

    private static let references = [
        ("&quot;", "\""), ("&#34;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&#039;", "'"), ("&#x27;", "'"),
        ("&nbsp;", "\u{A0}"), ("&#8217;", "’"), ("&rsquo;", "’"), ("&lsquo;", "‘"), ("&#8216;", "‘"), ("&ldquo;", "“"),
        ("&#8220;", "“"), ("&rdquo;", "”"), ("&#8221;", "”"), ("&ndash;", "–"), ("&#8211;", "–"), ("&mdash;", "—"),
        ("&#8212;", "—"), ("&#8230;", "…"), ("&lt;", "<"), ("&gt;", ">"), ("&#38;", "&"), ("&#038;", "&"),
        ("&#x26;", "&"),
        ("&amp;", "&"),
    ]

    /// A page's title without the outlet's name behind ` | `, ` - ` or ` – `.
    static func title(_ title: String, outlet: String?) -> String {
        for separator in [" | ", " - ", " – ", " — ", " :: "] {
            guard let parts = split(title, before: separator) else { continue }
            let isOutlet = outlet.map { parts.tail.lowercased() == $0.lowercased() } ?? false
            if isOutlet || separator == " | " { return parts.head }
        }
        return title
    }

    private static func split(_ title: String, before separator: String) -> (head: String, tail: String)? {
        guard let range = title.ranges(of: separator).last, range.lowerBound > title.startIndex else { return nil }
        return (String(title[..<range.lowerBound]), String(title[range.upperBound...]))
    }
}
