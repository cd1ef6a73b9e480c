import DemarcheSourceText

/// Where a party stands on a proposal.
package struct Position: Hashable, Sendable, Codable {
    package enum Stance: String, Sendable, Codable, CaseIterable {
        case proposes, supports
        case supportsIf = "supports-if"
        case undecided
        case doesNotRuleOut = "does-not-rule-out"
        case rulesOut = "rules-out"
        case opposes, denies
    }

    /// An action that parties can be for or against.
    package struct Proposal: Hashable, Sendable, Codable {
        /// The same for all mentions of one proposal in an article.
        package var id: String
        package var evidence: Evidence

        package init(id: String, evidence: Evidence) {
            self.id = id
            self.evidence = evidence
        }
    }

    package var id: String
    package var article: String
    package var party: Speaker
    /// The state or body for which the party speaks.
    package var onBehalfOf: Speaker.Affiliation?
    package var proposal: Proposal
    package var stance: Stance
    package var condition: Evidence?
    /// The statement that carries it, absent when the outlet reports the stance as a fact.
    package var statement: String?
    /// The words that express the stance: *has not ruled out*.
    package var cue: Evidence
    package var notes: [String]
    /// The construction that found it, named as its file is.
    package var rule: String

    package init(
        article: String, party: Speaker, onBehalfOf: Speaker.Affiliation? = nil, proposal: Proposal, stance: Stance,
        condition: Evidence? = nil, statement: String?, cue: Evidence, notes: [String] = [], rule: String
    ) {
        let spans = [party.mention?.span, proposal.evidence.span, cue.span].compactMap(\.self)
        id = Identifier.entry("p", in: article, spans.map { "\($0.start)-\($0.end)" })
        self.article = article
        self.party = party
        self.onBehalfOf = onBehalfOf
        self.proposal = proposal
        self.stance = stance
        self.condition = condition
        self.statement = statement
        self.cue = cue
        self.notes = notes
        self.rule = rule
    }

    /// All the spans of text that the entry rests on.
    package var evidence: [Evidence] {
        party.evidence + [onBehalfOf?.evidence, proposal.evidence, condition, cue].compactMap(\.self)
    }
}
