/// Groups of numbers that are joined step by step: union-find (Galler and Fischer 1964) with the members at hand.
struct MergedGroups {
    private var root: [Int]
    private var members: [[Int]]

    init(count: Int) {
        root = Array(0..<count)
        members = (0..<count).map { [$0] }
    }

    /// So many members of each group are asked whether they are alike.
    private static let asked = 16

    /// Joins the groups of two numbers where every member of one fits every member of the other, and at least half of the pairs of
    /// their earliest members are alike.
    mutating func merge(
        _ one: Int, _ other: Int, whereMost alike: (Int, Int) -> Bool = { _, _ in true },
        where fits: (Int, Int) -> Bool = { _, _ in true }
    ) {
        let (first, second) = (root[one], root[other])
        guard first != second else { return }
        let (these, those) = (members[first].prefix(Self.asked), members[second].prefix(Self.asked))
        let likes = these.reduce(0) { count, member in count + those.count { alike(member, $0) } }
        guard 2 * likes >= these.count * those.count else { return }
        for member in members[first] where !members[second].allSatisfy({ fits(member, $0) }) { return }
        let (kept, gone) = members[first].count >= members[second].count ? (first, second) : (second, first)
        for member in members[gone] { root[member] = kept }
        members[kept] += members[gone]
        members[gone] = []
    }

    /// Each group in order, by its first member.
    var groups: [[Int]] {
        members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}
