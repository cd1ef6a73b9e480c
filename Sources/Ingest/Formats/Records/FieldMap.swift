/// The user's names for the fields of records: `text=body,url=link` says that `body` holds the text.
package struct FieldMap: Sendable, Equatable {
    /// The fields that can be named, by the names under which they are kept.
    package static let fields = [
        "text", "html", "title", "url", "outlet", "published", "modified", "authors", "language", "description",
    ]

    /// Our name of a field by that of the user.
    private(set) var names: [String: String] = [:]

    package init() {}

    /// - Throws: ``FieldMapError`` that names the pair that cannot be used.
    package init(_ text: String) throws(FieldMapError) {
        for pair in text.split(separator: ",") {
            let sides = pair.split(separator: "=", maxSplits: 1).map { PlainText.collapsed(String($0)) ?? "" }
            guard sides.count == 2, !sides[1].isEmpty, Self.fields.contains(sides[0]) else {
                throw FieldMapError(pair: String(pair))
            }
            names[sides[1]] = sides[0]
        }
    }

    var isEmpty: Bool { names.isEmpty }
}

/// A pair that ``FieldMap`` cannot use.
package struct FieldMapError: Error, Equatable, CustomStringConvertible {
    package let pair: String

    package init(pair: String) { self.pair = pair }

    package var description: String {
        "“\(pair)” names no field; write OURS=THEIRS, where OURS is one of \(FieldMap.fields.joined(separator: ", "))"
    }
}
