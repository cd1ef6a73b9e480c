/// A number with its weight; the heavier is the greater, and of equal weights the smaller number.
struct Weighed: Comparable, Sendable {
    let number: Int32
    let weight: Float

    static func < (left: Weighed, right: Weighed) -> Bool {
        left.weight == right.weight ? left.number > right.number : left.weight < right.weight
    }
}

/// The few greatest of many that are offered one by one; what is smaller than all of them costs one comparison.
struct Heaviest {
    /// The greatest first.
    private(set) var kept: [Weighed] = []
    private let most: Int

    /// - Parameter most: how many are kept.
    init(_ most: Int) {
        self.most = most
        kept.reserveCapacity(most + 1)
    }

    mutating func offer(_ one: Weighed) {
        if kept.count >= most, let least = kept.last, one < least { return }
        kept.insert(one, at: kept.firstIndex { $0 < one } ?? kept.endIndex)
        if kept.count > most { kept.removeLast() }
    }
}
