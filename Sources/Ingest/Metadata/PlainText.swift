import DemarcheRecords

/// Values of metadata as plain text.
enum PlainText {
    /// `text` with white space runs collapsed, nil when nothing is left.
    static func collapsed(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// `text` with the character references that systems leave in values, `Ana &amp; Jo`, read as HTML has them in a title;
    /// tags stay.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        let page = "<!doctype html><title>" + text.replacing("<", with: "&lt;")
        do throws(Refusal) {
            let document = try HTMLDocument(path: "")
            try document.parse(Array(page.utf8), path: "")
            return document.title ?? text
        } catch {
            return text
        }
    }

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
