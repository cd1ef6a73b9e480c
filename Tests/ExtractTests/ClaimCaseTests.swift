import DemarcheAnnotate
import DemarcheEvaluation
import DemarcheExtract
import DemarcheRecords
import Foundation
import TestSupport
import Testing

/// Every case in `Cases/Claims`, as ``PatternCaseTests`` has those of statements.
@Suite struct ClaimCaseTests {
    @Test func findsWhatTheCasesExpect() throws {
        let cases = try CaseFile.named("Claims/Claims")
        #expect(!cases.cases.isEmpty)
        if ProcessInfo.processInfo.environment["DEMARCHE_RECORD_CASES"] != nil { return try cases.record(rows) }
        for example in cases.cases { #expect(rows(example.text) == example.expected, "\(example.title)") }
    }

    private func rows(_ text: String) -> [String] {
        Extract().findings(in: TestModel.annotator().annotate(Article.made(text))).claims.map { claim in
            let quantities = claim.quantities.map { quantity in
                let bound = quantity.bound == .exactly ? "" : quantity.bound.rawValue + " "
                return bound + OrderedJSON.number(quantity.value).line + (quantity.unit.map { " " + $0 } ?? "")
            }
            return [
                quantities.joined(separator: "; "), claim.attribution.name, claim.hedge?.exact ?? "–",
                claim.assertion.exact,
            ].joined(separator: " | ")
        }
    }
}
