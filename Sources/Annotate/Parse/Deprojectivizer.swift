/// Undoes the pseudo-projective encoding of the training data (Nivre and Nilsson 2005): a label `a||h` hangs lower, at the
/// nearest descendant of its head with the label `h`.
enum Deprojectivizer {
    /// Gives decorated arcs their true heads and labels, tokens from left to right.
    static func restore(_ arcs: inout [Arc], _ edges: TreeEdges, _ model: ParserModel, isSpace: (Int) -> Bool) {
        for token in arcs.indices {
            guard let (label, wanted) = model.decorated[Int(arcs[token].label)] else { continue }
            arcs[token].head = head(of: token, labelled: wanted, arcs, edges, isSpace)
            arcs[token].label = label
        }
    }

    /// The first token below the present head with the label, breadth first; the present head where there is none.
    private static func head(
        of token: Int, labelled wanted: UInt16, _ arcs: [Arc], _ edges: TreeEdges, _ isSpace: (Int) -> Bool
    ) -> Int32 {
        var level = [arcs[token].head]
        while !level.isEmpty {
            var below: [Int32] = []
            for parent in level {
                for child in children(of: parent, arcs, edges) where child != token && !isSpace(Int(child)) {
                    if arcs[Int(child)].label == wanted { return child }
                    below.append(child)
                }
            }
            level = below
        }
        return arcs[token].head
    }

    private static func children(of parent: Int32, _ arcs: [Arc], _ edges: TreeEdges) -> [Int32] {
        (edges.left[Int(parent)]...edges.right[Int(parent)]).filter { $0 != parent && arcs[Int($0)].head == parent }
    }
}
