import Foundation

/// How much stems weigh: the rarer the more (inverse document frequency, Spärck Jones 1972), in 4096ths of a bit. Whole numbers are
/// added, so that sums are the same in any order.
struct StemWeights: Sendable {
    private let sample: StemFrequencies
    /// In how many statements of the sample each stem stands, by number.
    private(set) var frequencies: [Int] = []
    private var weights: [Int] = []
    private var statements: [[UInt32]] = []
    /// What all stems of each statement weigh together.
    private var wholes: [Int] = []

    init(_ sample: StemFrequencies) { self.sample = sample }

    /// What a stem weighs that stands in one statement, in bits.
    var greatest: Double { log2(1 + Double(count)) }

    private var count: Int { Swift.max(sample.statements, 2) }

    /// Adds a statement behind the others.
    ///
    /// - Parameters:
    ///   - stems: in order and once.
    ///   - numbers: those of all stems.
    mutating func add(_ stems: [UInt32], _ numbers: WordNumbers) {
        while frequencies.count < numbers.words.count {
            let frequency = sample.frequencies[numbers[UInt32(frequencies.count)]] ?? 0
            frequencies.append(frequency)
            weights.append(Int((log2(1 + Double(count) / Double(Swift.max(frequency, 1))) * 4096).rounded()))
        }
        statements.append(stems)
        wholes.append(stems.reduce(0) { $0 + weights[Int($1)] })
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
