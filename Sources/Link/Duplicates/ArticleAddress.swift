/// The address of an article without what differs between links to one page: scheme, `www.` and its like, fragment, marks of
/// tracking and a slash at the end.
struct ArticleAddress: Hashable, Sendable {
    let text: String

    /// - Parameter text: that of an address.
    init(text: String) { self.text = text }

    /// Nil when nothing is left.
    init?(_ url: String) {
        var bytes = Array(url.lowercased().utf8)[...]
        bytes = bytes.prefix { $0 != UInt8(ascii: "#") }
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) {
            bytes = bytes[(colon + 3)...]
        }
        for prefix in Self.hosts where bytes.starts(with: prefix) { bytes = bytes.dropFirst(prefix.count) }
        let page = bytes.prefix { $0 != UInt8(ascii: "?") }
        let query = Self.meaning(of: bytes[page.endIndex...].dropFirst())
        let path = page.reversed().drop { $0 == UInt8(ascii: "/") }.reversed()
        guard !path.isEmpty else { return nil }
        text = String(decoding: path, as: UTF8.self) + (query.isEmpty ? "" : "?\(query)")
    }

    private static func meaning(of query: ArraySlice<UInt8>) -> String {
        query.split(separator: UInt8(ascii: "&")).filter { field in !tracking.contains { field.starts(with: $0) } }
            .map { String(decoding: $0, as: UTF8.self) }.sorted().joined(separator: "&")
    }

    private static let hosts = ["www.", "m.", "amp."].map { Array($0.utf8) }
    private static let tracking = ["utm_", "fbclid=", "gclid=", "ref=", "cmpid=", "ocid="].map { Array($0.utf8) }
}
