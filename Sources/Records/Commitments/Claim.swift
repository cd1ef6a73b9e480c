import DemarcheSourceText

/// A checkable assertion with a number in it, and who makes it.
package struct Claim: Hashable, Sendable, Codable {
    /// Who asserts it: somebody in a statement, the outlet in its comment, or the outlet's report without naming anybody.
    package enum Attribution: Hashable, Sendable, Codable {
        case statement(String)
        case editorial, unattributed

        /// `statement`, `editorial` or `unattributed`.
        package var name: String {
            switch self {
            case .statement: "statement"
            case .editorial: "editorial"
            case .unattributed: "unattributed"
            }
        }
    }

    package struct Quantity: Hashable, Sendable, Codable {
        package enum Bound: String, Sendable, Codable, CaseIterable {
            case upTo = "up to"
            case over, about, exactly
        }

        /// In the unit as written: 5.5 for *5.5 million* with the unit *million dollars* is 5500000 *dollars*.
        package var value: Double
        package var bound: Bound
        /// What is counted or measured, as its lemma or sign: *soldier*, *USD*, *%*.
        package var unit: String?
        package var evidence: Evidence

        package init(value: Double, bound: Bound, unit: String?, evidence: Evidence) {
            self.value = value
            self.bound = bound
            self.unit = unit
            self.evidence = evidence
        }
    }

    package var id: String
    package var article: String
    package var assertion: Evidence
    package var quantities: [Quantity]
    package var attribution: Attribution
    /// The words that hedge it: *reportedly*, *may*.
    package var hedge: Evidence?

    package init(
        article: String, assertion: Evidence, quantities: [Quantity], attribution: Attribution, hedge: Evidence? = nil
    ) {
        id = Identifier.entry("c", in: article, ["\(assertion.span.start)-\(assertion.span.end)"])
        self.article = article
        self.assertion = assertion
        self.quantities = quantities
        self.attribution = attribution
        self.hedge = hedge
    }

    /// All the spans of text that the entry rests on.
    package var evidence: [Evidence] { [assertion] + quantities.map(\.evidence) + [hedge].compactMap(\.self) }
}
