import Foundation
import HTTPTypes

/// The fields of a query string or of a posted form, in their order: `+` is a space and `%XX` a byte of UTF-8.
struct QueryItems: Equatable {
    let items: [(name: String, value: String)]

    /// - Throws: ``PageError`` when a field is no UTF-8, or when there are more than a form of ours has.
    init(_ encoded: String) throws(PageError) {
        let fields = encoded.split(separator: "&")
        guard fields.count <= Self.most else {
            throw PageError(.badRequest, "\(fields.count) fields in the address; at most \(Self.most) are read")
        }
        var items: [(String, String)] = []
        for field in fields {
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            items.append((try Self.decoded(parts[0]), parts.count > 1 ? try Self.decoded(parts[1]) : ""))
        }
        self.items = items
    }

    /// How many fields are read.
    static let most = 40

    /// The last value of this name without white space around it; nil where it is absent or empty.
    subscript(name: String) -> String? {
        let value = items.last { $0.name == name }?.value.trimmingCharacters(in: .whitespacesAndNewlines)
        return value?.isEmpty == false ? value : nil
    }

    private static func decoded(_ field: Substring) throws(PageError) -> String {
        guard let text = field.replacing("+", with: " ").removingPercentEncoding else {
            throw PageError(.badRequest, "“\(field)” in the address is not text in UTF-8; type the words anew")
        }
        // SQLite ends a text there.
        return text.replacing("\0", with: "\u{FFFD}")
    }

    /// `text` as it stands in a query string: letters, digits and `-._~` as they are, all else as bytes.
    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    static func == (one: QueryItems, other: QueryItems) -> Bool {
        one.items.elementsEqual(other.items) { $0 == $1 }
    }
}
