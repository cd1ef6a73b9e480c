/// Whoever an article lets speak, as the article names them.
package struct Speaker: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable { case person, state, government, organisation, alliance, group }

    /// `named`, `unnamed` (a White House official), `collective` (NATO allies) or `absent` (it was reported that).
    package enum Naming: String, Sendable, Codable { case named, unnamed, collective, absent }

    /// A role with the words that give it.
    package struct Office: Hashable, Sendable, Codable {
        package var text: String
        package var evidence: Evidence

        package init(text: String, evidence: Evidence) {
            self.text = text
            self.evidence = evidence
        }
    }

    /// The body or state that somebody speaks for or belongs to, with the words that say so.
    package struct Affiliation: Hashable, Sendable, Codable {
        package var text: String
        /// ISO 3166-1 alpha-3, where the words name a state or its seat of power.
        package var country: String?
        package var evidence: Evidence

        package init(text: String, country: String?, evidence: Evidence) {
            self.text = text
            self.country = country
            self.evidence = evidence
        }
    }

    /// The fullest name that the article gives; for an unnamed source, the words that stand for it. Absent with `absent`.
    package var name: String?
    package var kind: Kind?
    package var naming: Naming
    /// The words at this place; absent when no words name a speaker.
    package var mention: Evidence?
    package var office: Office?
    package var affiliation: Affiliation?

    package init(
        name: String?, kind: Kind?, naming: Naming, mention: Evidence?, office: Office? = nil,
        affiliation: Affiliation? = nil
    ) {
        self.name = name
        self.kind = kind
        self.naming = naming
        self.mention = mention
        self.office = office
        self.affiliation = affiliation
    }

    /// The name, or the words that stand for it.
    package var shownName: String? { name ?? mention?.exact }

    /// The spans of text that say who it is.
    package var evidence: [Evidence] { [mention, office?.evidence, affiliation?.evidence].compactMap(\.self) }

    /// Nobody is named.
    package static let absent = Speaker(name: nil, kind: nil, naming: .absent, mention: nil)
}
