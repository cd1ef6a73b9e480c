import DemarcheRecords

/// Reads the tag and attributes of one element: what it is in the article, and why it may not be the article.
enum ElementReader {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Fills in `element`; gives false when the element is hidden.
    static func read(_ attributes: HTMLAttributes, into element: inout PageElement) -> Bool {
        readTag(&element)
        for (name, value) in attributes where !name.isEmpty {
            switch name.count {
            case 2 where name.equals("id"), 5 where name.equals("class"): readName(value, &element)
            case 5 where name.equals("style"): if hidesContent(value) { return false }
            case 6 where name.equals("hidden"): if !isStreamed(attributes) { return false }
            case 4 where name.equals("href"): if leadsToAuthor(value) { element.marks.insert(.byline) }
            case 8 where name.equals("itemprop"): readProperty(value, &element)
            case 4 where name.equals("role"): readRole(value, &element)
            case 3 where name.equals("rel"): if value.lists("author") { element.marks.insert(.byline) }
            case 11 where name.equals("aria-hidden"):
                if value.equals("true"), !mayHoldContent(element.tag) { return false }
            default: break
            }
        }
        return true
    }

    private static func readTag(_ element: inout PageElement) {
        switch element.tag {
        case Tag.nav, Tag.menu, Tag.footer: element.reason = .navigation
        case Tag.aside: (element.reason, element.isNamedOnly) = (.related, true)
        case Tag.header: element.marks = .header
        case Tag.figure: element.marks = .figure
        case Tag.figcaption: element.marks = [.caption, .figure]
        case Tag.caption: element.marks = .caption
        case Tag.blockquote: element.marks = .quotation
        case Tag.main: element.marks = .main
        case Tag.form, Tag.dialog: (element.reason, element.isNamedOnly) = (.navigation, true)
        default: break
        }
    }

    /// The names of the whole page speak of its layout, not of its text.
    private static func readName(_ value: Bytes, _ element: inout PageElement) {
        guard element.tag != Tag.body, element.tag != Tag.html else { return }
        ElementSignals.read(value, into: &element)
    }

    private static func readProperty(_ value: Bytes, _ element: inout PageElement) {
        if value.lists("articleBody") { element.marks.insert(.articleBody) }
        if value.lists("author") { element.marks.insert(.byline) }
        if value.lists("description") || value.lists("alternativeHeadline") { element.marks.insert(.summary) }
        if value.lists("datePublished") || value.lists("dateModified") { element.marks.insert(.date) }
    }

    private static func readRole(_ value: Bytes, _ element: inout PageElement) {
        if value.lists("main") { element.marks.insert(.main) }
        if value.lists("navigation") || value.lists("banner") || value.lists("contentinfo") || value.lists("search") {
            element.reason = .navigation
        }
        if value.lists("complementary") { element.reason = .related }
    }

    /// Whether an address is that of an author's page: `/author/ines-halvorsen`.
    private static func leadsToAuthor(_ address: Bytes) -> Bool {
        guard address.count < 200, let slash = address.lastIndex(of: 0x2F), slash > 0 else { return false }
        let folder = address[..<slash]
        return authorFolders.contains { folder.count >= $0.count && folder.suffix($0.count).elementsEqual($0) }
    }

    private static let authorFolders = ["/author", "/authors", "/contributor", "/contributors"].map { Array($0.utf8) }

    /// Some pages hide their article from screen readers by mistake; only small things are believed.
    private static func mayHoldContent(_ tag: UInt) -> Bool {
        Tag.layout(tag) == .block && tag != Tag.li && tag != Tag.nav && tag != Tag.figure
    }

    /// Whether an element is a part of the page that its server sent late: React moves `<div hidden id="S:1">` to its
    /// place as soon as scripts run.
    private static func isStreamed(_ attributes: HTMLAttributes) -> Bool {
        attributes.contains { $0.name.equals("id") && $0.value.starts(with: "S:".utf8) }
    }

    /// Whether a style says `display: none`; white space and case do not count.
    private static func hidesContent(_ style: Bytes) -> Bool {
        var matched = 0
        for byte in style where byte > 0x20 {
            let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
            matched = small == hidden[matched] ? matched + 1 : small == hidden[0] ? 1 : 0
            if matched == hidden.count { return true }
        }
        return false
    }

    private static let hidden = Array("display:none".utf8)
}
