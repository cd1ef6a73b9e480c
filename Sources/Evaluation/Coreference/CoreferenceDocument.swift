package import DemarcheSourceText
internal import Foundation

/// A text in which people marked who is meant where: `[Ilka Varga|1 says] … [she|1] …`.
package struct CoreferenceDocument: Sendable {
    package struct Mention: Sendable, Equatable {
        package let span: TextSpan
        /// Mentions of one number are of one person or body.
        package let entity: Int
        /// Whether it is the source of a statement.
        package let speaks: Bool
    }

    package let id: String
    package let text: SourceText
    /// In text order; of those that begin together, the shortest first.
    package let mentions: [Mention]

    /// - Throws: ``GoldError`` when brackets do not pair, or one ends without a number.
    package init(id: String, marked: String) throws(GoldError) {
        let marks = try MarkedText(marked, name: id)
        self.id = id
        text = SourceText(marks.text)
        mentions = try marks.marks.map { mark throws(GoldError) in try Mention(mark, in: id) }.sorted {
            $0.span < $1.span
        }
    }
}

extension CoreferenceDocument {
    /// The documents of a folder by name: of each Markdown file but README.md, the text in its fence.
    package static func read(folder: String) throws(GoldError) -> [CoreferenceDocument] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let files = names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
        guard !files.isEmpty else { throw GoldError(file: folder, line: nil, message: "holds no Markdown files") }
        return try files.map { file throws(GoldError) in
            let path = folder + "/" + file
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw GoldError(file: path, line: nil, message: "cannot be read as UTF-8")
            }
            return try CoreferenceDocument(id: String(file.dropLast(3)), marked: fenced(text))
        }
    }

    private static func fenced(_ text: String) -> String {
        let parts = text.components(separatedBy: "\n```")
        guard parts.count > 2 else { return "" }
        return parts[1].components(separatedBy: "\n").dropFirst().joined(separator: "\n") + "\n"
    }
}

extension CoreferenceDocument.Mention {
    fileprivate init(_ mark: MarkedText.Mark, in document: String) throws(GoldError) {
        let words = mark.label.split(separator: " ")
        guard let entity = words.first.flatMap({ Int($0) }), words.count == 1 || words.dropFirst() == ["says"] else {
            throw GoldError(
                file: document, line: nil, message: "“\(mark.label)” is no mark: it must be NUMBER or NUMBER says")
        }
        self.init(span: mark.span, entity: entity, speaks: words.count == 2)
    }
}
