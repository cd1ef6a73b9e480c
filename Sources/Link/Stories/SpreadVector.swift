/// A vector with a place for every term: a product with another takes as long as that one has terms.
struct SpreadVector {
    private var weights: [Float]
    private var held = TermVector(terms: [], weights: [])

    /// Holds nothing yet, and has room for all terms of these and of their sums.
    init(over vectors: some Sequence<TermVector>) {
        let last = vectors.lazy.compactMap(\.terms.last).max() ?? -1
        weights = [Float](repeating: 0, count: Int(last) + 1)
    }

    /// Holds another vector from now on.
    mutating func hold(_ vector: TermVector) {
        for term in held.terms { weights[Int(term)] = 0 }
        held = vector
        for (term, weight) in zip(vector.terms, vector.weights) { weights[Int(term)] = weight }
    }

    /// The product with the vector that is held, summed in the order of terms.
    func dot(_ other: TermVector) -> Float {
        var sum: Float = 0
        for (term, weight) in zip(other.terms, other.weights) { sum += weights[Int(term)] * weight }
        return sum
    }
}
