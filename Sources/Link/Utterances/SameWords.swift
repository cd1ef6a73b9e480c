import Foundation

/// Tells whether two statements of one party say the same.
///
/// Either the same words stand in both, within quotation marks in one of them; or most of the matter of the shorter one
/// stands in the other, rare words counting more than common ones (inverse document frequency, Spärck Jones 1972).
struct SameWords: Sendable {
    /// So many words in a row are the same act of speech.
    private static let verbatim = 6
    /// The part of the shorter statement's matter that both must have; less where it points back to what the other names.
    private static let (ofShorter, ofPointing) = (0.6, 0.35)
    /// The part that both must have of what either has; more where no day tells that they go together, less where one points
    /// back.
    private static let (ofAll, ofUndated, ofPointedAt) = (0.2, 0.45, 0.1)

    /// In how many statements of the record a stem stands.
    private let frequencies: [String: Int]
    private let count: Double
    /// The weight of each stem, in 4096ths of a bit.
    private let weights: [String: Int]

    init(_ statements: [StatedWords]) {
        var frequencies: [String: Int] = [:]
        for statement in statements { for stem in statement.stems { frequencies[stem, default: 0] += 1 } }
        self.frequencies = frequencies
        let count = Double(max(statements.count, 2))
        self.count = count
        weights = frequencies.mapValues { Int((log2(1 + count / Double($0)) * 4096).rounded()) }
    }

    /// 0 for two statements that say different things, to 1 for the same words; more for those of one length.
    func likeness(_ one: StatedWords, _ other: StatedWords) -> Double {
        guard one.polarity == other.polarity || one.isDenied == other.isDenied else { return 0 }
        let isVerbatim = isVerbatim(one, other)
        guard isVerbatim || one.isRecalled == other.isRecalled else { return 0 }
        let common = one.stems.intersection(other.stems)
        guard isVerbatim || common.count >= 2 else { return 0 }
        let (both, first, second) = (weight(common), weight(one.stems), weight(other.stems))
        let ofAll = both / max(first + second - both, .leastNormalMagnitude)
        if isVerbatim { return 0.9 + 0.1 * ofAll }
        let points = first < second ? one.pointsBack : other.pointsBack
        let isDated = points || one.article == other.article || one.day != nil && other.day != nil
        let least = points ? Self.ofPointedAt : isDated ? Self.ofAll : Self.ofUndated
        guard both >= 0.6 * log2(1 + count), ofAll >= least else { return 0 }
        let part = both / min(first, second)
        return part >= (points ? Self.ofPointing : Self.ofShorter) ? 0.8 * part + 0.09 * ofAll : 0
    }

    /// Rare words of the record, for finding what may be alike.
    func rareStems(_ statement: StatedWords) -> [String] {
        statement.stems.sorted { (frequencies[$0, default: 0], $0) < (frequencies[$1, default: 0], $1) }
    }

    /// In bits; whole 4096ths are added, so that the sum is the same in any order.
    private func weight(_ stems: Set<String>) -> Double {
        Double(stems.reduce(0) { $0 + weights[$1, default: 0] }) / 4096
    }

    private func isVerbatim(_ one: StatedWords, _ other: StatedWords) -> Bool {
        Self.runs(one.quoted, other.words) || Self.runs(other.quoted, one.words)
    }

    /// Whether a run of words that carry matter stands in both.
    private static func runs(_ quoted: [[String]], _ words: [String]) -> Bool {
        guard words.count >= verbatim else { return false }
        let runs = Set((0...words.count - verbatim).map { words[$0..<$0 + verbatim] })
        return quoted.contains { piece in
            piece.count >= verbatim
                && (0...piece.count - verbatim).contains { start in
                    let run = piece[start..<start + verbatim]
                    return runs.contains(run) && run.count { ContentWords.stem($0) != nil } >= 3
                }
        }
    }
}
