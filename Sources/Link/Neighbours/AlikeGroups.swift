/// Groups of things that are alike: the most alike are joined first, and two groups only where each of one fits each of the other and
/// most are alike (average linkage, Sokal and Michener 1958).
///
/// Whether two groups are joined hangs on these two alone, and groups only grow (``Regrouping``).
struct AlikeGroups<Things: ComparedThings> {
    private(set) var things: Things
    /// Pairs that are alike, with how much.
    private var alike: [Pair: Double] = [:]
    private var articles: Set<String> = []
    private var numbers: [String: Int] = [:]
    /// Things whose neighbours all were looked at.
    private(set) var seen: Set<Int> = []

    init(_ things: Things) { self.things = things }

    /// All groups of two and more; each in the order of names.
    static func all(_ things: Things) -> [[Int]] {
        var groups = AlikeGroups(things)
        groups.compare([Bool](repeating: true, count: things.count)) { _, _ in true }
        return groups.joined(Array(0..<things.count))
    }

    // MARK: Things

    /// Adds the things of an article, unless they are there already.
    mutating func add(_ input: LinkInput, _ directory: PartyDirectory) {
        guard articles.insert(input.article).inserted else { return }
        let start = things.count
        things.add(input, directory)
        for thing in start..<things.count { numbers[things.name(of: thing)] = thing }
    }

    func names(_ some: some Sequence<Int>) -> Set<String> { Set(some.map(things.name)) }

    /// The numbers of things by name, where they are there.
    func numbers(of names: some Sequence<String>) -> Set<Int> { Set(names.compactMap { numbers[$0] }) }

    /// Under what the things of an article are found.
    func keys(of article: String) -> Set<NeighbourKey> {
        Set((0..<things.count).filter { things.article(of: $0) == article }.flatMap(things.neighbourKeys))
    }

    // MARK: After a change

    /// The groups of things that changed, and of all whose groups change with them (``seen``).
    ///
    /// - Parameters:
    ///   - more: adds the things of articles that have one of these keys on a near day.
    ///   - former: the groups, by names, that hold any of these things so far; adds the articles of their members.
    mutating func groups<Failure: Error>(
        around changed: Set<Int>, adding more: (Set<NeighbourKey>, inout AlikeGroups) throws(Failure) -> Void,
        former: (Set<String>, inout AlikeGroups) throws(Failure) -> [[String]]
    ) throws(Failure) -> [[Int]] {
        seen = try Regrouping.reach(of: changed) { next throws(Failure) in
            try more(Set(next.flatMap(things.neighbourKeys)), &self)
            compare(flags(next)) { _, _ in true }
            return alike.keys.reduce(into: []) { around, pair in
                if next.contains(pair.first) { around.insert(pair.second) }
                if next.contains(pair.second) { around.insert(pair.first) }
            }
        } former: { edge throws(Failure) in
            let groups = try former(names(edge), &self).map { numbers(of: $0) }
            compare(inside: groups)
            return groups
        } grouped: { some throws(Failure) in
            joined(Array(some)).map(Set.init)
        }
        return joined(Array(seen))
    }

    private func flags(_ some: Set<Int>) -> [Bool] {
        var flags = [Bool](repeating: false, count: things.count)
        for thing in some { flags[thing] = true }
        return flags
    }

    /// Compares the members of each group with each other.
    private mutating func compare(inside groups: [Set<Int>]) {
        var group = [Int](repeating: -1, count: things.count)
        for (number, members) in groups.enumerated() { for member in members { group[member] = number } }
        compare(group.map { $0 >= 0 }) { group[$0] == group[$1] }
    }

    /// Compares things with all their neighbours of which this is asked.
    private mutating func compare(_ isAsked: [Bool], where isMeant: (Int, Int) -> Bool) {
        for pair in things.neighbours(of: isAsked) where isMeant(pair.first, pair.second) && alike[pair] == nil {
            let likeness = things.likeness(pair.first, pair.second)
            if likeness > 0 { alike[pair] = likeness }
        }
    }

    /// Groups some things.
    private func joined(_ some: [Int]) -> [[Int]] {
        let order = some.sorted { (things.name(of: $0), $0) < (things.name(of: $1), $1) }
        var places = [Int](repeating: -1, count: things.count)
        for (place, thing) in order.enumerated() { places[thing] = place }
        let pairs = alike.filter { places[$0.key.first] >= 0 && places[$0.key.second] >= 0 }
            .map { (pair: Pair(places[$0.key.first], places[$0.key.second]), likeness: $0.value) }
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
