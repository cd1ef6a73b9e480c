import DemarcheRecords
import DemarcheSourceText
import Foundation

/// An article with the story that people gave it, as the gold has them: `{"id", "title", "text", "date", "outlet", "cluster"}`
/// and more.
package struct StoryGold: Sendable {
    package let id: String
    package let title: String
    package let cluster: String
    /// The line, which is a record that `demarche read` reads.
    package let line: [UInt8]

    private struct Line: Decodable {
        var id: String
        var title: String?
        var cluster: String
    }

    /// One article a line.
    ///
    /// - Throws: what reading the file throws, and `DecodingError` for a line without `id` or `cluster`.
    package static func read(_ file: String) throws -> [StoryGold] {
        try Data(contentsOf: URL(fileURLWithPath: file)).split(separator: UInt8(ascii: "\n")).map { bytes in
            let line = try JSONDecoder().decode(Line.self, from: bytes)
            return StoryGold(id: line.id, title: line.title ?? "", cluster: line.cluster, line: Array(bytes))
        }
    }

    /// An article of one line, for a record without a text.
    var headlineAlone: Article {
        let text = SourceText(title)
        let sha256 = Identifier.sha256(line)
        return Article(
            id: Identifier.article(sha256: sha256),
            source: Source(path: id, mediaType: .record, sha256: sha256, charset: "UTF-8"), metadata: Metadata(),
            text: text, blocks: [Block(.headline, text.span)])
    }
}
