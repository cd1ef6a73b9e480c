import DemarcheRecords

/// Puts the warnings about one proposal in rows: those of one state, whoever speaks for it, or of one party.
///
/// A row is one of at least two acts of speech; what several articles print of one, is one. Or it is of one article whose headline or
/// lead has another force than the words below which say the same (``DriftFinder``).
struct SeriesFinder {
    /// How many days later an article may print what was said.
    private static let days = 2
    /// The part of all words of two warnings that both have, by which they are the same words.
    private static let same = 0.6

    private let directory: PartyDirectory
    /// The act of speech that a statement renders.
    private let utterances: [String: String]

    init(_ directory: PartyDirectory, utterances: [String: String]) {
        self.directory = directory
        self.utterances = utterances
    }

    func series(_ cluster: [Concern], of proposal: LinkedProposal) -> [Series] {
        let warnings = cluster.filter { $0.force != nil }
        let byParty = Dictionary(grouping: warnings.filter { issuer($0) != nil }) { issuer($0) ?? "" }
        return byParty.filter { $0.value.count > 1 }.compactMap { party, warnings in
            let series = Series(
                title: proposal.title, party: party, proposal: proposal.id,
                points: warnings.compactMap { warning in
                    warning.force.map {
                        Series.Point(
                            warning: warning.id, date: warning.date, force: $0, article: warning.article,
                            part: warning.part)
                    }
                }, drifts: DriftFinder(utterances: utterances).drifts(warnings))
            return isSpokenTwice(warnings) || !series.drifts.isEmpty ? series : nil
        }
    }

    /// Quadratic in the worst case only, since two that differ are mostly found at once.
    private func isSpokenTwice(_ warnings: [Concern]) -> Bool {
        warnings.indices.contains { index in
            warnings[..<index].contains { !isOneAct($0, warnings[index]) }
        }
    }

    /// Whether both may be one act of speech: linked as one, of one article, or in the same words within ``days``.
    private func isOneAct(_ one: Concern, _ other: Concern) -> Bool {
        if one.article == other.article { return true }
        if let act = one.statement.flatMap({ utterances[$0] }), act == other.statement.flatMap({ utterances[$0] }) {
            return true
        }
        let all = one.matter.union(other.matter).count
        let areSameWords = Double(one.matter.intersection(other.matter).count) >= Self.same * Double(all)
        guard let day = one.date.flatMap({ CalendarDay(iso: $0) }),
            let also = other.date.flatMap({ CalendarDay(iso: $0) })
        else { return areSameWords }
        return areSameWords && abs(day.number - also.number) <= Self.days
    }

    private func issuer(_ warning: Concern) -> String? {
        let state =
            directory.party(.state, of: warning.id) ?? warning.statement.flatMap { directory.party(.state, of: $0) }
        return state?.id ?? directory.party(.issuer, of: warning.id)?.id
    }
}
