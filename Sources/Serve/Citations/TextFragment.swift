import Foundation

/// A directive that lets a browser open a page at words (`#:~:text=`, WICG Scroll to Text Fragment).
struct TextFragment {
    /// More pieces, and longer ones, are not named one by one: of a long piece the first and the last words stand for it.
    private static let mostPieces = 4, mostWords = 12, edge = 5

    private let directives: [String]

    init(_ pieces: [String]) {
        directives = pieces.prefix(Self.mostPieces).compactMap(Self.directive)
    }

    /// `address` with the directive, behind a fragment that it has.
    ///
    /// - Returns: Nil where it is no address of the web, which alone may be shown as one.
    func address(in address: String) -> String? {
        guard let plain = Self.web(address) else { return nil }
        guard !directives.isEmpty else { return plain }
        return plain + (plain.contains("#") ? "" : "#") + ":~:text=" + directives.joined(separator: "&text=")
    }

    private static func directive(_ piece: String) -> String? {
        let words = piece.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else { return nil }
        let isLong = words.count > mostWords || piece.contains(where: \.isNewline)
        guard isLong, words.count > 1 else { return encoded(words.joined(separator: " ")) }
        let edge = min(edge, words.count / 2)
        return encoded(words.prefix(edge).joined(separator: " ")) + ","
            + encoded(words.suffix(edge).joined(separator: " "))
    }

    /// In a directive `-`, `,` and `&` have a meaning of their own.
    private static func encoded(_ words: String) -> String { QueryItems.encoded(words).replacing("-", with: "%2D") }

    /// An address of the web as one line of ASCII without what could end it in another notation.
    private static func web(_ address: String) -> String? {
        let scheme = address.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https", address.dropFirst(scheme.count).hasPrefix("://"),
            address.utf8.count <= 2_000
        else { return nil }
        return address.addingPercentEncoding(withAllowedCharacters: allowed)
    }

    /// Reserved and unreserved characters of RFC 3986, and `%`, but for those that quote elsewhere.
    private static let allowed = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&()*+,;=%")
}
