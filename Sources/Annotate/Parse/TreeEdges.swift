/// The leftmost and rightmost token of every subtree, and where sentences start: at the left edges of roots.
struct TreeEdges {
    var left: [Int32]
    var right: [Int32]
    var startsSentence: [Bool]

    /// Widens each head's edges by its children's, forwards and backwards, until every head lies in its sentence; more than
    /// one round only where arcs cross, at most twelve.
    init(_ arcs: [Arc]) {
        left = arcs.indices.map { Int32($0) }
        right = left
        startsSentence = Array(repeating: false, count: arcs.count)
        for _ in 0..<12 {
            for token in arcs.indices { widen(token, Int(arcs[token].head)) }
            for token in arcs.indices.reversed() { widen(token, Int(arcs[token].head)) }
            if isClosed(arcs) { break }
        }
        for token in arcs.indices where arcs[token].head == token { startsSentence[Int(left[token])] = true }
    }

    private mutating func widen(_ token: Int, _ head: Int) {
        if left[token] < left[head] { left[head] = left[token] }
        if right[token] > right[head] { right[head] = right[token] }
    }

    /// Whether all heads lie between the roots' left edges around them. As spaCy does, the last token is only an end.
    private func isClosed(_ arcs: [Arc]) -> Bool {
        var isEdge = [Bool](repeating: false, count: arcs.count)
        for token in arcs.indices where arcs[token].head == token { isEdge[Int(left[token])] = true }
        var start = 0
        for end in arcs.indices where end > 0 && isEdge[end] || end == arcs.count - 1 {
            for token in start..<max(start, end) where arcs[token].head < start || arcs[token].head >= end + 1 {
                return false
            }
            start = end
        }
        return true
    }
}
