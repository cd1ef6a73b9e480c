package import DemarcheRecords
package import DemarcheSourceText
internal import Foundation

/// Short articles about one course of events, in which people marked what is said: the statements of one number render one act
/// of speech. `Evaluation/utterances/README.md` says how they are marked.
package struct UtteranceSet: Sendable {
    /// Words of an article that render an act of speech.
    package struct Mark: Sendable {
        /// In ``Report/text``.
        package let span: TextSpan
        package let act: Int
        /// What it has otherwise than the fullest rendering.
        package let differences: Set<Utterance.Difference.Kind>
    }

    /// An article as an outlet printed it.
    package struct Report: Sendable {
        package let outlet: String
        /// ISO 8601.
        package let published: String
        package let title: String
        /// Without the title and without the marks in it.
        package let body: String
        /// Title, an empty line, and the body.
        package let text: String
        package let marks: [Mark]
    }

    /// Where an act of speech comes from.
    package struct Source: Sendable {
        /// The outlet of the article that has it first or is credited; any of several.
        package let outlets: [String]
        /// Those who do not have it from each other; any of several answers.
        package let origins: [Set<String>]
    }

    package let name: String
    package let reports: [Report]
    /// By the number of the act; of those that several articles carry.
    package let sources: [Int: Source]

    /// One set of each Markdown file of a folder and those below it, by name; README.md is none.
    ///
    /// - Throws: ``GoldError`` for a folder without sets, and for what is no article, mark or act.
    package static func read(folder: String) throws(GoldError) -> [UtteranceSet] {
        try CommitmentCases.files(in: folder).map { file throws(GoldError) in try UtteranceSet(file) }
    }

    init(_ file: String) throws(GoldError) {
        guard let cases = try? CaseFile(URL(fileURLWithPath: file)).cases else {
            throw GoldError(file: file, line: nil, message: "cannot be read as UTF-8")
        }
        name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        reports = try cases.filter { !$0.text.isEmpty }.map { example throws(GoldError) in try Report(example, file) }
        var sources: [Int: Source] = [:]
        for row in cases.flatMap(\.expected) {
            let fields = row.components(separatedBy: " | ")
            guard let act = fields.first.flatMap({ Int($0) }), fields.count == 2 || fields.count == 4 else {
                let message =
                    "“\(row)” is no act: it must be NUMBER | what it is | outlet | origins, or end behind what it is"
                throw GoldError(file: file, line: nil, message: message)
            }
            if fields.count == 4 {
                sources[act] = Source(
                    outlets: fields[2].components(separatedBy: " or "),
                    origins: fields[3].components(separatedBy: " or ").map { Set($0.components(separatedBy: ", ")) })
            }
        }
        self.sources = sources
    }
}

extension UtteranceSet.Report {
    /// An article of a case: `Outlet, date` above its text, whose first line is the headline.
    fileprivate init(_ example: CaseFile.Case, _ file: String) throws(GoldError) {
        guard let comma = example.title.range(of: ", ", options: .backwards) else {
            throw GoldError(file: file, line: nil, message: "“\(example.title)” must be an outlet, a comma and a date")
        }
        outlet = String(example.title[..<comma.lowerBound])
        published = String(example.title[comma.upperBound...])
        let marked = try MarkedText(example.text.trimmingCharacters(in: .whitespacesAndNewlines), name: file)
        let parts = marked.text.components(separatedBy: "\n\n")
        text = marked.text
        title = parts[0]
        body = parts.dropFirst().joined(separator: "\n\n")
        marks = try marked.marks.map { mark throws(GoldError) in try UtteranceSet.Mark(mark, file) }
            .sorted { $0.span < $1.span }
    }
}

extension UtteranceSet.Mark {
    fileprivate init(_ mark: MarkedText.Mark, _ file: String) throws(GoldError) {
        let words = mark.label.components(separatedBy: " ")
        let kinds = words.dropFirst().map { Utterance.Difference.Kind(rawValue: $0) }
        guard let act = words.first.flatMap({ Int($0) }), !kinds.contains(nil) else {
            let message = "“\(mark.label)” is no mark: it must be the number of an act and names of differences"
            throw GoldError(file: file, line: nil, message: message)
        }
        self.init(span: mark.span, act: act, differences: Set(kinds.compactMap(\.self)))
    }
}
