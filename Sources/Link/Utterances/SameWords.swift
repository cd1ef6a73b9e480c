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
    private static let (ofAll, ofUndated, ofPointedAt) = (0.2, 0.3, 0.1)

    /// A statement of so few stems may be a part of anything: of all that either has, both must have more.
    private static let (brief, ofBrief) = (2, 0.4)

    /// In how many statements of the record a stem stands.
    private let frequencies: [String: Int]
    private let count: Double
    /// The weight of each stem of the matter, and of each plain one, in 4096ths of a bit.
    private let (weights, plainWeights): ([String: Int], [String: Int])

    init(_ statements: [StatedWords]) {
        let count = Double(max(statements.count, 2))
        func weights(_ frequencies: [String: Int]) -> [String: Int] {
            frequencies.mapValues { Int((log2(1 + count / Double($0)) * 4096).rounded()) }
        }
        frequencies = Self.frequencies(statements.lazy.map(\.stems))
        self.weights = weights(frequencies)
        plainWeights = weights(Self.frequencies(statements.lazy.map(\.plainStems)))
        self.count = count
    }

    private static func frequencies(_ statements: some Sequence<Set<String>>) -> [String: Int] {
        statements.reduce(into: [:]) { counts, stems in
            for stem in stems { counts[stem, default: 0] += 1 }
        }
    }

    /// The weight of what two statements share and have, in bits; whole 4096ths are added, so that sums are the same in any order.
    private struct Shared {
        var (both, one, other): (Double, Double, Double)
        var ofAll: Double { both / max(one + other - both, .leastNormalMagnitude) }

        /// Nil where fewer than `least` stems are shared.
        init?(_ one: Set<String>, _ other: Set<String>, _ weights: [String: Int], least: Int) {
            let shared = one.intersection(other)
            if shared.count < least { return nil }
            func weight(_ stems: Set<String>) -> Double {
                Double(stems.reduce(0) { $0 + weights[$1, default: 0] }) / 4096
            }
            both = weight(shared)
            (self.one, self.other) = (weight(one), weight(other))
        }
    }

    /// 0 for two statements that say different things, to 1 for the same words; more for those of one length.
    ///
    /// Where no day tells that they go together, the words themselves must be shared, and not only near ones.
    func likeness(_ one: StatedWords, _ other: StatedWords) -> Double {
        guard one.polarity == other.polarity || one.isDenied == other.isDenied else { return 0 }
        let isVerbatim = isVerbatim(one, other)
        guard isVerbatim || one.isRecalled == other.isRecalled && !one.stems.isDisjoint(with: other.stems) else {
            return 0
        }
        let isDated = one.article == other.article || one.day != nil && other.day != nil
        let shared =
            isDated
            ? Shared(one.stems, other.stems, weights, least: isVerbatim ? 0 : 2)
            : Shared(one.plainStems, other.plainStems, plainWeights, least: isVerbatim ? 0 : 2)
        guard let shared else { return 0 }
        if isVerbatim { return 0.9 + 0.1 * shared.ofAll }
        let points = shared.one < shared.other ? one.pointsBack : other.pointsBack
        guard shared.both >= 0.6 * log2(1 + count) else { return 0 }
        let isBrief = min(one.stems.count, other.stems.count) <= Self.brief
        let least = points ? Self.ofPointedAt : isBrief ? Self.ofBrief : isDated ? Self.ofAll : Self.ofUndated
        let part = shared.both / min(shared.one, shared.other)
        guard shared.ofAll >= least, part >= (points ? Self.ofPointing : Self.ofShorter) else { return 0 }
        return 0.8 * part + 0.09 * shared.ofAll
    }

    /// Rare words of the record, for finding what may be alike.
    func rareStems(_ statement: StatedWords) -> [String] {
        statement.stems.sorted { (frequencies[$0, default: 0], $0) < (frequencies[$1, default: 0], $1) }
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
