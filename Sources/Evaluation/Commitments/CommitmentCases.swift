import DemarcheRecords
internal import Foundation

/// Marked sentences as files of cases in Markdown: a title, the text in a fence, and a row for each mark.
///
///     ## a threat
///
///     ```text
///     Ruritania will close the strait if the convoy sails, the king said.
///     ```
///
///     - the convoy sails => Ruritania will close the strait | certain | threat | the king
///     - COERCE | close the strait | threatened
///
/// A row with `=>` is a warning, `words | status` an event, with its type and mode in front if they are marked, and
/// `party | stance | proposal` a position, with `if …` for a condition. Words stand for the first place where they are whole
/// words. A file marks the kinds of which it has a row, or, when it has no rows, all: there is nothing to be found in it.
struct CommitmentCases {
    private let file: String
    private let cases: [CaseFile.Case]
    private let marked: Set<CommitmentRow.Kind>

    init(_ file: String) throws(GoldError) {
        self.file = file
        guard let read = try? CaseFile(URL(fileURLWithPath: file)) else {
            throw GoldError(file: file, line: nil, message: "cannot be read as UTF-8")
        }
        cases = read.cases
        let kinds = Set(cases.flatMap(\.expected).compactMap { CommitmentRow($0)?.kind })
        marked = kinds.isEmpty ? Set(CommitmentRow.Kind.allCases) : kinds
    }

    /// The files of cases in a folder and those below it, by name; README.md is none.
    static func files(in folder: String) throws(GoldError) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let files = names.filter { $0.hasSuffix(".md") && !$0.hasSuffix("README.md") }.sorted()
        guard !files.isEmpty else { throw GoldError(file: folder, line: nil, message: "holds no Markdown files") }
        return files.map { folder + "/" + $0 }
    }

    func items() throws(GoldError) -> [CommitmentItem] {
        let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        var items: [CommitmentItem] = []
        for (index, example) in cases.enumerated() {
            var item = CommitmentItem(id: "\(name) \(index + 1): \(example.title)")
            item.text = example.text.trimmingCharacters(in: .whitespacesAndNewlines)
            item.warnings = marked.contains(.warning) ? [] : nil
            item.events = marked.contains(.event) ? [] : nil
            item.positions = marked.contains(.position) ? [] : nil
            for row in example.expected {
                guard CommitmentRow(row)?.mark(&item) == true else {
                    let message = "“\(row)” under “\(example.title)” is no row, or its words are not in the text"
                    throw GoldError(file: file, line: nil, message: message)
                }
            }
            items.append(item)
        }
        return items
    }
}

/// A row of a case: what is marked, in words of the text.
private struct CommitmentRow {
    enum Kind: CaseIterable { case warning, event, position }

    let kind: Kind
    private let fields: [String]

    /// Nil for what has the form of no mark.
    init?(_ row: String) {
        fields = row.components(separatedBy: " | ")
        if row.contains(" => ") {
            kind = .warning
        } else if Self.isEvent(fields) {
            kind = .event
        } else if fields.count > 2, Position.Stance(rawValue: fields[1]) != nil {
            kind = .position
        } else {
            return nil
        }
    }

    private static func isEvent(_ fields: [String]) -> Bool {
        switch fields.count {
        case 2: PoliticalEvent.Status(rawValue: fields[1]) != nil
        case 3...: type(fields[0]) != nil && PoliticalEvent.Status(rawValue: fields[2]) != nil
        default: false
        }
    }

    private static func type(_ field: String) -> PLOVER.EventType? {
        field.split(separator: " ").first.flatMap { PLOVER.EventType(rawValue: String($0)) }
    }

    /// Puts the mark into the item; false when its words are not in the text.
    func mark(_ item: inout CommitmentItem) -> Bool {
        let text = item.text ?? ""
        switch kind {
        case .warning: return warning(text).map { item.warnings?.append($0) } != nil
        case .event: return event(text).map { item.events?.append($0) } != nil
        case .position: return position(text).map { item.positions?.append($0) } != nil
        }
    }

    private func warning(_ text: String) -> CommitmentItem.Warning? {
        let parts = fields[0].components(separatedBy: " => ")
        guard parts.count == 2, fields.count == 4, let trigger = Self.place(parts[0], in: text),
            let consequence = Self.place(parts[1], in: text),
            let force = fields[1].split(separator: " ").first.flatMap({ Warning.Force(rawValue: String($0)) })
        else {
            return nil
        }
        return .init(
            trigger: trigger, consequence: consequence, force: force.rawValue, issuer: fields[3], kind: fields[2])
    }

    private func event(_ text: String) -> CommitmentItem.Event? {
        let (words, status) = fields.count == 2 ? (fields[0], fields[1]) : (fields[1], fields[2])
        let type = fields.count == 2 ? nil : Self.type(fields[0])?.rawValue
        return Self.place(words, in: text).map {
            .init(trigger: $0, type: type ?? "", status: status, actors: [], recipients: [])
        }
    }

    private func position(_ text: String) -> CommitmentItem.Position? {
        let condition = fields.dropFirst(3).first { $0.hasPrefix("if ") }.map { String($0.dropFirst(3)) }
        guard let proposal = Self.place(fields[2], in: text) else { return nil }
        return .init(
            party: fields[0], on_behalf_of: "", proposal: proposal, stance: fields[1],
            condition: condition.flatMap { Self.place($0, in: text) })
    }

    /// Where the words stand first as whole words.
    private static func place(_ words: String, in text: String) -> CommitmentItem.Place? {
        var rest = text.startIndex..<text.endIndex
        while let range = text.range(of: words, range: rest) {
            let before = text[..<range.lowerBound].last, after = text[range.upperBound...].first
            if before?.isLetter != true, after?.isLetter != true || words.last?.isLetter == false {
                let scalars = text.unicodeScalars
                let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
                return [start, start + words.unicodeScalars.count]
            }
            rest = range.upperBound..<text.endIndex
        }
        return nil
    }
}
