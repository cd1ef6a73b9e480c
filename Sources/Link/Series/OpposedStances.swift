import DemarcheRecords

/// Finds positions on one proposal that cannot both hold: one party is for it and against it, or two parties stand against each
/// other.
///
/// Each position is held against the latest one before it that is opposed, of its own party and of any other; conditions and
/// undecided stances oppose nothing.
struct OpposedStances {
    private let directory: PartyDirectory

    init(_ directory: PartyDirectory) { self.directory = directory }

    /// Quadratic only in the number of positions on one proposal that follow each other without being opposed.
    func contradictions(_ cluster: [Concern], of proposal: LinkedProposal) -> [Contradiction] {
        let positions = cluster.filter { $0.stance.flatMap(Self.isFor) != nil && party($0) != nil }
        return positions.indices.flatMap { index -> [Contradiction] in
            let before = positions[..<index].reversed()
            let opposed = { (other: Concern) in
                Self.isFor(other.stance) != Self.isFor(positions[index].stance)
                    && other.article != positions[index].article
            }
            let own = before.first { opposed($0) && party($0)?.id == party(positions[index])?.id }
            let others = before.first { opposed($0) && party($0)?.id != party(positions[index])?.id }
            return [own, others].compactMap(\.self).map { contradiction($0, positions[index], proposal) }
        }
    }

    private func contradiction(_ earlier: Concern, _ later: Concern, _ proposal: LinkedProposal) -> Contradiction {
        let words = { (concern: Concern) in
            "\(party(concern)?.name ?? concern.name ?? "") \(Self.verb(concern.stance)) “\(concern.words)”"
                + (concern.date.map { " (\($0))" } ?? "")
        }
        return Contradiction([earlier.id, later.id], date: later.date, why: "\(words(earlier)); \(words(later))")
    }

    private func party(_ concern: Concern) -> Party? { directory.party(.party, of: concern.id) }

    /// Whether a stance is for the proposal; nil where it is neither for nor against.
    private static func isFor(_ stance: Position.Stance?) -> Bool? {
        switch stance {
        case .proposes, .supports: true
        case .rulesOut, .opposes: false
        case .supportsIf, .undecided, .doesNotRuleOut, .denies, nil: nil
        }
    }

    private static func verb(_ stance: Position.Stance?) -> String {
        switch stance {
        case .proposes: "proposes"
        case .supports: "supports"
        case .rulesOut: "rules out"
        case .opposes: "opposes"
        default: "on"
        }
    }
}
