import DemarcheRecords

/// The acts of speech by which articles give points of series of warnings.
///
/// Reports of the same days give the same act of speech; who warns again, in an act of its own, does so at another time.
struct SeriesActs: Sendable {
    /// By series, the names of the acts of speech.
    private var acts: [String: Set<String>]

    init(_ acts: [String: Set<String>] = [:]) { self.acts = acts }

    /// Whether the two give points of one series, and no act of speech in common.
    func areApart(from other: SeriesActs) -> Bool {
        let shared = acts.keys.filter { other.acts[$0] != nil }
        return !shared.isEmpty
            && shared.allSatisfy { acts[$0, default: []].isDisjoint(with: other.acts[$0, default: []]) }
    }

    static func + (one: SeriesActs, other: SeriesActs) -> SeriesActs {
        var sum = one
        sum.acts.merge(other.acts) { $0.union($1) }
        return sum
    }
}

/// Tells by which acts of speech an article gives points of series.
struct SeriesActIndex {
    private let series: [String: String]
    private let act: [String: String]

    /// Linear in the points and renderings.
    init(_ series: [Series], _ utterances: [Utterance]) {
        self.series = Dictionary(series.flatMap { one in one.members.map { ($0, one.id) } }) { first, _ in first }
        act = Dictionary(utterances.flatMap { one in one.statements.map { ($0, one.id) } }) { first, _ in first }
    }

    /// A warning whose statement is rendered nowhere else is an act of speech by itself.
    func acts(of warnings: [GivenWarning]) -> SeriesActs {
        var acts: [String: Set<String>] = [:]
        for warning in warnings {
            guard let series = series[warning.id] else { continue }
            acts[series, default: []].insert(warning.statement.map { act[$0] ?? $0 } ?? warning.id)
        }
        return SeriesActs(acts)
    }
}

/// A warning of an article and the statement that gives it.
struct GivenWarning: Hashable, Sendable {
    let id: String
    let statement: String?
}
