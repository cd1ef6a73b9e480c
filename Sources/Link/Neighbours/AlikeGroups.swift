/// Groups of things that are alike: the most alike are joined first, and two groups only where each of one fits each of the other and
/// most are alike (average linkage, Sokal and Michener 1958).
///
/// A group follows from the things that are alike with its members, directly or by way of others; so that after a change only what
/// hangs together with what changed must be grouped again.
struct AlikeGroups<Things: ComparedThings> {
    private(set) var things: Things
    /// Pairs that are alike, with how much.
    private var alike: [(pair: Pair, likeness: Double)] = []
    /// By thing, whether all its neighbours were looked at.
    private var isSeen: [Bool] = []

    init(_ things: Things) { self.things = things }

    /// All groups of two and more; each in the order of names.
    static func all(_ things: Things) -> [[Int]] {
        var groups = AlikeGroups(things)
        _ = groups.compare(Array(0..<things.count))
        return groups.joined()
    }

    /// The groups of whatever hangs together with some things.
    ///
    /// - Parameter more: adds the things of articles that have one of these keys on a near day, where they are not there yet.
    mutating func groups<Failure: Error>(
        around first: [Int], adding more: (Set<NeighbourKey>, inout Things) throws(Failure) -> Void
    ) throws(Failure) -> [[Int]] {
        var frontier = first
        while !frontier.isEmpty {
            try more(Set(frontier.flatMap(things.neighbourKeys)), &things)
            frontier = compare(frontier)
        }
        return joined()
    }

    /// Compares some things with all their neighbours; gives those that are alike with them and were not yet compared with theirs.
    private mutating func compare(_ frontier: [Int]) -> [Int] {
        var isOfFrontier = [Bool](repeating: false, count: things.count)
        for thing in frontier { isOfFrontier[thing] = true }
        isSeen += [Bool](repeating: false, count: things.count - isSeen.count)
        var next: Set<Int> = []
        for pair in things.neighbours() {
            guard isOfFrontier[pair.first] || isOfFrontier[pair.second], !isSeen[pair.first], !isSeen[pair.second]
            else { continue }
            let likeness = things.likeness(pair.first, pair.second)
            guard likeness > 0 else { continue }
            alike.append((pair, likeness))
            next.formUnion([pair.first, pair.second].filter { !isOfFrontier[$0] })
        }
        for thing in frontier { isSeen[thing] = true }
        return next.sorted()
    }

    /// Groups all that was compared.
    private func joined() -> [[Int]] {
        let order = isSeen.indices.filter { isSeen[$0] }
            .sorted { (things.name(of: $0), $0) < (things.name(of: $1), $1) }
        var places = [Int](repeating: 0, count: things.count)
        for (place, thing) in order.enumerated() { places[thing] = place }
        let pairs = alike.map { (pair: Pair(places[$0.pair.first], places[$0.pair.second]), likeness: $0.likeness) }
            .sorted { ($1.likeness, $0.pair) < ($0.likeness, $1.pair) }
        let known = Set(pairs.map(\.pair))
        var groups = MergedGroups(count: order.count)
        for (pair, _) in pairs {
            groups.merge(pair.first, pair.second) { one, other in
                things.isNotAsked(order[one]) || things.isNotAsked(order[other]) || known.contains(Pair(one, other))
            } where: { one, other in
                things.fit(order[one], order[other])
            }
        }
        return groups.groups.filter { $0.count > 1 }.map { $0.map { order[$0] } }
    }
}
