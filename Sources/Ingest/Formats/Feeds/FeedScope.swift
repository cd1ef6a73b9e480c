internal import Foundation

/// What an element inherits from those around it: base, language, and the version of the feed.
struct FeedScope {
    var base: String?
    var language: String?
    var isAtom1 = false
    var isAtom = false

    func inside(_ element: FeedElement) -> FeedScope {
        var scope = self
        let given = element.attributes["xml:base"] ?? (element.name == "channel" ? element.attributes["base"] : nil)
        if let given { scope.base = FeedAddress.base(given, in: base) }
        if let language = element.attributes["xml:lang"] {
            scope.language = language.isEmpty ? nil : language.replacing("_", with: "-")
        }
        return scope
    }

    func resolved(_ address: String) -> String { FeedAddress.resolved(address, base) }

    /// An id is a name; only one that is written as a path is taken for an address.
    func resolvedID(_ id: String) -> String { id.hasPrefix("/") || id.hasPrefix(".") ? resolved(id) : id }

    /// The element's text on one line, nil when there is none.
    func line(_ element: FeedElement) -> String? { PlainText.collapsed(element.text) }

    /// The element's text with its kind: named by Atom's `type` and `mode`, guessed for RSS.
    func text(_ element: FeedElement) -> FeedText {
        let named = element.attributes["type"]?.lowercased()
        var kind = kind(named, element)
        var value = content(element, kind)
        if !isAtom, kind == .plain, Self.looksMarkedUp(value) { kind = .html }
        if kind != .plain { value = FeedAddress.resolvedMarkup(value, base) }
        return FeedText(value: value, kind: kind, base: base, language: language)
    }

    private func kind(_ named: String?, _ element: FeedElement) -> FeedText.Kind {
        switch named {
        case "html", "text/html", "application/html": return .html
        case "xhtml", "application/xhtml+xml": return .xhtml
        case "text", "text/plain": return .plain
        case nil: break
        case let other?: return other.hasSuffix("html") ? .html : .plain
        }
        if ["xhtml:body", "xhtml:div", "body"].contains(element.name) { return .xhtml }
        return ["content:encoded", "fullitem"].contains(element.name) ? .html : .plain
    }

    private func content(_ element: FeedElement, _ kind: FeedText.Kind) -> String {
        if element.attributes["mode"] == "base64" || isEncoded(element) {
            let data = Data(base64Encoded: element.text, options: .ignoreUnknownCharacters) ?? Data()
            return String(decoding: data, as: UTF8.self).trimmingSpace
        }
        let hasMarkup = element.nodes.contains { if case .element = $0 { true } else { false } }
        guard hasMarkup else { return element.text.trimmingSpace }
        let markup = kind == .html ? element.text : element.markup
        return (isAtom1 && kind == .xhtml ? withoutWrapper(element) ?? markup : markup).trimmingSpace
    }

    /// Of Atom 1.0, a type that is neither text nor XML stands in base64.
    private func isEncoded(_ element: FeedElement) -> Bool {
        guard isAtom1, let type = element.attributes["type"]?.lowercased(), type.contains("/") else { return false }
        return !type.hasPrefix("text/") && !type.hasSuffix("xml")
    }

    /// Atom 1.0 wraps XHTML into a `div` that is not part of it.
    private func withoutWrapper(_ element: FeedElement) -> String? {
        let children = element.children
        let isAlone = element.nodes.allSatisfy { node in
            if case .text(let text) = node { text.allSatisfy(\.isWhitespace) } else { true }
        }
        guard isAlone, children.count == 1, children[0].name == "xhtml:div" || children[0].name == "div" else {
            return nil
        }
        return children[0].markup
    }

    private static func looksMarkedUp(_ text: String) -> Bool {
        guard let start = text.firstIndex(of: "<") else {
            return text.firstRange(of: "&#") != nil
                || ["&nbsp;", "&amp;", "&lt;", "&quot;"].contains { text.contains($0) }
        }
        let behind = text[text.index(after: start)...]
        return behind.contains(">") && (behind.first?.isLetter == true || behind.first == "/" || behind.first == "!")
    }
}
