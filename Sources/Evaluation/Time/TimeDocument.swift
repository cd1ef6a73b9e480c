internal import Foundation

/// A text in which people marked expressions of time.
package struct TimeDocument: Sendable, Decodable {
    /// An expression with its value in TIMEX3; `null`, as a word, where it has none.
    package struct Mark: Sendable, Codable, Equatable {
        /// In Unicode scalars.
        package var s: Int
        package var e: Int
        package var value: String

        package init(s: Int, e: Int, value: String) { (self.s, self.e, self.value) = (s, e, value) }
    }

    package let id: String
    /// The day of writing, in ISO 8601.
    package let dct: String
    package let text: String
    package let timex: [Mark]

    package init(id: String, dct: String, text: String, timex: [Mark]) {
        (self.id, self.dct, self.text, self.timex) = (id, dct, text, timex)
    }

    /// The documents of a file, a JSON object a line.
    ///
    /// - Throws: ``GoldError`` for a file that cannot be read, and for the first line that is no document.
    package static func read(_ file: String) throws(GoldError) -> [TimeDocument] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw GoldError(file: file, line: nil, message: "cannot be read")
        }
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var documents: [TimeDocument] = []
        for (index, line) in lines.enumerated() where !line.isEmpty {
            guard let document = try? JSONDecoder().decode(TimeDocument.self, from: line) else {
                throw GoldError(
                    file: file, line: index + 1,
                    message: "this is not an object with “id”, “dct”, “text” and “timex”: [{“s”, “e”, “value”}]")
            }
            documents.append(document)
        }
        return documents
    }

    /// Writes the marks of each document as the reference scorer takes them.
    package static func write(_ predictions: [(id: String, marks: [Mark])], to file: String) throws {
        struct Line: Encodable {
            let id: String
            let timex: [Mark]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines = Data()
        for (id, marks) in predictions { lines += try encoder.encode(Line(id: id, timex: marks)) + Data("\n".utf8) }
        try lines.write(to: URL(fileURLWithPath: file))
    }
}
