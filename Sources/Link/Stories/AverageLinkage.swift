import HeapModule

/// Joins groups, always the two that are most alike, as long as any two are like enough: average linkage (UPGMA, Sokal and
/// Michener 1958) over pairs that share rare terms instead of all.
///
/// Near-linear: a group keeps at most ``mostNeighbours``, so that a step compares at most twice as many. Of equal likeness the
/// pair with the smaller numbers goes first; the result follows from the order of the groups given.
struct AverageLinkage {
    /// Groups that a group is compared with, the most alike.
    static let mostNeighbours = 64

    private let level: StoryLevel
    private var groups: [ArticleGroup?]
    private var neighbours: [Set<Int>]
    private var heap = Heap<Candidate>()

    /// The groups that are left, in the order in which they were made.
    static func groups(_ groups: [ArticleGroup], _ pairs: [Pair], _ level: StoryLevel) -> [ArticleGroup] {
        var linkage = AverageLinkage(groups, pairs, level)
        while let next = linkage.heap.popMax() { linkage.join(next.pair) }
        return linkage.groups.compactMap(\.self)
    }

    private init(_ groups: [ArticleGroup], _ pairs: [Pair], _ level: StoryLevel) {
        self.level = level
        self.groups = groups
        neighbours = groups.map { _ in [] }
        for pair in pairs where pair.first != pair.second { connect(pair) }
    }

    private mutating func connect(_ pair: Pair) {
        neighbours[pair.first].insert(pair.second)
        neighbours[pair.second].insert(pair.first)
        guard let one = groups[pair.first], let other = groups[pair.second] else { return }
        offer(pair, one.likeness(to: other, level))
    }

    private mutating func offer(_ pair: Pair, _ likeness: Float) {
        if likeness >= level.threshold { heap.insert(Candidate(likeness: likeness, pair: pair)) }
    }

    private mutating func join(_ pair: Pair) {
        guard let one = groups[pair.first], let other = groups[pair.second] else { return }
        let joined = ArticleGroup(one, other)
        let number = groups.count
        let around = neighbours[pair.first].union(neighbours[pair.second]).subtracting([pair.first, pair.second])
        for gone in [pair.first, pair.second] {
            groups[gone] = nil
            neighbours[gone] = []
        }
        groups.append(joined)
        neighbours.append([])
        adopt(around, pair, joined, number)
    }

    private mutating func adopt(_ around: Set<Int>, _ gone: Pair, _ joined: ArticleGroup, _ number: Int) {
        var found: [Candidate] = []
        for other in around {
            neighbours[other].subtract([gone.first, gone.second])
            guard let group = groups[other] else { continue }
            found.append(Candidate(likeness: joined.likeness(to: group, level), pair: Pair(other, number)))
        }
        for candidate in found.sorted(by: >).prefix(Self.mostNeighbours) {
            neighbours[candidate.pair.first].insert(number)
            neighbours[number].insert(candidate.pair.first)
            offer(candidate.pair, candidate.likeness)
        }
    }
}

/// Two groups and how alike they are; the greatest is the most alike, and then the first.
private struct Candidate: Comparable {
    let likeness: Float
    let pair: Pair

    static func < (left: Candidate, right: Candidate) -> Bool {
        (left.likeness, right.pair) < (right.likeness, left.pair)
    }
}
