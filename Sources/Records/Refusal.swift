/// An input that was not read, with the reason in words that name what mends it.
package struct Refusal: Hashable, Sendable, Codable, Error {
    package enum Code: String, Sendable, Codable, CaseIterable {
        case unreadable, empty, binary, tooLarge, unknownCharset, unsupportedType, tooComplex, notAnArticle, damaged,
            notFetched
    }

    package var path: String
    package var code: Code
    package var reason: String

    package init(path: String, code: Code, reason: String) {
        self.path = path
        self.code = code
        self.reason = reason
    }
}
