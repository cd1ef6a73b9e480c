import CLanguageDetection
import DemarcheRecords
import DemarcheSourceText

/// Tells the language of an article from its words, by CLD2 (Sites 2013): Bayesian over sequences of four letters.
///
/// Only the article's own words are looked at, not the furniture, and at most the first 4,000 bytes of them. What CLD2
/// does not stand by is nil, and so are fewer than 60 bytes.
enum LanguageIdentifier {
    private static let most = 4_000
    private static let least = 60

    /// The BCP 47 code of the language, such as `en`; takes time in the length of what is looked at.
    static func language(of text: SourceText, _ blocks: [Block]) -> String? {
        var bytes: [CChar] = []
        for block in blocks where block.kind != .boilerplate && block.kind != .byline && bytes.count < most {
            bytes += text[block.span].utf8.prefix(most - bytes.count).map(CChar.init(bitPattern:)) + [0x0A]
        }
        guard bytes.count >= least else { return nil }
        var percent: Int32 = 0
        var isReliable: Int32 = 0
        guard let code = demarche_language(bytes, Int32(bytes.count), &percent, &isReliable), isReliable != 0,
            percent >= 60
        else { return nil }
        let language = String(cString: code)
        return language == "un" ? nil : language
    }

    /// What is identified; a declared language that only says more of it (`en-GB`) stays.
    static func language(of text: SourceText, _ blocks: [Block], declared: String?) -> String? {
        guard let found = language(of: text, blocks) else { return declared }
        let base = declared?.split { "-_".contains($0) }.first.map { $0.lowercased() }
        return base == found ? declared : found
    }
}
