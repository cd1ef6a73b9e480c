/// The address of an article without what differs between links to one page: scheme, `www.` and its like, fragment, marks of
/// tracking and a slash at the end.
struct ArticleAddress: Hashable, Sendable {
    private let text: String

    /// Nil when nothing is left.
    init?(_ url: String) {
        var rest = url.lowercased()[...]
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        rest = rest.prefix { $0 != "#" }
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard var page = parts.first else { return nil }
        for prefix in ["www.", "m.", "amp."] where page.hasPrefix(prefix) { page = page.dropFirst(prefix.count) }
        while page.last == "/" { page.removeLast() }
        let query = parts.dropFirst().first.map(Self.meaning) ?? ""
        guard !page.isEmpty else { return nil }
        text = query.isEmpty ? String(page) : "\(page)?\(query)"
    }

    private static func meaning(of query: Substring) -> String {
        query.split(separator: "&").filter { field in !tracking.contains { field.hasPrefix($0) } }.sorted()
            .joined(separator: "&")
    }

    private static let tracking = ["utm_", "fbclid=", "gclid=", "ref=", "cmpid=", "ocid="]
}
