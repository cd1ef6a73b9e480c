import Foundation

/// What JSON-LD after schema.org says about the article. What is malformed is passed over.
struct StructuredData {
    private(set) var headline: String?
    private(set) var authors: [String] = []
    private(set) var publisher: String?
    private(set) var published: String?
    private(set) var modified: String?

    /// Reads the `application/ld+json` scripts of one page and takes the first article in them; a `WebPage` only lends
    /// its dates.
    init(_ scripts: [[UInt8]]) {
        var objects: [[String: Any]] = []
        for script in scripts {
            guard let value = try? JSONSerialization.jsonObject(with: Data(script)) else { continue }
            objects += Self.objects(in: value)
        }
        let page = objects.first { Self.isType($0) { $0 == "WebPage" } }
        published = Self.text(page?["datePublished"])
        modified = Self.text(page?["dateModified"])
        if let article = objects.first(where: { Self.isType($0, Self.isArticle) }) { read(article, Self.byID(objects)) }
    }

    private mutating func read(_ article: [String: Any], _ byID: [String: [String: Any]]) {
        headline = Self.text(article["headline"])
        authors = Self.names(article["author"] ?? article["creator"], byID)
        publisher = Self.names(article["publisher"], byID).first
        published = Self.text(article["datePublished"]) ?? published
        modified = Self.text(article["dateModified"]) ?? modified
    }

    /// How many objects of one page are looked at.
    private static let objectLimit = 10_000

    /// All objects in lists, in `@graph` and in `mainEntity`, in the order of the source.
    private static func objects(in value: Any) -> [[String: Any]] {
        var found: [[String: Any]] = []
        var waiting = [value]
        while let next = waiting.popLast(), found.count < objectLimit {
            if let list = next as? [Any] {
                waiting += list.reversed()
            } else if let object = next as? [String: Any] {
                found.append(object)
                waiting += ["mainEntityOfPage", "mainEntity", "@graph"].compactMap { object[$0] }
            }
        }
        return found
    }

    private static func isType(_ object: [String: Any], _ isWanted: (Substring) -> Bool) -> Bool {
        let types = object["@type"] as? [Any] ?? [object["@type"] ?? ""]
        return types.contains { ($0 as? String)?.split(separator: "/").last.map(isWanted) ?? false }
    }

    private static func isArticle(_ type: Substring) -> Bool {
        type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type == "Report" || type == "ClaimReview"
    }

    private static func byID(_ objects: [[String: Any]]) -> [String: [String: Any]] {
        var byID: [String: [String: Any]] = [:]
        for object in objects {
            if let id = object["@id"] as? String, byID[id]?["name"] == nil { byID[id] = object }
        }
        return byID
    }

    /// Names of a person or organisation, or of a list of them; addresses are no names.
    private static func names(_ value: Any?, _ byID: [String: [String: Any]]) -> [String] {
        let list = value as? [Any] ?? [value].compactMap(\.self)
        return list.flatMap { entry -> [String] in
            guard let object = entry as? [String: Any] else { return [text(entry)].compactMap(\.self) }
            let named = (object["@id"] as? String).flatMap { object["name"] == nil ? byID[$0] : nil } ?? object
            if let names = named["name"] as? [Any] { return names.compactMap(text) }
            return [text(named["name"])].compactMap(\.self)
        }.filter { !WebAddress.isAddress($0) }
    }

    private static func text(_ value: Any?) -> String? { (value as? String).flatMap(PlainText.collapsed) }
}
