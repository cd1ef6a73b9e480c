import DemarcheRecords
import Testing

@testable import DemarcheLink

/// Which positions and warnings concern one proposal, and what follows over time.
@Suite struct ProposalTests {
    /// An article in which a party takes a stance on the words of a proposal.
    private func position(
        _ party: String, _ stance: Position.Stance, _ words: String, on day: String, if condition: String? = nil
    ) -> Report {
        var report = Report(
            "The Courier", day, "\(party) spoke of \(words) on \(day)\(condition.map { " \($0)" } ?? "").")
        report.findings.positions = [
            Position(
                article: report.article.id, party: Speaker(name: party, kind: .state, naming: .named, mention: nil),
                proposal: .init(id: "pr-\(report.article.id)", evidence: report.evidence(words)), stance: stance,
                condition: condition.map { report.evidence($0) }, statement: nil, cue: report.evidence("spoke"),
                rule: "by hand")
        ]
        return report
    }

    private func warning(_ party: String, _ words: String, _ force: Warning.Force, on day: String) -> Report {
        var report = Report("The Courier", day, "\(party) warned on \(day) that \(words) means war.")
        report.findings.warnings = [
            Warning(
                article: report.article.id, kind: .warning, trigger: .init(report.evidence(words)),
                consequence: .init(report.evidence("war")), force: force, forceWords: [],
                issuer: Speaker(name: party, kind: .state, naming: .named, mention: nil), statement: nil,
                rule: "by hand")
        ]
        return report
    }

    private func links(_ reports: [Report]) -> ([LinkedProposal], [Series], [Contradiction]) {
        var linker = ProposalLinker()
        for report in reports { linker.add(report.source) }
        var parties: [String: Party] = [:]
        var mentions: [PartyMention] = []
        for report in reports {
            let named =
                report.findings.positions.map { ($0.id, $0.party.name, PartyMention.Role.party) }
                + report.findings.warnings.map { ($0.id, $0.issuer?.name, .issuer) }
            for (entry, name, role) in named {
                let party = Party(key: name ?? "", name: name ?? "", kind: .state)
                parties[party.id] = party
                mentions.append(PartyMention(entry: entry, role: role, party: party.id))
            }
        }
        return linker.links(PartyDirectory(parties.values.sorted { $0.id < $1.id }, mentions))
    }

    @Test func joinsOneProposalInOtherWords() {
        let (proposals, _, _) = links([
            position("Graustark", .supports, "sending troops to Ruritania", on: "1931-05-04"),
            position("Norland", .opposes, "the deployment of soldiers in Ruritania", on: "1931-05-05"),
        ])
        #expect(proposals.count == 1)
        #expect(proposals.first?.members.count == 2)
        #expect(proposals.first?.title == "sending troops to Ruritania")
    }

    @Test func keepsTheSameActInTwoPlacesApart() {
        let (proposals, _, _) = links([
            position("Graustark", .supports, "sending troops to Ruritania", on: "1931-05-04"),
            position("Norland", .opposes, "sending troops to Saba", on: "1931-05-05"),
        ])
        #expect(proposals.isEmpty)
    }

    @Test func takesThePlaceThatTheOnlyOtherMentionHas() {
        let (proposals, _, _) = links([
            position("Graustark", .supports, "a truce in Ruritania", on: "1931-05-04"),
            position("Norland", .opposes, "the ceasefire", on: "1931-05-05"),
        ])
        #expect(proposals.map(\.place) == ["ruritania"])
    }

    @Test func putsWarningsOfOnePartyInARowByDate() {
        let reports = [
            warning("Norland", "sending troops to Ruritania", .inevitable, on: "1932-02-01"),
            warning("Norland", "a deployment of soldiers to Ruritania", .possible, on: "1931-05-04"),
            warning("Saba", "sending troops to Ruritania", .certain, on: "1931-06-01"),
        ]
        let (_, series, _) = links(reports)
        #expect(series.count == 1)
        #expect(series.first?.points.map(\.force) == [.possible, .inevitable])
        #expect(series.first?.date == "1931-05-04")
        #expect(links(reports.reversed()).1 == series)
    }

    @Test func findsThatAPartyChangedItsStance() {
        let (_, _, contradictions) = links([
            position("Graustark", .rulesOut, "sending troops to Ruritania", on: "1931-05-04"),
            position("Graustark", .supports, "sending troops to Ruritania", on: "1931-05-20"),
        ])
        #expect(
            contradictions.map(\.why) == [
                "Graustark rules out “sending troops to Ruritania” (1931-05-04); "
                    + "Graustark supports “sending troops to Ruritania” (1931-05-20)"
            ])
    }

    @Test func findsThatTwoPartiesStandAgainstEachOther() {
        let (_, _, contradictions) = links([
            position("Graustark", .supports, "sending troops to Ruritania", on: "1931-05-04"),
            position("Norland", .opposes, "sending troops to Ruritania", on: "1931-05-05"),
        ])
        #expect(contradictions.count == 1)
    }

    @Test func doesNotHoldConditionsAgainstAnything() {
        let (_, _, contradictions) = links([
            position("Graustark", .supports, "sending troops to Ruritania", on: "1931-05-04"),
            position(
                "Norland", .supportsIf, "sending troops to Ruritania", on: "1931-05-05", if: "if the guards leave"),
            position("Saba", .doesNotRuleOut, "sending troops to Ruritania", on: "1931-05-05"),
        ])
        #expect(contradictions.isEmpty)
    }
}
