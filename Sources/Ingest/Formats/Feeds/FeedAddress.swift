internal import Foundation

/// Addresses in feeds, which may be relative to what stands around them.
enum FeedAddress {
    /// `text` as seen from `base`; as it is where that says nothing.
    static func resolved(_ text: String, _ base: String?) -> String {
        let text = text.split { $0.isNewline }.joined().trimmingSpace
        guard let base, !base.isEmpty, let from = URL(string: base), from.scheme != nil else { return text }
        if let scheme = text.firstIndex(of: ":"), text[..<scheme].allSatisfy({ $0.isLetter || $0.isNumber }) {
            return text
        }
        return URL(string: text, relativeTo: from)?.absoluteURL.absoluteString ?? text
    }

    private static let attributes = ["href", "src", "cite", "action", "longdesc", "poster", "background", "data"]

    /// Markup with the addresses in its tags resolved.
    static func resolvedMarkup(_ markup: String, _ base: String?) -> String {
        guard base != nil, markup.utf8.contains(0x3C) else { return markup }
        var resolved = ""
        var rest = markup[...]
        while let tag = rest.firstIndex(of: "<") {
            resolved += rest[..<tag]
            let end = rest[tag...].firstIndex(of: ">") ?? rest.endIndex
            resolved += resolvedTag(rest[tag..<end], base)
            rest = rest[end...]
        }
        return resolved + rest
    }

    private static func resolvedTag(_ tag: Substring, _ base: String?) -> String {
        var words = ""
        var rest = tag
        while let equals = rest.firstIndex(of: "=") {
            let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last?.lowercased() ?? ""
            words += rest[...equals]
            rest = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
            guard let quote = rest.first, quote == "\"" || quote == "'" else { continue }
            let value = rest.dropFirst().prefix { $0 != quote }
            words.append(quote)
            words += attributes.contains(name) ? Self.resolved(String(value), base) : String(value)
            rest = rest[value.endIndex...]
        }
        return words + rest
    }
}

extension String {
    /// Without white space at both ends.
    var trimmingSpace: String {
        let head = drop(while: \.isWhitespace)
        return String(head.prefix(head.count - head.reversed().prefix(while: \.isWhitespace).count))
    }
}
