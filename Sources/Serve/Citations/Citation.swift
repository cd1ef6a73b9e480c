import DemarchePublish
import DemarcheRecords
import DemarcheStore
import Foundation

/// How an article, or words in it, are cited: as text, for BibTeX and for programs that read CSL-JSON.
///
/// Nothing is added that the record does not have; there is no date of access, since the record keeps none.
struct Citation {
    /// The name of the article or of the entry.
    let id: String
    let headline: String
    let bylines: [String]
    let outlet: Outlet?
    let published: RecordedDate?
    let language: String?
    /// Where the outlet has it, with a directive that leads to the words; nil where the address is not of the web.
    let address: String?
    /// The page of this server that opens at the words.
    let evidence: String
    /// What is cited of it; empty for the article as a whole.
    let words: [String]
    let record: String

    /// - Parameters:
    ///   - words: what is cited, at most; where it stands.
    ///   - origin: `http://127.0.0.1:8624`
    init(_ article: Article, entry: String? = nil, words: [Evidence] = [], record: String, origin: String) {
        let metadata = article.metadata
        id = entry ?? article.id
        headline = metadata.headline?.oneLine ?? "Article without a headline"
        bylines = metadata.bylines.map(\.oneLine)
        outlet = metadata.outlet
        published = metadata.published
        language = metadata.language
        address = metadata.url.flatMap { TextFragment(words.map(\.exact)).address(in: $0) }
        evidence = origin + "/articles/\(article.id)" + (entry.map { "#\($0)" } ?? "")
        self.words = words.map(\.exact.oneLine)
        self.record = record
    }

    /// As a note would have it: authors, headline, outlet, date, words, addresses.
    var text: String {
        let quoted = words.isEmpty ? nil : words.map { "“\($0)”" }.joined(separator: " … ")
        let head = [
            bylines.isEmpty ? nil : bylines.joined(separator: ", "), "“\(headline)”", outletName,
            published.map(Wording.date),
        ].compactMap(\.self).joined(separator: ", ")
        return ([head, quoted].compactMap(\.self).joined(separator: ": ") + ".\n")
            + [address, "\(evidence) (\(record))"].compactMap(\.self).map { "\($0)\n" }.joined()
    }

    var outletName: String? { (outlet?.name ?? outlet?.domain)?.oneLine }

    /// Year, month and day as far as they are known.
    var dateParts: [Int] { published?.date.split(separator: "-").compactMap { Int($0) } ?? [] }
}

extension String {
    /// Without line breaks and control characters, with one space for white space of any length.
    var oneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map { Self.isControl($0) ? " " : $0 }))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
