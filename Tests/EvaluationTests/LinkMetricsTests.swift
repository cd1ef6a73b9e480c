import Testing

@testable import DemarcheEvaluation

/// The examples of the articles that describe the metrics.
@Suite struct LinkMetricsTests {
    /// The twelve mentions of Bagga and Baldwin, which Luo uses too, and four ways to link them.
    private static let truth: [Set<Int>] = [[1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12]]
    private static let responses: [[Set<Int>]] = [
        [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]], [[1, 2, 3, 4, 5, 8, 9, 10, 11, 12], [6, 7]], [Set(1...12)],
        (1...12).map { [$0] },
    ]

    private static func hundredths(_ share: Double?) -> Double? { share.map { ($0 * 10000).rounded() / 100 } }

    @Test func countMissingLinksAsVilain() {
        let parted = LinkMetrics(key: [[1, 2, 3, 4]], response: [[1, 2], [3, 4]]).muc
        #expect(Self.hundredths(parted.recall.share) == 66.67)
        #expect(parted.precision.share == 1)
        let joined = LinkMetrics(key: [[1, 2], [3, 4]], response: [[1, 2, 3, 4]]).muc
        #expect(joined.recall.share == 1)
        #expect(Self.hundredths(joined.precision.share) == 66.67)
        let without = LinkMetrics(key: [[1, 2, 3, 4]], response: [[1, 2]]).muc
        #expect(Self.hundredths(without.recall.share) == 33.33)
    }

    @Test(arguments: [(0, 76.19), (1, 58.33)])
    func weighMentionsAsBaggaAndBaldwin(response: Int, precision: Double) {
        let metrics = LinkMetrics(key: Self.truth, response: Self.responses[response])
        #expect(metrics.muc.recall.share == 1)
        #expect(Self.hundredths(metrics.muc.precision.share) == 90)
        #expect(metrics.bCubed.recall.share == 1)
        #expect(Self.hundredths(metrics.bCubed.precision.share) == precision)
    }

    @Test(arguments: [(0, 86.49, 73.33), (1, 73.68, 66.67), (2, 54.55, 29.41), (3, 40, 17.78)])
    func alignEntitiesAsLuo(response: Int, bCubed: Double, entityCEAF: Double) {
        let metrics = LinkMetrics(key: Self.truth, response: Self.responses[response])
        #expect(Self.hundredths(metrics.bCubed.f1) == bCubed)
        #expect(Self.hundredths(metrics.entityCEAF.f1) == entityCEAF)
    }

    @Test func giveNothingForNothingAndAllForTheSame() {
        let nothing = LinkMetrics(key: [], response: [])
        #expect([nothing.muc.f1, nothing.bCubed.f1, nothing.entityCEAF.f1] == [nil, nil, nil])
        let same = LinkMetrics(key: Self.truth, response: Self.truth)
        #expect([same.muc.f1, same.bCubed.f1, same.entityCEAF.f1] == [1, 1, 1])
        #expect(LinkMetrics(key: [[1]], response: [[1]]).muc.f1 == nil)
    }

    @Test func assignExactly() {
        #expect(Assignment.largestTotal([]) == 0)
        #expect(Assignment.largestTotal([[5, 4], [4, 0]]) == 8)
        #expect(Assignment.largestTotal([[1], [3], [2]]) == 3)
        for seed in 1...200 {
            let weights = Self.weights(seed)
            #expect(Assignment.largestTotal(weights) == Self.largestByTrial(weights))
        }
    }

    /// Whole numbers, so that sums are exact: up to five rows and columns.
    private static func weights(_ seed: Int) -> [[Double]] {
        var state = UInt64(seed)
        func next(_ limit: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % limit)
        }
        let (rows, columns) = (next(5) + 1, next(5) + 1)
        return (0..<rows).map { _ in (0..<columns).map { _ in Double(next(10)) } }
    }

    private static func largestByTrial(_ weights: [[Double]]) -> Double {
        guard let first = weights.first else { return 0 }
        let rest = Array(weights.dropFirst())
        let taken = first.indices.map { column in
            first[column] + largestByTrial(rest.map { $0.enumerated().filter { $0.offset != column }.map(\.element) })
        }
        return max(taken.max() ?? 0, largestByTrial(rest))
    }
}
