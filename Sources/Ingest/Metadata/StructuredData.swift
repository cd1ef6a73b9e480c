import Foundation

/// What JSON-LD after schema.org says about the article. What is malformed is passed over.
struct StructuredData {
    private(set) var headline: String?
    private(set) var authors: [String] = []
    /// Authors that are organisations, by their type or by being the publisher.
    private(set) var organisations: [String] = []
    private(set) var publisher: String?
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var section: String?
    /// Whether the article's type or section says that it is opinion.
    private(set) var isOpinion = false

    /// Reads the `application/ld+json` scripts of one page and takes the first article in them. The dates of a `WebPage` are
    /// not an article's: systems put the day there on which the page was set up.
    init(_ scripts: [[UInt8]]) {
        var objects: [[String: Any]] = []
        for script in scripts {
            guard let value = Self.value(of: script) else { continue }
            objects += Self.objects(in: value)
        }
        if let article = objects.first(where: { Self.isType($0, Self.isArticle) }) { read(article, Self.byID(objects)) }
    }

    private mutating func read(_ article: [String: Any], _ byID: [String: [String: Any]]) {
        headline = Self.text(article["headline"])
        publisher = Self.names(article["publisher"], byID).first
        let writers = article["author"] ?? article["creator"]
        organisations = Self.names(writers, byID) { Self.isType($0) { $0.hasSuffix("Organization") } }
        authors = Self.names(writers, byID).filter { !organisations.contains($0) && $0 != publisher }
        if authors.isEmpty, organisations.isEmpty { organisations = Self.names(writers, byID) }
        published = Self.text(article["datePublished"])
        modified = Self.text(article["dateModified"])
        let sections = (article["articleSection"] as? [Any] ?? [article["articleSection"] ?? ""]).compactMap(Self.text)
        section = sections.first
        isOpinion =
            Self.isType(article) { $0 == "OpinionNewsArticle" }
            || sections.contains(where: MetadataReader.isOpinion)
    }

    /// The value that a script holds. One that is not JSON is read again with its common faults mended: comment marks
    /// around it, line breaks inside strings, a comma behind the last entry.
    private static func value(of script: [UInt8]) -> Any? {
        if let value = try? JSONSerialization.jsonObject(with: Data(script)) { return value }
        guard let object = script.firstIndex(of: 0x7B) else { return nil }
        let before = script[..<object].lastIndex { $0 > 0x20 }
        let list = before.flatMap {
            script[$0] == 0x5B && !script[..<$0].suffix(6).elementsEqual("[CDATA".utf8) ? $0 : nil
        }
        let start = list ?? object
        guard let end = script.lastIndex(of: list == nil ? 0x7D : 0x5D), start < end else { return nil }
        return try? JSONSerialization.jsonObject(with: Data(mended(script[start...end])))
    }

    private static func mended(_ json: ArraySlice<UInt8>) -> [UInt8] {
        var mended: [UInt8] = []
        mended.reserveCapacity(json.count)
        var (isInString, isEscaped) = (false, false)
        for byte in json {
            if !isInString, byte == 0x7D || byte == 0x5D {
                let last = mended.lastIndex { $0 > 0x20 }
                if let last, mended[last] == 0x2C { mended.remove(at: last) }
            }
            if byte == 0x22, !isEscaped { isInString.toggle() }
            isEscaped = isInString && byte == 0x5C && !isEscaped
            mended.append(byte < 0x20 ? 0x20 : byte)
        }
        return mended
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

    /// Names of a person or organisation, or of a list of them, of those that are wanted; addresses are no names.
    private static func names(
        _ value: Any?, _ byID: [String: [String: Any]], where isWanted: ([String: Any]) -> Bool = { _ in true }
    ) -> [String] {
        let list = value as? [Any] ?? [value].compactMap(\.self)
        return list.flatMap { entry -> [String] in
            guard let object = entry as? [String: Any] else {
                return isWanted([:]) ? [text(entry)].compactMap(\.self) : []
            }
            let named = (object["@id"] as? String).flatMap { object["name"] == nil ? byID[$0] : nil } ?? object
            guard isWanted(named) else { return [] }
            if let names = named["name"] as? [Any] { return names.compactMap(text) }
            return [text(named["name"])].compactMap(\.self)
        }.filter { !WebAddress.isAddress($0) }
    }

    private static func text(_ value: Any?) -> String? {
        (value as? String).flatMap { PlainText.collapsed(PlainText.decoded($0)) }
    }
}
