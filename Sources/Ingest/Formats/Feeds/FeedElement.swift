/// An element of a feed: what of XML matters to it.
struct FeedElement: Equatable {
    enum Node: Equatable {
        case element(FeedElement)
        case text(String)
    }

    /// In lower case, with the usual prefix of its namespace and without that of RSS and Atom: `title`, `dc:date`.
    var name: String
    /// By name in lower case.
    var attributes: [String: String] = [:]
    var nodes: [Node] = []

    var children: [FeedElement] {
        nodes.compactMap { if case .element(let child) = $0 { child } else { nil } }
    }

    /// All text inside, however deep.
    var text: String {
        nodes.map {
            switch $0 {
            case .text(let text): text
            case .element(let child): child.text
            }
        }.joined()
    }

    func first(_ name: String) -> FeedElement? { children.first { $0.name == name } }

    /// What stands inside, as markup.
    var markup: String { nodes.map(Self.markup).joined() }

    private static func markup(_ node: Node) -> String {
        switch node {
        case .text(let text): return escaped(text)
        case .element(let element):
            let name = element.name.split(separator: ":").last.map(String.init) ?? element.name
            let attributes = element.attributes.sorted { $0.key < $1.key }.filter { !$0.key.hasPrefix("xml") }
                .map { " \($0.key)=\"\(escaped($0.value).replacing("\"", with: "&quot;"))\"" }.joined()
            let isEmpty = element.nodes.isEmpty && ["br", "img", "hr", "input", "source"].contains(name)
            return isEmpty ? "<\(name)\(attributes) />" : "<\(name)\(attributes)>\(element.markup)</\(name)>"
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

/// The prefixes under which feeds' namespaces are known here.
enum FeedNamespaces {
    /// RSS and Atom in all their versions, which need no prefix.
    private static let plain = [
        "http://backend.userland.com/rss", "http://blogs.law.harvard.edu/tech/rss", "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/",
        "http://purl.org/atom/ns#", "http://www.w3.org/2005/atom", "http://purl.org/pie/", "http://purl.org/echo/",
        "http://example.com/necho", "http://example.com/newformat#", "uri/of/echo/namespace#",
        "http://purl.org/rss/1.0/modules/rss091#",
    ]
    private static let prefixed = [
        "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
        "http://purl.org/rss/1.0/modules/content/": "content", "http://www.w3.org/1999/xhtml": "xhtml",
        "http://search.yahoo.com/mrss/": "media", "http://search.yahoo.com/mrss": "media",
        "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes", "http://example.com/dtds/podcast-1.0.dtd": "itunes",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://www.w3.org/2000/svg": "svg",
        "http://www.w3.org/xml/1998/namespace": "xml",
    ]

    static func name(_ local: String, namespace: String?, prefix: String?) -> String {
        let namespace = namespace?.lowercased() ?? ""
        if let known = prefixed[namespace] { return "\(known):\(local)" }
        let isPlain = plain.contains { namespace == $0 || $0.hasSuffix("rss") && namespace.hasPrefix($0) }
        return isPlain ? local : prefix.map { "\($0):\(local)" } ?? local
    }
}
