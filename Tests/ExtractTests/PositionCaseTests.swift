import DemarcheAnnotate
import DemarcheEvaluation
import DemarcheExtract
import DemarcheRecords
import Foundation
import TestSupport
import Testing

/// Every case in `Cases/Positions`: a text, and the positions in it as `party | stance | proposal`, with `if …` for a condition
/// and `for …` for the state on whose behalf it is taken. A case without rows holds no position.
@Suite struct PositionCaseTests {
    @Test(arguments: CommitmentCases.files(in: "Positions")) func findsWhatTheCasesExpect(file: String) throws {
        let cases = try CaseFile.named(file)
        #expect(!cases.cases.isEmpty)
        for example in cases.cases {
            #expect(Self.rows(example.text) == example.expected, "\(file): \(example.title)")
        }
    }

    @Test func mentionsOfOneProposalShareItsName() {
        let annotated = CommitmentCases.annotated(
            "Ruritania proposed a truce in Vaduz. Graustark rejected the truce. Norland backs a summit in Strelsau.")
        let proposals = Extract().findings(in: annotated).positions.map(\.proposal.id)
        #expect(proposals.count == 3)
        #expect(proposals.first == proposals.dropFirst().first)
        #expect(Set(proposals).count == 2)
    }

    private static func rows(_ text: String) -> [String] {
        Extract().findings(in: CommitmentCases.annotated(text)).positions.map { position in
            var row = [
                position.party.name ?? position.party.mention?.exact ?? "–", position.stance.rawValue,
                position.proposal.evidence.exact,
            ]
            if let condition = position.condition { row.append("if \(condition.exact)") }
            if let state = position.onBehalfOf { row.append("for \(state.text)") }
            return row.joined(separator: " | ")
        }
    }
}
