internal import Foundation

/// A text with the attributions that people marked in it, or that the program found.
package struct GoldDocument: Sendable {
    package let id: String
    package let text: String
    package let attributions: [MarkedAttribution]

    package init(id: String, text: String, attributions: [MarkedAttribution]) {
        self.id = id
        self.text = text
        self.attributions = attributions
    }
}

/// Why a file of gold or predictions cannot be used: the file, the line, and what is wrong there.
package struct GoldError: Error, Equatable, CustomStringConvertible {
    package let file: String
    /// Counted from 1; nil when the fault is the file's.
    package let line: Int?
    package let message: String

    package var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(message)" }
}

extension GoldDocument {
    /// The documents of a file of JSON lines, in its order; at most `limit` of them.
    ///
    /// - Throws: ``GoldError`` for the first line that is no document, that repeats an id, or that marks what lies
    ///   outside its text.
    package static func read(_ file: String, limit: Int? = nil) throws(GoldError) -> [GoldDocument] {
        try JSONLines(file).documents(limit: limit) { line throws(LineFault) in
            guard let text = line.text else { throw LineFault("the key “text” is missing") }
            let document = GoldDocument(id: line.id, text: text, attributions: line.attributions)
            try document.refuseSpansOutside()
            return document
        }
    }

    private func refuseSpansOutside() throws(LineFault) {
        let length = text.unicodeScalars.count
        for (number, attribution) in attributions.enumerated() {
            let spans = attribution.source + attribution.cue + attribution.content
            if let span = spans.first(where: { $0.upperBound > length }) {
                throw LineFault(
                    "attribution \(number + 1) marks \(span.lowerBound) to \(span.upperBound), "
                        + "and the text has \(length) characters")
            }
        }
    }
}

/// The predictions of a file, by the id of their document.
package enum PredictionFile {
    /// - Throws: ``GoldError`` for the first line that holds no predictions, or repeats an id.
    package static func read(_ file: String) throws(GoldError) -> [String: [MarkedAttribution]] {
        let lines = try JSONLines(file).documents(limit: nil) { line throws(LineFault) in (line.id, line.attributions) }
        return Dictionary(uniqueKeysWithValues: lines)
    }

    /// Writes `predictions` in the order of `documents`, one line each.
    package static func write(
        _ predictions: [String: [MarkedAttribution]], of documents: [GoldDocument], to file: String
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines = Data()
        for document in documents {
            let line = Line(id: document.id, text: nil, attributions: predictions[document.id] ?? [])
            lines += try encoder.encode(line) + Data("\n".utf8)
        }
        try lines.write(to: URL(fileURLWithPath: file))
    }
}

/// A line of either kind of file.
private struct Line: Codable {
    var id: String
    var text: String?
    var attributions: [MarkedAttribution]
}

private struct LineFault: Error {
    let message: String

    init(_ message: String) { self.message = message }
}

/// The lines of a file, each of which is a JSON object with an id of its own.
private struct JSONLines {
    let file: String
    private let lines: [Data.SubSequence]

    init(_ file: String) throws(GoldError) {
        self.file = file
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: file))
            lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        } catch {
            throw GoldError(file: file, line: nil, message: "cannot be read (\(error.localizedDescription))")
        }
    }

    /// What `document` makes of each line. A line break at the end of the file begins no line.
    func documents<Document>(
        limit: Int?, _ document: (Line) throws(LineFault) -> Document
    ) throws(GoldError) -> [Document] {
        var firstLines: [String: Int] = [:]
        var documents: [Document] = []
        let count = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
        for number in (1...).prefix(min(count, limit ?? count)) {
            do throws(LineFault) {
                let line = try Self.decoded(lines[number - 1])
                if let first = firstLines.updateValue(number, forKey: line.id) {
                    throw LineFault("the id “\(line.id)” stands on line \(first) already")
                }
                documents.append(try document(line))
            } catch {
                throw GoldError(file: file, line: number, message: error.message)
            }
        }
        return documents
    }

    private static func decoded(_ line: Data) throws(LineFault) -> Line {
        do {
            return try JSONDecoder().decode(Line.self, from: line)
        } catch DecodingError.keyNotFound(let key, let context) {
            throw LineFault("the key “\(key.stringValue)” is missing\(place(context))")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw LineFault("another kind of value is wanted\(place(context))")
        } catch DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty {
            throw LineFault(context.debugDescription + place(context))
        } catch {
            throw LineFault("this is not a JSON object")
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        guard !context.codingPath.isEmpty else { return "" }
        return " at "
            + context.codingPath.map { $0.intValue.map { String($0 + 1) } ?? $0.stringValue }
            .joined(separator: " ")
    }
}
