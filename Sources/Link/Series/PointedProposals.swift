import DemarcheRecords
import DemarcheSourceText

/// Takes a proposal that only points back, *the plan*, *such a move*, *it*, for the one that the article names shortly before.
///
/// Only where one fits: of the acts that the article's positions and warnings name in the ``reach`` before it, or else of all before it,
/// there must be one alone. A name in the words that point, *the Ruritanian demand*, leaves only what its bearer proposes.
enum PointedProposals {
    /// In bytes: some two paragraphs.
    private static let reach = 600

    /// The entries of one article, each with the act that it names or points at.
    static func resolved(_ concerns: [Concern]) -> [Concern] {
        let named = concerns.filter { $0.act.isTelling }.sorted { ($0.span.start, $0.id) < ($1.span.start, $1.id) }
        return concerns.map { concern in
            guard concern.act.pointsBack, let named = antecedent(of: concern, named) else { return concern }
            var resolved = concern
            resolved.act = named.act
            resolved.proposed = named.proposed
            return resolved
        }
    }

    private static func antecedent(of concern: Concern, _ named: [Concern]) -> Concern? {
        let before = named.filter { $0.span.end <= concern.span.start && fits(concern, $0) }
        let near = before.filter { concern.span.start - $0.span.end <= reach }
        let candidates = near.isEmpty ? before : near
        guard Set(candidates.map(\.act)).count == 1 else { return nil }
        return candidates.last { $0.proposed != nil } ?? candidates.last
    }

    /// Whether the bearer of a name in the words that point may have proposed it.
    private static func fits(_ concern: Concern, _ named: Concern) -> Bool {
        let owners = ProposalPhrase.items(concern.words).compactMap {
            if case .name(let name) = $0 { name } else { nil }
        }
        guard !owners.isEmpty else { return true }
        let bearer = ProposalPhrase.items(named.name ?? "")
        return owners.contains { bearer.contains(.name($0)) }
    }
}
