import DemarcheRecords
internal import Foundation

/// The fields of one article in a JSON object, under whatever names a tool gives them.
struct RecordFields {
    private var values: [String: Any] = [:]

    /// - Throws: ``Refusal`` with `damaged` when `json` is no JSON object, with `tooComplex` past ``JSONBudget``.
    init(json: some Collection<UInt8>, path: String) throws(Refusal) {
        try JSONBudget.check(json, path: path)
        guard let value = try? JSONSerialization.jsonObject(with: Data(json)) else {
            throw Refusal(
                path: path, code: .damaged, reason: "no JSON, or cut off; write the record anew")
        }
        guard let object = value as? [String: Any] else {
            throw Refusal(
                path: path, code: .notAnArticle, reason: "JSON, but no object with fields such as “text” and “url”")
        }
        self.init(object)
    }

    init(_ object: [String: Any]) {
        for (key, value) in object.sorted(by: { $0.key < $1.key }) where !(value is NSNull) {
            let name = FieldNames.folded(key)
            if values[name] == nil { values[name] = value }
        }
    }

    /// The text of the article, and whether it is marked up.
    var body: (text: String, isHTML: Bool)? {
        if let text = first(FieldNames.textBeforeText + FieldNames.text, Self.body) {
            return (text, Self.isMarkedUp(text))
        }
        if let html = first(FieldNames.html, Self.body) { return (html, true) }
        return nil
    }

    /// The names of the fields that are there, for messages.
    var names: [String] { values.keys.sorted() }

    func metadata(_ basis: RecordedDate.Basis = .metadata) -> Metadata {
        var metadata = Metadata()
        let address = first(FieldNames.url, WebAddress.init) ?? nested("html", FieldNames.url).flatMap(WebAddress.init)
        metadata.url = address?.text
        metadata.outlet = outlet(address)
        metadata.headline = first(FieldNames.title, Self.line)
        metadata.standfirst = first(FieldNames.standfirst, Self.line).flatMap { Self.isMarkedUp($0) ? nil : $0 }
        metadata.bylines = first(FieldNames.authors, Self.names) ?? []
        metadata.published = first(FieldNames.published) { Self.date($0, basis) }
        metadata.modified = first(FieldNames.modified) { Self.date($0, basis) }
        metadata.language = first(FieldNames.language, Self.line).map { $0.lowercased() }
        return metadata
    }

    private func outlet(_ address: WebAddress?) -> Outlet? {
        let said = first(FieldNames.outlet, Self.line)
        let name = said.flatMap { Self.domain($0) == nil ? $0 : nil }
        let domain = first(FieldNames.domain, Self.line).flatMap(Self.domain) ?? said.flatMap(Self.domain)
        guard name != nil || domain != nil || address != nil else { return nil }
        return Outlet(name: name, domain: domain ?? address?.domain)
    }

    /// What the first of these fields that is of use gives.
    private func first<Value>(_ names: [String], _ read: (Any) -> Value?) -> Value? {
        for name in names {
            if let value = values[name], let found = read(value) { return found }
        }
        return nil
    }

    private func first<Value>(_ names: [String], _ read: (String) -> Value?) -> Value? {
        first(names) { (value: Any) in Self.line(value).flatMap(read) }
    }

    private func nested(_ name: String, _ names: [String]) -> String? {
        guard let object = values[name] as? [String: Any] else { return nil }
        return RecordFields(object).first(names, Self.line)
    }
}

extension RecordFields {
    /// A value on one line: of a string or number, or the name of an object.
    private static func line(_ value: Any) -> String? {
        if let text = value as? String { return text.isOnOneLine ? text : PlainText.collapsed(text) }
        if let object = value as? [String: Any] { return (object["name"] ?? object["title"]).flatMap(line) }
        return (value as? NSNumber)?.stringValue
    }

    /// A text: a string, or the paragraphs of an object as Fundus writes it, in their order.
    private static func body(_ value: Any) -> String? {
        if let text = value as? String { return text.contains { !$0.isWhitespace } ? text : nil }
        guard let object = value as? [String: Any] else {
            let parts = (value as? [Any])?.compactMap { $0 as? String } ?? []
            return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
        }
        if let content = object["content"] as? String { return body(content) }
        let sections = (object["sections"] as? [Any] ?? []).compactMap { $0 as? [String: Any] }
        let parts = lines(object["summary"]) + sections.flatMap { lines($0["headline"]) + lines($0["paragraphs"]) }
        return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
    }

    private static func lines(_ value: Any?) -> [String] {
        let list = value as? [Any] ?? [value].compactMap(\.self)
        return list.compactMap { ($0 as? String).flatMap(PlainText.collapsed) }
    }

    /// How long a list of names may be that stands as JSON in a string.
    private static let longestList = 1 << 16
    /// How many names are looked at, and how long one may be.
    private static let mostNames = 1_000, longestName = 1 << 10

    /// Names of people, from a list, from objects with names, or from a byline; JSON in a string, as tables have it, too.
    private static func names(_ value: Any) -> [String]? {
        if let text = value as? String, text.first == "[", text.utf8.count <= longestList {
            let json = text.replacing("'", with: "\"")
            let list =
                (try? JSONSerialization.jsonObject(with: Data(text.utf8)))
                ?? (try? JSONSerialization.jsonObject(with: Data(json.utf8)))
            return list.flatMap(names)
        }
        let list = value as? [Any] ?? [value]
        let found = list.prefix(mostNames).compactMap(line).flatMap { $0.split(separator: ";").prefix(mostNames) }
            .prefix(mostNames).filter { $0.utf8.count <= longestName }.flatMap { BylineNames.names(in: String($0)) }
        return found.isEmpty ? nil : found
    }

    private static func date(_ text: String, _ basis: RecordedDate.Basis) -> RecordedDate? {
        DateText(text).map { RecordedDate($0, basis: basis) } ?? RecordedDate(iso: text, basis: basis)
    }

    /// The domain that a value is or begins with as an address; nil for a name.
    private static func domain(_ text: String) -> String? {
        if WebAddress.isAddress(text) { return WebAddress(text)?.domain }
        let isDomain = text.utf8.allSatisfy {
            $0 &- 0x61 < 26 || $0 &- 0x41 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x2E || $0 > 0x7F
        }
        guard isDomain, text.utf8.contains(0x2E), text.utf8.last != 0x2E else { return nil }
        let domain = text.lowercased()
        return domain.hasPrefix("www.") ? String(domain.dropFirst(4)) : domain
    }

    private static func isMarkedUp(_ text: String) -> Bool {
        guard text.utf8.contains(0x3C) else { return false }
        let head = text.prefix(20_000).lowercased()
        return ["</p>", "<br", "</div>", "</a>", "<p>", "</html>"].contains(where: head.contains)
    }
}

extension String {
    /// Whether all is ASCII without control characters, and white space is single spaces between words: as most values
    /// are, which then need no longer look.
    fileprivate var isOnOneLine: Bool {
        var last: UInt8 = 0x20
        for byte in utf8 {
            guard byte &- 0x20 < 0x5F, byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return last != 0x20
    }
}
