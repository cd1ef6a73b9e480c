package import DemarcheRecords
import DemarcheSourceText

/// Reads plain text and Markdown: the text stays as it is, and its lines are told apart by wording and place.
///
/// The first line is the headline when it does not close as a sentence. Around the body stand byline, date, captions
/// and furniture; a tail of lines that are no sentences (`Trending Stories:`, a breadcrumb, titles of other articles) is
/// furniture. Short lines between paragraphs are headings.
package struct TextReader: Sendable {
    /// A line longer than this is no paragraph of an article, and finding quotations in it would serve nobody.
    static let longestLine = 1 << 20
    /// More lines than a year of a daily paper has are no article; each takes some 500 bytes of memory.
    static let mostLines = 200_000
    /// A text whose longest line has fewer words holds no sentence to read.
    private static let fewestWords = 6

    package init() {}

    /// - Throws: ``Refusal`` with `notAnArticle` when no line has the words of a sentence or most are web addresses, with
    ///   `tooComplex` when a line is longer than 1 MiB or there are more than 200,000, with `binary` when a character is NUL.
    package func read(_ utf8: [UInt8], path: String) throws(Refusal) -> Reading {
        if utf8.contains(0) {
            throw Refusal(path: path, code: .binary, reason: "holds NUL characters, as no text does")
        }
        if AddressList(utf8) != nil {
            throw Refusal(
                path: path, code: .notAnArticle, reason: "a list of web addresses; `read --fetch` gets their pages")
        }
        let text = SourceText(String(decoding: utf8, as: UTF8.self))
        let lines = TextLines(text: text).paragraphs().flatMap(EntryStamps(text: text).cut)
        if let long = lines.first(where: { $0.count > Self.longestLine }) {
            throw Refusal(
                path: path, code: .tooComplex, reason: "a line of \(long.count) bytes; no paragraph is over 1 MiB")
        }
        guard lines.count <= Self.mostLines else {
            throw Refusal(
                path: path, code: .tooComplex,
                reason: "\(lines.count) lines; no article has over \(Self.mostLines). Save each article by itself")
        }
        guard lines.contains(where: { text[$0].wordCount >= Self.fewestWords }) else {
            throw Refusal(path: path, code: .notAnArticle, reason: "no line of it reads as a sentence")
        }
        let blocks = LineRoles(text: text, lines: lines).blocks()
        return Reading(text: text, blocks: blocks, metadata: TextMetadata(text: text, blocks: blocks).found())
    }
}
