internal import Foundation

/// A sentence of PETRARCH's validation records with the events that its dictionaries code in it.
package struct PetrarchRecord: Sendable {
    /// Who does what to whom, with the first two digits of a WEIS code.
    package struct Triple: Hashable, Sendable {
        package var source: String
        package var target: String
        package var root: String

        package init(source: String, target: String, root: String) {
            self.source = source
            self.target = target
            self.root = root
        }
    }

    package var id: String
    /// As `19951231`.
    package var day: String
    package var text: String
    package var events: [Triple]

    /// The records of a file, without those that test only how the program fails.
    ///
    /// - Throws: ``GoldError`` for a file that cannot be read.
    package static func read(_ file: String) throws(GoldError) -> [PetrarchRecord] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw GoldError(file: file, line: nil, message: "cannot be read")
        }
        let text = String(decoding: data, as: UTF8.self)
        return text.components(separatedBy: "<Sentence ").dropFirst().compactMap { record($0) }
    }

    private static func record(_ text: String) -> PetrarchRecord? {
        guard let head = text.components(separatedBy: ">").first, let words = between(text, "<Text>", "</Text>"),
            !text.contains("error=")
        else { return nil }
        let events = text.components(separatedBy: "<EventCoding").dropFirst().compactMap { coding -> Triple? in
            let tag = coding.components(separatedBy: ">").first ?? ""
            guard let source = between(tag, "sourcecode=\"", "\""), let target = between(tag, "targetcode=\"", "\""),
                let code = between(tag, "eventcode=\"", "\"")
            else { return nil }
            return Triple(source: source, target: target, root: String(code.prefix(2)))
        }
        let sentence = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return PetrarchRecord(
            id: between(head, "id=\"", "\"") ?? "", day: between(head, "date=\"", "\"") ?? "", text: sentence,
            events: events)
    }

    private static func between(_ text: String, _ open: String, _ close: String) -> String? {
        guard let start = text.range(of: open),
            let end = text.range(of: close, range: start.upperBound..<text.endIndex)
        else { return nil }
        return String(text[start.upperBound..<end.lowerBound])
    }
}
