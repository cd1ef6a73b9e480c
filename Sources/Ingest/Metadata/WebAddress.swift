/// An absolute address of the web.
struct WebAddress {
    let text: String
    /// In lower case, without `www.`, user and port.
    let domain: String

    /// Nil unless `text` is an `http` or `https` address with a host.
    init?(_ text: String) {
        let text = PlainText.collapsed(text) ?? ""
        guard Self.isAddress(text), !text.contains(" "), let slashes = text.firstRange(of: "://") else { return nil }
        let authority = text[slashes.upperBound...].prefix { !"/?#\\".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        var domain = host.prefix { $0 != ":" }.lowercased()
        if domain.hasPrefix("www.") { domain.removeFirst(4) }
        guard !domain.isEmpty, domain.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x25 }) else { return nil }
        (self.text, self.domain) = (text, domain)
    }

    static func isAddress(_ text: String) -> Bool {
        let head = text.prefix(8).lowercased()
        return head.hasPrefix("http://") || head.hasPrefix("https://")
    }
}
