import Foundation

/// Tells whether two statements of one party say the same.
///
/// Either the same words stand in both, within quotation marks in one of them; or most of the matter of the shorter one
/// stands in the other, rare words counting more than common ones (inverse document frequency, Spärck Jones 1972).
struct SameWords: Sendable {
    /// So many words in a row are the same act of speech.
    private static let verbatim = 6
    /// Of which so many carry matter.
    private static let verbatimMatter = 3
    /// The part of the shorter statement's matter that both must have; less where it points back to what the other names.
    private static let (ofShorter, ofPointing) = (0.6, 0.35)
    /// The part that both must have of what either has; more where no day tells that they go together, less where one points
    /// back.
    private static let (ofAll, ofUndated, ofPointedAt) = (0.2, 0.3, 0.1)

    private let kept: KeptStatements
    /// The stems of all statements as their ranks in the order of letters, those of one statement in this order.
    private let stems: [UInt32]
    /// In how many statements of the record a stem stands, and what it weighs.
    private let frequencies: [UInt32]
    private let weights: [Double]
    /// What the stems of each statement weigh together.
    private let totals: [Double]
    private let least: Double

    init(_ kept: KeptStatements) {
        self.kept = kept
        let ranks = kept.stemVocabulary.ranks
        var stems = kept.stems.map { ranks[Int($0)] }
        for statement in kept.statements { stems[statement.stems.places].sort() }
        var frequencies = [UInt32](repeating: 0, count: ranks.count)
        for stem in stems { frequencies[Int(stem)] += 1 }
        let count = Double(max(kept.statements.count, 2))
        let weights = frequencies.map { log2(1 + count / Double(max(1, $0))) }
        totals = kept.statements.map { stems[$0.stems.places].reduce(0) { $0 + weights[Int($1)] } }
        (self.stems, self.frequencies, self.weights) = (stems, frequencies, weights)
        least = 0.6 * log2(1 + count)
    }

    /// 0 for two statements that say different things, to 1 for the same words.
    func likeness(_ one: Int, _ other: Int) -> Double {
        guard kept.statements[one].polarity == kept.statements[other].polarity else { return 0 }
        if isVerbatim(one, other) { return 1 }
        let (count, both) = common(one, other)
        guard count >= 2, both >= least else { return 0 }
        let (first, second) = (totals[one], totals[other])
        let points = kept.statements[first < second ? one : other].pointsBack
        let share = points ? Self.ofPointedAt : isDated(one, other) ? Self.ofAll : Self.ofUndated
        guard both / (first + second - both) >= share else { return 0 }
        let part = both / min(first, second)
        return part >= (points ? Self.ofPointing : Self.ofShorter) ? part * 0.99 : 0
    }

    /// The rarest stems of the record that a statement has, for finding what may be alike; as numbers.
    func rareStems(_ statement: Int, _ most: Int) -> ArraySlice<UInt32> {
        stems[kept.statements[statement].stems.places].sorted { one, other in
            (frequencies[Int(one)], one) < (frequencies[Int(other)], other)
        }.prefix(most)
    }

    /// Whether they stand in one article, or days are known of both.
    private func isDated(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (kept.statements[one], kept.statements[other])
        return first.carrier == second.carrier || first.day != nil && second.day != nil
    }

    /// How many stems both have, and what these weigh, added in the order of letters.
    private func common(_ one: Int, _ other: Int) -> (count: Int, weight: Double) {
        let (first, second) = (kept.statements[one].stems.places, kept.statements[other].stems.places)
        var (here, there, count, weight) = (first.lowerBound, second.lowerBound, 0, 0.0)
        while here < first.upperBound, there < second.upperBound {
            let (mine, theirs) = (stems[here], stems[there])
            if mine == theirs {
                count += 1
                weight += weights[Int(mine)]
            }
            if mine <= theirs { here += 1 }
            if theirs <= mine { there += 1 }
        }
        return (count, weight)
    }

    private func isVerbatim(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (kept.statements[one], kept.statements[other])
        return kept.pieces[first.quoted.places].contains { runs($0.places, second.words.places) }
            || kept.pieces[second.quoted.places].contains { runs($0.places, first.words.places) }
    }

    /// Whether a run of words that carry matter stands in both. Costs the product of the lengths.
    private func runs(_ quoted: Range<Int>, _ words: Range<Int>) -> Bool {
        guard quoted.count >= Self.verbatim, words.count >= Self.verbatim else { return false }
        for start in quoted.lowerBound...quoted.upperBound - Self.verbatim {
            let word = kept.words[start]
            for place in words.lowerBound...words.upperBound - Self.verbatim where kept.words[place] == word {
                guard (1..<Self.verbatim).allSatisfy({ kept.words[start + $0] == kept.words[place + $0] }) else {
                    continue
                }
                if hasMatter(start) { return true }
                break
            }
        }
        return false
    }

    private func hasMatter(_ start: Int) -> Bool {
        kept.words[start..<start + Self.verbatim].count { kept.stemOfWord[Int($0)] != nil } >= Self.verbatimMatter
    }
}
