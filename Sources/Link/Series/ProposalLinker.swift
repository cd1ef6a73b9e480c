package import DemarcheRecords

/// Finds the positions and warnings of several articles that concern one proposal, and what follows from them over time.
///
/// Two concern one proposal when their words name the same acts and things and the same place. Where one names no place, that of
/// its article counts for the same act, or the only one that any article has. Linear in the number of entries.
package struct ProposalLinker: Sendable {
    private(set) var concerns: [Concern] = []

    package init() {}

    package mutating func add(_ source: LinkSource) { add(Self.input(source)) }

    mutating func add(_ more: [Concern]) { concerns += more }

    /// The positions and warnings of an article.
    static func input(_ source: LinkSource) -> [Concern] {
        let findings = source.findings
        let published = source.article.metadata.published?.common
        let said = Dictionary(findings.statements.map { ($0.id, $0.said?.common) }) { first, _ in first }
        let date = { (statement: String?) in statement.flatMap { said[$0] ?? nil } ?? published }
        let parts = ArticleParts(source)
        let found =
            findings.positions.map {
                Concern($0, date: date($0.statement), part: parts.part(of: $0.proposal.evidence.span, $0.statement))
            }
            + findings.warnings.map {
                Concern($0, date: date($0.statement), part: parts.part(of: $0.consequence.evidence.span, $0.statement))
            }
        return PointedProposals.resolved(found)
    }

    /// - Parameter utterances: the act of speech that a statement renders.
    package func links(
        _ directory: PartyDirectory, utterances: [String: String] = [:]
    ) -> ([LinkedProposal], [Series], [Contradiction]) {
        let (proposals, series) = Self.links(concerns, directory, utterances: utterances)
        let contradictions = OpposedStances(directory).contradictions(concerns)
        return (proposals, series, contradictions.sorted { $0.id < $1.id })
    }

    /// The proposals, and the series of warnings about them; of an act they hang on all that concerns it, and on nothing else.
    static func links(
        _ concerns: [Concern], _ directory: PartyDirectory, utterances: [String: String]
    ) -> ([LinkedProposal], [Series]) {
        let clusters = clusters(concerns)
        let proposals = clusters.map(proposal)
        let finder = SeriesFinder(directory, utterances: utterances)
        let series = zip(clusters, proposals).flatMap { finder.series($0, of: $1) }
        return (proposals.sorted { $0.id < $1.id }, series.sorted { $0.id < $1.id })
    }

    /// What concerns one proposal, by date and name; proposals that only one entry concerns are none to link.
    private static func clusters(_ concerns: [Concern]) -> [[Concern]] {
        let byAct = Dictionary(grouping: concerns.filter(\.act.isTelling), by: \.act.act)
        let placed = byAct.values.flatMap { same in
            Dictionary(grouping: withPlaces(same), by: \.act).values.filter {
                $0.count > 1 && $0[0].act.isSpecific
            }
        }
        return placed.map { $0.sorted(by: isEarlier) }.sorted { $0[0].id < $1[0].id }
    }

    private static func isEarlier(_ one: Concern, _ other: Concern) -> Bool {
        (one.date ?? "9999", one.id) < (other.date ?? "9999", other.id)
    }

    private static func withPlaces(_ concerns: [Concern]) -> [Concern] {
        let all = Set(concerns.compactMap(\.act.place))
        let byArticle = Dictionary(grouping: concerns, by: \.article).mapValues { Set($0.compactMap(\.act.place)) }
        return concerns.map { concern in
            guard concern.act.place == nil else { return concern }
            var placed = concern
            let own = byArticle[concern.article] ?? []
            placed.act.place = own.count == 1 ? own.first : all.count == 1 ? all.first : nil
            return placed
        }
    }

    private static func proposal(_ cluster: [Concern]) -> LinkedProposal {
        let counts = Dictionary(grouping: cluster, by: { $0.words.lowercased() }).mapValues(\.count)
        let title = cluster.max { one, other in
            let (first, second) = (
                counts[one.words.lowercased(), default: 0], counts[other.words.lowercased(), default: 0]
            )
            return (first, -one.words.count, other.id) < (second, -other.words.count, one.id)
        }
        let act = cluster[0].act
        return LinkedProposal(
            title: title?.words ?? "", action: act.act[0],
            object: act.act.count > 1 ? act.act[1...].joined(separator: " ") : nil,
            place: act.place, members: cluster.map(\.id))
    }
}
