internal import Foundation

/// A sentence with the root of the event between a source and a target, as somebody marked it.
package struct EventSentence: Sendable, Codable {
    package var sentence: String
    package var source: String
    package var target: String
    package var gold_root: String

    /// The sentences of a file, a JSON object a line.
    ///
    /// - Throws: ``GoldError`` for a file that cannot be read, and for the first line that is none.
    package static func read(_ file: String) throws(GoldError) -> [EventSentence] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw GoldError(file: file, line: nil, message: "cannot be read")
        }
        var sentences: [EventSentence] = []
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            guard let sentence = try? JSONDecoder().decode(EventSentence.self, from: line) else {
                throw GoldError(
                    file: file, line: index + 1,
                    message: "this is not an object with “sentence”, “source”, “target” and “gold_root”")
            }
            sentences.append(sentence)
        }
        return sentences
    }
}

/// What the program says about a sentence.
package struct EventPrediction: Sendable, Codable {
    package var sentence: String
    package var gold_root: String
    /// With source and target given.
    package var root: String?
    /// With source and target found by the program.
    package var found_root: String?
    /// All events of the sentence, one a line.
    package var events: [String]
}
