import HeapModule

/// Joins groups, always the two that are most alike, as long as any two are like enough: average linkage (UPGMA, Sokal and
/// Michener 1958) over a graph of pairs instead of all.
///
/// Only two groups that are like enough by themselves are compared, and whatever holds such. So whether two groups are joined hangs
/// on these two alone: what comes out of some groups comes out of them among others as well, unless one of the others joins them
/// (``Regrouping``). Of equal likeness the pair with the first articles goes first.
///
/// A step costs what stands around the two groups that it joins.
struct AverageLinkage {
    private let level: StoryLevel
    private var groups: [ArticleGroup?]
    /// By group, those that it is compared with; also some that are gone.
    private var neighbours: [[Int]]
    /// By group, the last joined one that met it.
    private var met: [Int]
    private var heap = Heap<Candidate>()
    /// The sum of the group that is being compared with others.
    private var sum: SpreadVector

    /// The groups that are left, in the order in which they were made.
    ///
    /// - Parameter pairs: those that may be like enough by themselves, in order.
    static func groups(_ groups: [ArticleGroup], _ pairs: [Pair], _ level: StoryLevel) -> [ArticleGroup] {
        var linkage = AverageLinkage(groups, pairs, level)
        while let next = linkage.heap.popMax() { linkage.join(next.pair) }
        return linkage.groups.compactMap(\.self)
    }

    private init(_ groups: [ArticleGroup], _ pairs: [Pair], _ level: StoryLevel) {
        self.level = level
        self.groups = groups
        neighbours = [[Int]](repeating: [], count: groups.count)
        met = [Int](repeating: -1, count: groups.count)
        sum = SpreadVector(over: groups.lazy.map(\.sum))
        var held = -1
        for pair in pairs {
            if pair.first != held { sum.hold(groups[pair.first].sum) }
            held = pair.first
            let candidate = candidate(pair, other: groups[pair.second], held: groups[pair.first])
            if candidate.likeness >= level.threshold { connect(pair) }
            offer(candidate)
        }
    }

    private mutating func connect(_ pair: Pair) {
        neighbours[pair.first].append(pair.second)
        neighbours[pair.second].append(pair.first)
    }

    /// - Parameter held: one of the two, whose sum is held.
    private func candidate(_ pair: Pair, other: ArticleGroup, held: ArticleGroup) -> Candidate {
        Candidate(
            likeness: held.likeness(to: other, sum.dot(other.sum), level), leads: Pair(held.lead, other.lead),
            pair: pair)
    }

    private mutating func offer(_ candidate: Candidate) {
        if candidate.likeness >= level.threshold { heap.insert(candidate) }
    }

    private mutating func join(_ pair: Pair) {
        guard let one = groups[pair.first], let other = groups[pair.second] else { return }
        let around = neighbours[pair.first] + neighbours[pair.second]
        for gone in [pair.first, pair.second] {
            groups[gone] = nil
            neighbours[gone] = []
        }
        let joined = ArticleGroup(one, other)
        groups.append(joined)
        neighbours.append([])
        met.append(-1)
        adopt(around, joined)
    }

    /// Connects the last group with those around it.
    private mutating func adopt(_ around: [Int], _ joined: ArticleGroup) {
        let number = groups.count - 1
        sum.hold(joined.sum)
        for other in around where met[other] != number {
            met[other] = number
            guard let group = groups[other] else { continue }
            let pair = Pair(other, number)
            connect(pair)
            offer(candidate(pair, other: group, held: joined))
        }
    }
}

/// Two groups and how alike they are; the greatest is the most alike, and then that of the first articles.
private struct Candidate: Comparable {
    let likeness: Float
    let leads: Pair
    let pair: Pair

    static func < (left: Candidate, right: Candidate) -> Bool {
        (left.likeness, right.leads) < (right.likeness, left.leads)
    }
}
