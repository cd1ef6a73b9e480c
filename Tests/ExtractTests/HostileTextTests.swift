import DemarcheAnnotate
import DemarcheExtract
import DemarcheIngest
import DemarcheRecords
import TestSupport
import Testing

/// Texts put together at random from the words that the constructions look for, from a fixed seed: whatever stands next to
/// what, reading ends, and all evidence stands in the text.
@Suite struct HostileTextTests {
    private static let words = [
        "Ilka Varga", "Varga", "Anselm", "the", "The", "a", "an", "minister", "spokeswoman", "President", "Mr.", "Gen.",
        "who", "which", "whose", "said", "Said", "warned", "saying", "told", "reporters", "that", "according to",
        "According to", "in the words of", "he", "she", "they", "Reuters", "reported", "ministry", "of", "for", "from",
        "Ruritania’s", "von", "der", "U.S.", "and", "not", "called", "on", "Monday", "is", "was", "1962", "ünïcödé",
        "🚀",
        "عربي", "e\u{301}", "\u{200D}", "\u{FEFF}", "x", "-", "--", "O'Hara",
    ]
    private static let marks = [
        "“", "”", "\"", "'", "‘", "’", "«", "»", "‹", "›", "„", ",", ".", ":", ";", "—", "–", "?", "!", "…", "(", ")",
        "\n", "\n\n", "\r\n", "\t", "\u{A0}", "\u{2028}",
    ]

    private static func text(_ random: inout SplitMix64) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...90, using: &random) {
            let isMark = Int.random(in: 0..<5, using: &random) < 2
            text += (isMark ? marks : words).randomElement(using: &random) ?? ""
            if Int.random(in: 0..<4, using: &random) > 0 { text += " " }
        }
        return text
    }

    @Test func readsAnythingAndKeepsItsEvidence() {
        var random = SplitMix64(state: 1962)
        let (ingest, annotator, extract) = (Ingest(), TestModel.annotator(), Extract())
        var found = 0
        for _ in 0..<1500 {
            let text = Self.text(&random)
            guard let article = try? ingest.article(path: "a.txt", bytes: Array(text.utf8)) else { continue }
            let statements = extract.findings(in: annotator.annotate(article)).statements
            found += statements.count
            for evidence in statements.flatMap(\.evidence) where !evidence.holds(in: article.text) {
                Issue.record("“\(evidence.exact)” does not stand in “\(text)”")
            }
        }
        #expect(found > 400)
    }
}

/// A small generator of random numbers whose sequence is the same everywhere (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
