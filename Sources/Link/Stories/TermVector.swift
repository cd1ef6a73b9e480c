/// Weights of terms, by term; sparse, so that a product takes as long as the shorter of two has terms, or the sum of both.
struct TermVector: Sendable {
    private(set) var terms: [Int32]
    private(set) var weights: [Float]

    /// - Precondition: `terms` grow.
    init(terms: [Int32], weights: [Float]) {
        self.terms = terms
        self.weights = weights
    }

    /// The product with another, summed in the order of terms.
    func dot(_ other: TermVector) -> Float {
        if terms.count > 16 * other.terms.count { return other.sought(in: self) }
        if other.terms.count > 16 * terms.count { return sought(in: other) }
        var (sum, here, there) = (Float(0), 0, 0)
        while here < terms.count, there < other.terms.count {
            let (mine, theirs) = (terms[here], other.terms[there])
            if mine == theirs { sum += weights[here] * other.weights[there] }
            if mine <= theirs { here += 1 }
            if theirs <= mine { there += 1 }
        }
        return sum
    }

    /// The product with a much longer one, in which each term is looked for by bisection.
    private func sought(in long: TermVector) -> Float {
        var (sum, from) = (Float(0), 0)
        for (term, weight) in zip(terms, weights) {
            from = long.position(of: term, from: from)
            if from < long.terms.count, long.terms[from] == term { sum += weight * long.weights[from] }
        }
        return sum
    }

    private func position(of term: Int32, from: Int) -> Int {
        var (low, high) = (from, terms.count)
        while low < high {
            let middle = (low + high) / 2
            if terms[middle] < term { low = middle + 1 } else { high = middle }
        }
        return low
    }

    static func + (left: TermVector, right: TermVector) -> TermVector {
        var sum = TermVector(terms: [], weights: [])
        sum.terms.reserveCapacity(left.terms.count + right.terms.count)
        sum.weights.reserveCapacity(left.terms.count + right.terms.count)
        var (here, there) = (0, 0)
        while here < left.terms.count || there < right.terms.count {
            let mine = here < left.terms.count ? left.terms[here] : .max
            let theirs = there < right.terms.count ? right.terms[there] : .max
            sum.terms.append(min(mine, theirs))
            sum.weights.append(
                (mine <= theirs ? left.weights[here] : 0) + (theirs <= mine ? right.weights[there] : 0))
            if mine <= theirs { here += 1 }
            if theirs <= mine { there += 1 }
        }
        return sum
    }

    /// The `count` heaviest terms, the heaviest first; of equal weights the smaller term.
    func heaviest(_ count: Int) -> [(term: Int32, weight: Float)] {
        let all = zip(terms, weights).sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        return all.prefix(count).map { (term: $0.0, weight: $0.1) }
    }

    /// Only the `count` heaviest terms, once there are twice as many.
    func cut(to count: Int) -> TermVector {
        guard terms.count > 2 * count else { return self }
        let kept = heaviest(count).sorted { $0.term < $1.term }
        return TermVector(terms: kept.map(\.term), weights: kept.map(\.weight))
    }

    /// Of length 1; itself when it has none.
    var normalized: TermVector {
        let length = weights.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? TermVector(terms: terms, weights: weights.map { $0 / length }) : self
    }
}
