internal import Foundation

/// A sentence with the warnings, events and positions that somebody marked in it, or that the program found.
package struct CommitmentItem: Sendable, Codable {
    /// A place in the text: from and to, in Unicode scalars.
    package typealias Place = [Int]

    package struct Warning: Sendable, Codable, Equatable {
        package var trigger: Place
        package var consequence: Place
        package var force: String
        package var issuer: String
        package var kind: String
    }

    package struct Event: Sendable, Codable, Equatable {
        package var trigger: Place
        package var type: String
        package var status: String
        package var actors: [String]
        package var recipients: [String]
    }

    package struct Position: Sendable, Codable, Equatable {
        package var party: String
        package var on_behalf_of: String
        package var proposal: Place
        package var stance: String
        package var condition: Place?
    }

    package let id: String
    /// What is marked; absent in a file of predictions.
    package var text: String?
    package var date: String?
    package var context_before: String?
    package var context_after: String?
    /// Nil where nobody marked them, and nothing is counted; so with events and positions.
    package var warnings: [Warning]?
    package var events: [Event]?
    package var positions: [Position]?

    package init(id: String) { self.id = id }

    /// The marked items of a file, a JSON object a line, or of files of cases: a Markdown file, or a folder of them.
    ///
    /// - Throws: ``GoldError`` for a file that cannot be read, and for the first line, or row of a case, that marks nothing.
    package static func read(gold path: String) throws(GoldError) -> [CommitmentItem] {
        var isFolder = false as ObjCBool
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return try path.hasSuffix(".md") ? CommitmentCases(path).items() : read(path)
        }
        var items: [CommitmentItem] = []
        for file in try CommitmentCases.files(in: path) { items += try CommitmentCases(file).items() }
        return items
    }

    /// The items of a file, a JSON object a line.
    ///
    /// - Throws: ``GoldError`` for a file that cannot be read, and for the first line that is no item, that repeats an id,
    ///   or that has no text where `marked`.
    package static func read(_ file: String, marked: Bool = true) throws(GoldError) -> [CommitmentItem] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw GoldError(file: file, line: nil, message: "cannot be read")
        }
        var items: [CommitmentItem] = []
        var ids: Set<String> = []
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            guard let item = try? JSONDecoder().decode(CommitmentItem.self, from: line), !marked || item.text != nil,
                item.isWithinText
            else {
                throw GoldError(
                    file: file, line: index + 1,
                    message: "this is not an object with “id”, “text”, “warnings”, “events” and “positions”, "
                        + "or a place in it lies outside its text")
            }
            guard ids.insert(item.id).inserted else {
                throw GoldError(file: file, line: index + 1, message: "the id “\(item.id)” stands further up already")
            }
            items.append(item)
        }
        return items
    }

    /// Writes the items as the reference scorer takes them.
    package static func write(_ items: [CommitmentItem], to file: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines = Data()
        for item in items { lines += try encoder.encode(item) + Data("\n".utf8) }
        try lines.write(to: URL(fileURLWithPath: file))
    }

    private var isWithinText: Bool {
        let count = text?.unicodeScalars.count ?? .max
        let places =
            (warnings ?? []).flatMap { [$0.trigger, $0.consequence] } + (events ?? []).map(\.trigger)
            + (positions ?? []).flatMap { [$0.proposal, $0.condition].compactMap(\.self) }
        return places.allSatisfy { $0.count == 2 && 0 <= $0[0] && $0[0] <= $0[1] && $0[1] <= count }
    }
}
