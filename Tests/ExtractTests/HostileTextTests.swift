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

    /// The words of sentences that hold warnings and positions, in any order: rules that rest on the order of what the parser
    /// finds must bear any other.
    @Test func readsSentencesInDisorder() throws {
        var random = SplitMix64(state: 1931)
        let (ingest, annotator, extract) = (Ingest(), TestModel.annotator(), Extract())
        for _ in 0..<600 {
            var words = (0..<2).flatMap { _ in Self.sentences.randomElement(using: &random) ?? [] }
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                words.swapAt(
                    Int.random(in: words.indices, using: &random), Int.random(in: words.indices, using: &random))
            }
            let text = words.joined(separator: " ") + "."
            guard let article = try? ingest.article(path: "a.txt", bytes: Array(text.utf8)) else { continue }
            let findings = extract.findings(in: annotator.annotate(article))
            for evidence in findings.warnings.flatMap(\.evidence) + findings.positions.flatMap(\.evidence) {
                #expect(evidence.holds(in: article.text), "“\(evidence.exact)” does not stand in “\(text)”")
            }
        }
    }

    private static let sentences = [
        "Ruritania will close the strait if the convoy sails , the king said",
        "unless the guards leave the bridge there will be no talks , Ann Example warned on Monday",
        "should Graustark send troops to Saba a clash would become inevitable , according to the palace",
        "the deployment of missiles threatens a war that nobody can contain",
        "Norland has not ruled out sanctions provided that the council agrees",
        "any attempt to cross the line will be met with force or the port will be shelled",
        "talks are possible only after the prisoners are freed , otherwise the league will withdraw",
        "the minister said such a move would not just raise the risk but ensure that war begins",
    ].map { $0.split(separator: " ").map(String.init) }
}
