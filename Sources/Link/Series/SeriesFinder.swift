import DemarcheRecords

/// Puts the warnings about one proposal in rows: those of one state, whoever speaks for it, or of one party.
struct SeriesFinder {
    private let directory: PartyDirectory

    init(_ directory: PartyDirectory) { self.directory = directory }

    /// The series of at least two warnings.
    func series(_ cluster: [Concern], of proposal: LinkedProposal) -> [Series] {
        let warnings = cluster.filter { $0.force != nil }
        let byParty = Dictionary(grouping: warnings.filter { issuer($0) != nil }) { issuer($0) ?? "" }
        return byParty.filter { $0.value.count > 1 }.map { party, warnings in
            Series(
                title: proposal.title, party: party, proposal: proposal.id,
                points: warnings.compactMap { warning in
                    warning.force.map { Series.Point(warning: warning.id, date: warning.date, force: $0) }
                })
        }
    }

    private func issuer(_ warning: Concern) -> String? {
        let state =
            directory.party(.state, of: warning.id) ?? warning.statement.flatMap { directory.party(.state, of: $0) }
        return state?.id ?? directory.party(.issuer, of: warning.id)?.id
    }
}
