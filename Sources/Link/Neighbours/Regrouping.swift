/// Groups again what a change reaches, and nothing else.
///
/// Where two groups are joined or not by what stands in these two alone, and groups only grow, a change reaches a group only by way of
/// one that changed and stands around it. So what changed is grouped together with the groups around it; those that come out as they
/// were hand nothing on, and the others are what changed next.
enum Regrouping {
    /// The things whose groups may be others now; each group holds only these or none of them.
    ///
    /// Costs as many groupings as there are steps to the farthest of them.
    ///
    /// - Parameters:
    ///   - changed: things that changed, came, or stood in a group with such or with what is gone.
    ///   - around: those that may be joined with any of some, or more.
    ///   - former: the groups so far that hold any of some. What is alone may be without a group, here and in `grouped`.
    ///   - grouped: the groups of some as if there were no others.
    static func reach<Thing: Hashable, Failure: Error>(
        of changed: Set<Thing>,
        around: (Set<Thing>) throws(Failure) -> Set<Thing>,
        former: (Set<Thing>) throws(Failure) -> [Set<Thing>],
        grouped: (Set<Thing>) throws(Failure) -> [Set<Thing>]
    ) throws(Failure) -> Set<Thing> {
        var (seen, edge, next) = (Set<Thing>(), Set<Thing>(), changed)
        while !next.isEmpty {
            seen.formUnion(next)
            edge = try edge.union(around(next)).subtracting(seen)
            let groups = try former(edge)
            let found = try grouped(seen.union(edge).union(groups.joined()))
            next = changes(edge, groups, found).subtracting(seen)
        }
        return seen
    }

    /// Those at the edge whose group is not what it was, with all of it.
    private static func changes<Thing: Hashable>(
        _ edge: Set<Thing>, _ former: [Set<Thing>], _ found: [Set<Thing>]
    ) -> Set<Thing> {
        let stays = Set(found)
        let changed = former.filter { !stays.contains($0) }.reduce(into: Set()) { $0.formUnion($1) }
        let alone = edge.subtracting(former.joined())
        return changed.union(alone.intersection(found.lazy.filter { $0.count > 1 }.joined()))
    }
}
