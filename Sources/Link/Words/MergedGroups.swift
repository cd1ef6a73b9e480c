/// Groups of numbers that are joined step by step: union-find (Galler and Fischer 1964) with the members at hand.
struct MergedGroups {
    private var root: [UInt32]
    /// Of the groups of two and more, by root.
    private var members: [Int: [Int]] = [:]

    init(count: Int) { root = (0..<UInt32(count)).map { $0 } }

    /// Joins the groups of two numbers where every member of one fits every member of the other.
    mutating func merge(_ one: Int, _ other: Int, where fits: (Int, Int) -> Bool = { _, _ in true }) {
        let (first, second) = (Int(root[one]), Int(root[other]))
        guard first != second else { return }
        let (mine, theirs) = (members[first] ?? [first], members[second] ?? [second])
        for member in mine where !theirs.allSatisfy({ fits(member, $0) }) { return }
        let (kept, gone) = mine.count >= theirs.count ? (first, second) : (second, first)
        for member in kept == first ? theirs : mine { root[member] = UInt32(kept) }
        members[gone] = nil
        members[kept] = kept == first ? mine + theirs : theirs + mine
    }

    /// Each group of two and more in order, by its first member.
    var groups: [[Int]] { members.values.map { $0.sorted() }.sorted { $0[0] < $1[0] } }
}
