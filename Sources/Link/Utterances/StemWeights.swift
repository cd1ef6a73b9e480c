import Foundation

/// How much stems weigh: the rarer the more (inverse document frequency, Spärck Jones 1972), in 4096ths of a bit. Whole numbers are
/// added, so that sums are the same in any order.
struct StemWeights: Sendable {
    /// In how many statements each stem stands, by number.
    private(set) var frequencies: [Int]
    private let weights: [Int]
    private let statements: [[UInt32]]
    /// What all stems of each statement weigh together.
    private let wholes: [Int]

    /// - Parameters:
    ///   - statements: the stems of each, in order and once.
    ///   - words: how many stems there are.
    init(_ statements: [[UInt32]], words: Int) {
        var frequencies = [Int](repeating: 0, count: words)
        for stems in statements { for stem in stems { frequencies[Int(stem)] += 1 } }
        let count = Double(Swift.max(statements.count, 2))
        let weights = frequencies.map { Int((log2(1 + count / Double(Swift.max($0, 1))) * 4096).rounded()) }
        wholes = statements.map { $0.reduce(0) { $0 + weights[Int($1)] } }
        (self.frequencies, self.weights, self.statements) = (frequencies, weights, statements)
    }

    /// What two statements share and have, in bits.
    struct Shared {
        let both: Double
        let one: Double
        let other: Double

        /// The part of what either has that both have.
        var ofAll: Double { both / Swift.max(one + other - both, .leastNormalMagnitude) }
    }

    /// Nil where two statements share fewer than `least` stems; linear in their number.
    func shared(_ one: Int, _ other: Int, least: Int) -> Shared? {
        let (these, those) = (statements[one], statements[other])
        var (here, there, count, weight) = (0, 0, 0, 0)
        while here < these.count, there < those.count {
            let (mine, theirs) = (these[here], those[there])
            if mine == theirs {
                count += 1
                weight += weights[Int(mine)]
            }
            if mine <= theirs { here += 1 }
            if theirs <= mine { there += 1 }
        }
        if count < least { return nil }
        let bits = { (weight: Int) in Double(weight) / 4096 }
        return Shared(both: bits(weight), one: bits(wholes[one]), other: bits(wholes[other]))
    }
}
