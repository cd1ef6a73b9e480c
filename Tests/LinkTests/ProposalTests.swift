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

    @Test func tellsAnOppositionOnce() {
        let (_, _, contradictions) = links([
            position("Graustark", .supports, "sending troops to Ruritania", on: "1931-05-04"),
            position("Norland", .opposes, "sending troops to Ruritania", on: "1931-05-05"),
            position("Graustark", .supports, "sending troops to Ruritania", on: "1931-05-06"),
            position("Norland", .opposes, "the sending of troops to Ruritania", on: "1931-05-07"),
        ])
        #expect(contradictions.count == 1)
    }

    /// Acts that share words and are not one, what is only alleged, and conditions.
    @Test(arguments: [
        ("sending troops to Ruritania", "the hysteria about sending troops to Ruritania"),
        ("sanctions on Ruritania", "harsh words on sanctions against Saba"),
        ("sending troops to Ruritania", "should it send troops to Ruritania"),
        ("a truce in Ruritania", "talks on a truce in Ruritania"),
        ("talks on stopping the war in Ruritania", "the war in Ruritania"),
        ("the plan", "the plan"),
    ])
    func holdsNothingElseAgainstAnAct(_ one: String, _ other: String) {
        let (_, _, contradictions) = links([
            position("Graustark", .supports, one, on: "1931-05-04"),
            position("Norland", .opposes, other, on: "1931-05-05"),
        ])
        #expect(contradictions.isEmpty)
    }

    @Test func takesAnActThatIsUndoneForItsOpposite() {
        let (_, _, contradictions) = links([
            position("Graustark", .supports, "stop the shipment of arms to Ruritania", on: "1931-05-04"),
            position("Norland", .supports, "the shipment of arms to Ruritania", on: "1931-05-05"),
            position("Saba", .opposes, "the shipment of arms to Ruritania", on: "1931-05-06"),
        ])
        #expect(contradictions.count == 2, "\(contradictions.map(\.why))")
        #expect(contradictions.allSatisfy { $0.why.contains("Norland") }, "\(contradictions.map(\.why))")
    }

    @Test func takesNobodysWordForWhoWantsAnAttack() {
        let (_, _, contradictions) = links([
            position("Graustark", .opposes, "an invasion of Ruritania", on: "1931-05-04"),
            position("Norland", .supports, "an invasion of Ruritania", on: "1931-05-05"),
        ])
        #expect(contradictions.isEmpty)
    }

    @Test func countsCopiesOfOneWarningAsOneAct() {
        let (_, series, _) = links([
            warning("Norland", "sending troops to Ruritania", .certain, on: "1931-05-04"),
            warning("Norland", "sending troops to Ruritania", .certain, on: "1931-05-05"),
        ])
        #expect(series.isEmpty)
    }

    @Test func takesWhatPointsBackForTheOnlyProposalBefore() {
        var report = Report(
            "The Courier", "1931-05-05",
            "Graustark supports sending troops to Ruritania. Norland rejected the plan. Saba spoke of Norland.")
        let said = [
            ("Graustark", "sending troops to Ruritania", Position.Stance.supports), ("Norland", "the plan", .opposes),
        ]
        report.findings.positions = said.map { party, words, stance in
            Position(
                article: report.article.id, party: Speaker(name: party, kind: .state, naming: .named, mention: nil),
                proposal: .init(id: "pr-\(words)", evidence: report.evidence(words)), stance: stance, statement: nil,
                cue: report.evidence(stance == .supports ? "supports" : "rejected"), rule: "by hand")
        }
        let (proposals, _, _) = links([report])
        #expect(proposals.map(\.members.count) == [2])
    }

    private func drifts(_ warnings: [Concern]) -> [String] {
        DriftFinder(utterances: [:]).drifts(warnings).map(\.title)
    }

    private func concern(
        _ consequence: String, _ force: Warning.Force, by word: String, in part: Series.Point.Part,
        rule: String = "by hand"
    ) -> Concern {
        var report = Report("The Courier", "1931-05-05", "If the convoy sails, Norland \(word) see \(consequence).")
        let warning = Warning(
            article: report.article.id, kind: .warning, trigger: .init(report.evidence("the convoy sails")),
            consequence: .init(report.evidence(consequence)), force: force, forceWords: [report.evidence(word)],
            issuer: Speaker(name: "Norland", kind: .state, naming: .named, mention: nil), statement: nil, rule: rule)
        report.findings.warnings = [warning]
        var concern = Concern(warning, date: nil, part: part)
        concern.article = "a-1"
        return concern
    }

    @Test func namesAHeadlineThatStrengthens() {
        let found = drifts([
            concern("a war at sea", .possible, by: "may", in: .quotation),
            concern("war", .certain, by: "will", in: .headline),
            concern("war at sea", .possible, by: "could", in: .lead),
        ])
        #expect(found == ["the headline strengthens: certain over possible in the quotation"])
    }

    @Test func comparesALeadWithQuotedWordsAlone() {
        let text = concern("war", .certain, by: "will", in: .text)
        #expect(drifts([concern("war", .possible, by: "may", in: .lead), text]).isEmpty)
    }

    @Test func comparesNoHeadlineWithAnotherConsequence() {
        let found = drifts([
            concern("an embargo on coal", .possible, by: "may", in: .headline),
            concern("war", .certain, by: "will", in: .quotation),
        ])
        #expect(found.isEmpty)
    }

    @Test(arguments: [
        (Warning.Force.certain, [String]()), (.possible, []),
        (.inevitable, ["the headline weakens: probable over inevitable in the text"]),
    ])
    func takesNoForceFromWhatOnlyWarns(_ below: Warning.Force, _ expected: [String]) {
        let found = drifts([
            concern("war", .probable, by: "fears", in: .headline, rule: "WarnedOf"),
            concern("war", below, by: "will", in: .text),
        ])
        #expect(found == expected)
    }

    @Test func holdsNoHeadlineAgainstAPrecondition() {
        let found = drifts([
            concern("talks", .certain, by: "will", in: .headline),
            concern("talks", .precondition, by: "only", in: .quotation),
        ])
        #expect(found.isEmpty)
    }

    @Test func readsALeadWhereParagraphsWereLost() throws {
        let rest = String(repeating: "The harbour was quiet. ", count: 30)
        let report = Report("The Courier", "1931-05-05", "War may come. " + rest + "War will come.")
        let parts = ArticleParts(report.source)
        #expect(parts.part(of: report.evidence("War may come").span, nil) == .lead)
        #expect(parts.part(of: report.evidence("War will come").span, nil) == .text)
    }
}
