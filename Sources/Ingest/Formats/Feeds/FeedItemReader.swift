internal import Foundation

/// Reads the children of a channel, feed, item or entry.
struct FeedItemReader {
    private let scope: FeedScope
    private let isHead: Bool
    private(set) var item = FeedItem()
    private var lateTitle: FeedText?

    init(_ element: FeedElement, _ scope: FeedScope, isHead: Bool) {
        self.scope = scope
        self.isHead = isHead
        readAttributes(element)
        element.children.forEach { read($0, scope.inside($0)) }
        item.title = item.title ?? lateTitle
        if item.language == nil { item.language = scope.language }
    }

    /// What CDF and RDF say in attributes.
    private mutating func readAttributes(_ element: FeedElement) {
        if let address = element.attributes["href"] { addLink(FeedLink(address: scope.resolved(address))) }
        item.updated = element.attributes["lastmod"]
        item.id = element.attributes["rdf:about"]
    }

    private mutating func read(_ child: FeedElement, _ scope: FeedScope) {
        switch child.name {
        case "title", "dc:title": if item.title == nil { item.title = scope.text(child) }
        case "media:title": lateTitle = scope.text(child)
        case "link", "a": readLink(child, scope)
        case "id", "dc:identifier": if let id = scope.line(child) { item.id = scope.resolvedID(id) }
        case "guid": readGUID(child, scope)
        case "description", "dc:description", "abstract", "summary", "itunes:summary", "subtitle", "tagline",
            "itunes:subtitle":
            readSummary(child, scope)
        case "content", "content:encoded", "fullitem", "xhtml:body", "xhtml:div", "body", "prodlink":
            item.contents.append(scope.text(child))
        case "author", "dc:author", "dc:creator", "managingeditor", "itunes:author":
            if let author = FeedAuthor(child, scope) { item.authors.append(author) }
        case "pubdate", "published", "issued", "dcterms:issued": item.published = scope.line(child) ?? item.published
        case "updated", "modified", "dcterms:modified", "dc:date", "lastbuilddate":
            item.updated = scope.line(child) ?? item.updated
        case "created", "dcterms:created": item.created = scope.line(child) ?? item.created
        case "language", "dc:language": item.language = scope.line(child)
        default: break
        }
    }

    /// The second of several short forms is content: it is the longer one where feeds have both.
    private mutating func readSummary(_ child: FeedElement, _ scope: FeedScope) {
        let text = scope.text(child)
        if item.summary == nil || isHead && item.summary?.value == "" {
            item.summary = text
        } else if !isHead, ["summary", "description"].contains(child.name) {
            item.contents.append(text)
        }
    }

    private mutating func readLink(_ child: FeedElement, _ scope: FeedScope) {
        if let address = child.attributes["href"] {
            addLink(
                FeedLink(
                    address: scope.resolved(address), relation: relation(child.attributes["rel"]),
                    mediaType: child.attributes["type"]
                        ?? (child.attributes["rel"] == "self" ? "application/atom+xml" : "text/html"),
                    title: child.attributes["title"]))
        } else if child.name == "link", let address = scope.line(child) {
            let relation = relation(child.attributes["rel"])
            addLink(FeedLink(address: scope.resolved(address), relation: relation, mediaType: "text/html"))
        }
    }

    /// IANA's registered relations may be written as addresses.
    private func relation(_ text: String?) -> String {
        let text = text ?? "alternate"
        let registry = "http://www.iana.org/assignments/relation/"
        return text.hasPrefix(registry) ? String(text.dropFirst(registry.count)) : text
    }

    private mutating func addLink(_ link: FeedLink) { item.links.append(link) }

    private mutating func readGUID(_ child: FeedElement, _ scope: FeedScope) {
        guard let id = scope.line(child) else { return }
        item.isIDAddress = child.attributes["ispermalink"]?.lowercased() ?? "true" == "true"
        item.id = item.isIDAddress ? scope.resolved(id) : id
    }
}

extension FeedAuthor {
    /// An author by elements of its own or by `name (address)` in one line.
    init?(_ element: FeedElement, _ scope: FeedScope) {
        let name = element.first("name").flatMap(scope.line)
        let email = element.first("email").flatMap(scope.line)
        let address = ["uri", "url", "homepage"].lazy.compactMap { element.first($0) }.first
            .flatMap(scope.line).map(scope.resolved)
        if name != nil || email != nil || address != nil {
            self.init(name: name, email: email, address: address)
        } else if let line = scope.line(element) {
            self.init(line: line)
        } else {
            return nil
        }
    }

    /// `Ann Example (ann@courier.example)`, `ann@courier.example (Ann Example)`, or one of them.
    init(line: String) {
        let isEmail = { (word: Substring) in word.contains("@") && word.contains(".") }
        let words = line.split { " ()<>\t\"".contains($0) }
        let email = words.first(where: isEmail)
        let name = words.filter { $0 != email && $0 != "mailto:" }.joined(separator: " ")
        self.init(name: name.isEmpty ? nil : name, email: email.map(String.init))
    }
}
