import DemarcheRecords

/// Finds the headline among the headings of a page.
enum Headline {
    /// The element that is the headline, nil when no heading can be told to be it. `titles` are what the metadata
    /// calls the article, best first; `outlet` is the name that stands in many a page's first `h1`.
    static func find(in page: Page, _ content: MainContent, titles: [String], outlet: String?) -> Int? {
        let titles = titles.map(normalized)
        let outlet = outlet.map(normalized)
        let headings = elements(of: page) { Tag.isHeading($0) }.filter { content.reasons[$0.element] != .comments }
        let first = headings.filter { page.elements[$0.element].tag == Tag.h1 && $0.text != outlet }
        if let match = first.first(where: { isNamed($0.text, titles) }) { return match.element }
        if let same = headings.first(where: { titles.contains($0.text) }) { return same.element }
        let likely = titles.isEmpty ? first : first.filter { sharesWord($0.text, titles) }
        return nearest(likely.map(\.element), page, content)
    }

    /// Whether a heading and one of the titles have a word of four letters or more in common: an `h1` that has none is
    /// the name of the site or of a section.
    private static func sharesWord(_ heading: String, _ titles: [String]) -> Bool {
        func words(_ text: String) -> [Substring] { text.split { !$0.isLetter }.filter { $0.utf8.count >= 4 } }
        let known = Set(titles.flatMap(words))
        return words(heading).contains { known.contains($0) }
    }

    /// Compares without case, quotation mark shapes and runs of white space.
    static func normalized(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        var isGap = false
        for scalar in text.lowercased().unicodeScalars {
            if scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace {
                isGap = !plain.isEmpty
                continue
            }
            if isGap { plain.append(" ") }
            isGap = false
            plain.append(plainMark(scalar))
        }
        return String(plain)
    }

    private static func plainMark(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "‘", "’", "ʼ": "'"
        case "“", "”": "\""
        default: scalar
        }
    }

    private static func isNamed(_ heading: String, _ titles: [String]) -> Bool {
        heading.utf8.count >= 12 && titles.contains { $0.hasPrefix(heading) }
    }

    /// The first inside the article, or else the last before it.
    private static func nearest(_ elements: [Int], _ page: Page, _ content: MainContent) -> Int? {
        guard let main = content.element else { return elements.first }
        let end = page.elements[main].end
        return elements.first { main <= $0 && $0 < end && content.reasons[$0] == nil } ?? elements.last { $0 < main }
    }

    /// The elements that are wanted, with their normalized texts.
    private static func elements(
        of page: Page, where isWanted: (UInt) -> Bool
    ) -> [(element: Int, text: String)] {
        var found: [(element: Int, text: String)] = []
        for block in page.blocks {
            guard let heading = heading(around: block.element, page, isWanted) else { continue }
            if found.last?.element == heading {
                found[found.count - 1].text += " " + page.string(block)
            } else {
                found.append((heading, page.string(block)))
            }
        }
        return found.map { ($0.element, normalized($0.text)) }
    }

    private static func heading(around element: Int, _ page: Page, _ isWanted: (UInt) -> Bool) -> Int? {
        if isWanted(page.elements[element].tag) { return element }
        guard let parent = page.elements[element].parent, isWanted(page.elements[parent].tag) else { return nil }
        return parent
    }
}
