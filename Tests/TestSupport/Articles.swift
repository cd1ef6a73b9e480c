package import DemarcheRecords
import DemarcheSourceText

extension Article {
    /// An article made by hand: every line that is not blank is a paragraph, unless `kinds` says otherwise by index.
    package static func made(_ lines: String, kinds: [Int: Block.Kind] = [:], path: String = "made.txt") -> Article {
        let text = SourceText(lines)
        var blocks: [Block] = []
        var offset = 0
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
            let span = text.trimmed(TextSpan(offset, offset + line.utf8.count))
            if !span.isEmpty { blocks.append(Block(kinds[blocks.count] ?? .paragraph, span)) }
            offset += line.utf8.count + 1
        }
        let sha256 = Identifier.sha256(lines.utf8)
        return Article(
            id: Identifier.article(sha256: sha256),
            source: Source(path: path, mediaType: .plain, sha256: sha256, charset: "UTF-8"), metadata: Metadata(),
            text: text,
            blocks: blocks)
    }
}
