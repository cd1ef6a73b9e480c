/// A person, state, government, organisation, alliance or unnamed source that articles mention under several names.
package struct Party: LinkRecord {
    package static let linkType = LinkType.party

    /// An office with the days on which articles first and last gave it, in ISO 8601; absent where the articles have no date.
    package struct Office: Hashable, Sendable, Codable {
        package var text: String
        /// ISO 3166-1 alpha-3 of the state that the office belongs to.
        package var country: String?
        package var first: String?
        package var last: String?

        package init(text: String, country: String? = nil, first: String? = nil, last: String? = nil) {
            self.text = text
            self.country = country
            self.first = first
            self.last = last
        }
    }

    package var id: String
    package var name: String
    /// The other names, in the order of letters.
    package var aliases: [String]
    package var kind: Speaker.Kind?
    /// ISO 3166-1 alpha-3.
    package var country: String?
    package var sector: String?
    package var offices: [Office]
    /// Why names that differ were taken for one party, a sentence each.
    package var why: [String]

    package init(
        key: String, name: String, aliases: [String] = [], kind: Speaker.Kind? = nil, country: String? = nil,
        sector: String? = nil, offices: [Office] = [], why: [String] = []
    ) {
        id = Identifier.link("y", [key])
        self.name = name
        self.aliases = aliases
        self.kind = kind
        self.country = country
        self.sector = sector
        self.offices = offices
        self.why = why
    }

    package var title: String { name }
    package var date: String? { nil }
    package var members: [String] { [] }
}

/// Who is meant at one place of one entry.
package struct PartyMention: Hashable, Sendable, Codable {
    /// `party` of a position, `behalf` for whom the party speaks; `state` is the state for which a speaker speaks by office.
    package enum Role: String, Sendable, Codable, CaseIterable {
        case speaker, state, issuer, party, behalf, actor, recipient
    }

    package var entry: String
    package var role: Role
    /// Which of several actors or recipients, from 0.
    package var place: Int
    package var party: String

    package init(entry: String, role: Role, place: Int = 0, party: String) {
        self.entry = entry
        self.role = role
        self.place = place
        self.party = party
    }
}

/// What the user said of two parties; names of parties follow from their names alone, so that this outlasts reading anew.
package struct PartyEdit: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable { case merge, split }

    package var kind: Kind
    /// Names of parties: merged into the first, or for a split the party and then the name that leaves it.
    package var parties: [String]

    package init(_ kind: Kind, _ parties: [String]) {
        self.kind = kind
        self.parties = parties
    }
}
