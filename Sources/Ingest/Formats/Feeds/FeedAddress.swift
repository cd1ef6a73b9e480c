/// Addresses in feeds, which may be relative to what stands around them.
enum FeedAddress {
    /// `text` as seen from `base`, after RFC 3986, letters beyond ASCII as they are; as it is where `base` says nothing.
    static func resolved(_ text: String, _ base: String?) -> String {
        let text = text.split { $0.isNewline }.joined().trimmingSpace
        guard scheme(of: text) == nil, let base, let scheme = scheme(of: base) else { return text }
        let rest = base.dropFirst(scheme.count + 1)
        if text.hasPrefix("//") { return "\(scheme):\(text)" }
        let host = rest.hasPrefix("//") ? String(rest.dropFirst(2).prefix { !"/?#".contains($0) }) : ""
        let path = rest.dropFirst(rest.hasPrefix("//") ? host.count + 2 : 0).prefix { $0 != "#" }
        let front = "\(scheme):" + (rest.hasPrefix("//") ? "//\(host)" : "")
        if text.isEmpty || text.hasPrefix("#") { return front + path + text }
        let plainPath = path.prefix { $0 != "?" }
        if text.hasPrefix("?") { return front + plainPath + text }
        return front + withoutDots(text.hasPrefix("/") ? text : "\(folder(of: plainPath))\(text)")
    }

    /// A new base within another. What is no address of the web is none; a slash too many is one.
    static func base(_ text: String, in base: String?) -> String? {
        let address = resolved(text.replacing(":///", with: "://"), base)
        guard let scheme = scheme(of: address) else { return address }
        return ["http", "https", "ftp"].contains(scheme.lowercased()) ? address : base
    }

    private static func scheme(of text: String) -> String? {
        guard let colon = text.firstIndex(of: ":"), text.first?.isLetter == true else { return nil }
        let scheme = text[..<colon]
        return scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
            ? String(scheme) : nil
    }

    private static func folder(of path: Substring) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
    }

    /// The path without `.` and `..`; the query behind it stays.
    private static func withoutDots(_ text: String) -> String {
        let path = text.prefix { !"?#".contains($0) }
        var parts: [Substring] = []
        let given = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in given.enumerated() {
            let isLast = index == given.count - 1
            if part == ".." {
                if parts.count > 1 { parts.removeLast() }
            } else if part != "." {
                parts.append(part)
            }
            if isLast, part == "." || part == ".." { parts.append("") }
        }
        return parts.joined(separator: "/") + text[path.endIndex...]
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
