/// Things of many articles of which those that are alike are joined, such as statements that render one act of speech.
///
/// They are numbered from 0 in the order in which they were added; nothing that is said of two hangs on the others.
protocol ComparedThings {
    /// So many days two of them may lie apart.
    static var reach: Int { get }

    /// The names of those of an article.
    static func names(in input: LinkInput) -> [String]

    /// Adds those of an article behind the others.
    mutating func add(_ input: LinkInput, _ directory: PartyDirectory)

    var count: Int { get }

    /// By it they are in order.
    func name(of thing: Int) -> String

    func article(of thing: Int) -> String

    /// Two that are alike have one of these in common.
    func keys(of thing: Int) -> [UInt64]

    /// By it only those of near days meet; what has none may meet all.
    func day(of thing: Int) -> Int?

    /// For what has no day, the days in which it may meet others; nil for all.
    func period(of thing: Int) -> ClosedRange<Int>?

    /// Whether two may be alike at all; cheaper than ``likeness(_:_:)``.
    func mayBeOne(_ one: Int, _ other: Int) -> Bool

    /// 0 for two that are not alike.
    func likeness(_ one: Int, _ other: Int) -> Double

    /// Whether two may stand in one group, beside whatever made the group.
    func fit(_ one: Int, _ other: Int) -> Bool

    /// Whether a group need not be asked whether this one is alike with most of another.
    func isNotAsked(_ thing: Int) -> Bool
}

/// Under what things are found by others of near days.
package struct NeighbourKey: Hashable, Sendable {
    package let key: UInt64
    /// Nil for what meets all of its key, or all of a period.
    package let day: Int?
    /// For what has no day, the days of what it meets; nil for all.
    package let period: ClosedRange<Int>?

    init(key: UInt64, day: Int?, period: ClosedRange<Int>? = nil) {
        (self.key, self.day, self.period) = (key, day, period)
    }
}

extension ComparedThings {
    func period(of thing: Int) -> ClosedRange<Int>? { nil }

    func neighbourKeys(of thing: Int) -> [NeighbourKey] {
        keys(of: thing).map { NeighbourKey(key: $0, day: day(of: thing), period: period(of: thing)) }
    }

    /// Hands over under what each is found, with its article.
    func eachKey(_ take: ([NeighbourKey], String) -> Void) {
        for thing in 0..<count { take(neighbourKeys(of: thing), article(of: thing)) }
    }

    /// Pairs with a key in common and days that are near enough, each once and in order.
    ///
    /// Costs `O(n log n)` in the keys, and the square of what has one key within the reach of days.
    ///
    /// - Parameter isAsked: by thing; only pairs of which one is asked for.
    func neighbours(of isAsked: [Bool]) -> [Pair] {
        let asked = Set(isAsked.indices.lazy.filter { isAsked[$0] }.flatMap(keys))
        let entries = (0..<count).flatMap { thing in
            keys(of: thing).lazy.filter(asked.contains).map {
                KeyEntry(key: $0, day: day(of: thing) ?? .min, thing: thing)
            }
        }.sorted()
        var pairs: [Pair] = []
        for (place, entry) in entries.enumerated() {
            for next in entries[(place + 1)...] {
                guard next.key == entry.key, entry.day == .min || next.day - entry.day <= Self.reach else { break }
                if isAsked[entry.thing] || isAsked[next.thing], mayBeOne(entry.thing, next.thing) {
                    pairs.append(Pair(entry.thing, next.thing))
                }
            }
        }
        return pairs.sortedOnce()
    }
}

/// That a thing stands under a key on a day.
private struct KeyEntry: Comparable {
    let key: UInt64
    let day: Int
    let thing: Int

    static func < (one: KeyEntry, other: KeyEntry) -> Bool {
        (one.key, one.day, one.thing) < (other.key, other.day, other.thing)
    }
}
