/// Numbers the terms of a few vectors anew and without gaps, in the same order, so that what has a place for each takes no more
/// room than they need.
struct CompactTerms {
    /// By old number, the new one; -1 between vectors.
    private var places: [Int32] = []

    /// The vectors over the new numbers. Linear in their terms, but for putting in order what is distinct.
    mutating func vectors(_ vectors: [TermVector]) -> [TermVector] {
        var terms: [Int32] = []
        for term in vectors.lazy.map(\.terms).joined() {
            while places.count <= term { places.append(-1) }
            if places[Int(term)] < 0 {
                places[Int(term)] = 0
                terms.append(term)
            }
        }
        terms.sort()
        for (place, term) in terms.enumerated() { places[Int(term)] = Int32(place) }
        defer { for term in terms { places[Int(term)] = -1 } }
        return vectors.map { TermVector(terms: $0.terms.map { places[Int($0)] }, weights: $0.weights) }
    }
}
