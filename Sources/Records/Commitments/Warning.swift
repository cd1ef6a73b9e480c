import DemarcheSourceText

/// If this, then that: somebody holds that a consequence will, may or must follow from a condition that is still open.
package struct Warning: Hashable, Sendable, Codable {
    /// `threat`: the issuer's own side would do it. `warning`: the issuer foresees it. `offer`: something welcome is promised.
    package enum Kind: String, Sendable, Codable, CaseIterable { case threat, warning, offer }

    /// How firmly the consequence is tied to the trigger, from weak to strong.
    package enum Force: String, Sendable, Codable, CaseIterable, Comparable {
        case precondition, possible, probable, certain, inevitable

        package static func < (one: Force, other: Force) -> Bool { one.step < other.step }

        /// 0 for `precondition` to 4 for `inevitable`.
        package var step: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// The words for the condition or for what follows, with what is done in them as far as the words tell.
    package struct Part: Hashable, Sendable, Codable {
        package var evidence: Evidence
        /// The lemma of the verb or noun that names the act: *deploy*.
        package var action: String?
        package var agent: Evidence?
        package var place: Evidence?

        package init(_ evidence: Evidence, action: String? = nil, agent: Evidence? = nil, place: Evidence? = nil) {
            self.evidence = evidence
            self.action = action
            self.agent = agent
            self.place = place
        }
    }

    package var id: String
    package var article: String
    package var kind: Kind
    package var trigger: Part
    package var consequence: Part
    package var force: Force
    /// The words that carry the force; empty when nothing but the plain verb does.
    package var forceWords: [Evidence]
    /// Who warns; nil when the outlet itself does.
    package var issuer: Speaker?
    /// The statement that carries it, absent when the outlet itself warns.
    package var statement: String?
    package var notes: [String]
    /// The construction that found it, named as its file is.
    package var rule: String

    package init(
        article: String, kind: Kind, trigger: Part, consequence: Part, force: Force, forceWords: [Evidence],
        issuer: Speaker?, statement: String?, notes: [String] = [], rule: String
    ) {
        let spans = [trigger.evidence.span, consequence.evidence.span]
        id = Identifier.entry("w", in: article, spans.map { "\($0.start)-\($0.end)" })
        self.article = article
        self.kind = kind
        self.trigger = trigger
        self.consequence = consequence
        self.force = force
        self.forceWords = forceWords
        self.issuer = issuer
        self.statement = statement
        self.notes = notes
        self.rule = rule
    }

    /// All the spans of text that the entry rests on.
    package var evidence: [Evidence] {
        [trigger, consequence].flatMap { [$0.evidence, $0.agent, $0.place].compactMap(\.self) } + forceWords
            + (issuer?.evidence ?? [])
    }
}
