package import DemarcheRecords

/// What one article's words say of somebody, apart from where they stand.
package struct SpeakerDescription: Hashable, Sendable, Codable {
    var name: String?
    var kind: Speaker.Kind?
    var naming: Speaker.Naming
    var office: String?
    /// ISO 3166-1 alpha-3 of the affiliation.
    var country: String?
    /// That of an event's participant, which the words around the name may give.
    var around: String?
    var sector: String?

    init(_ speaker: Speaker, country: String? = nil, sector: String? = nil) {
        (name, kind, naming) = (speaker.shownName, speaker.kind, speaker.naming)
        office = speaker.office?.text
        self.country = speaker.affiliation?.country
        around = country
        self.sector = sector
        mendOffice()
    }

    /// The state or body on whose behalf somebody takes a position.
    init(behalf affiliation: Speaker.Affiliation) {
        (name, kind, naming) = (affiliation.text, .government, .named)
        country = affiliation.country
    }

    /// `U.S. Secretary` with the name `of State Ann Example`: the office was cut at its *of* or *for*; the last two words are the
    /// name.
    private mutating func mendOffice() {
        let words = (name ?? "").split(separator: " ")
        guard let cut = office, words.count > 3, ["of", "for"].contains(words[0]) else { return }
        office = ([Substring(cut)] + words.dropLast(2)).joined(separator: " ")
        name = words.suffix(2).joined(separator: " ")
    }
}

extension SpeakerDescription: Comparable {
    package static func < (one: Self, other: Self) -> Bool {
        one.fields.lexicographicallyPrecedes(other.fields)
    }

    /// All that it has; different ones have different fields.
    private var fields: [String] {
        [name, kind?.rawValue, naming.rawValue, office, country, around, sector].flatMap {
            [$0 == nil ? "" : "+", $0 ?? ""]
        }
    }
}

/// Where somebody stands in an entry.
package struct MentionPlace: Hashable, Sendable, Codable {
    var entry: String
    var role: PartyMention.Role
    var place = 0
}

/// All whom one article mentions in its findings, each with the places.
package struct ArticleMentions: Sendable {
    package let article: String
    /// The day of publication in ISO 8601, or the month or year; nil where it is not known.
    let day: String?
    private(set) var mentions: [(who: SpeakerDescription, places: [MentionPlace])] = []
    private var indices: [SpeakerDescription: Int] = [:]

    /// The entries in which somebody is mentioned.
    package var entries: [String] { mentions.flatMap { $0.places.map(\.entry) } }

    init(article: String, day: String?, mentions: [(who: SpeakerDescription, places: [MentionPlace])]) {
        (self.article, self.day, self.mentions) = (article, day, mentions)
    }

    package init(_ source: LinkSource) {
        article = source.article.id
        day = (source.article.metadata.published ?? source.findings.published)?.common
        for statement in source.findings.statements {
            take(statement.speaker, .init(entry: statement.id, role: .speaker))
        }
        for warning in source.findings.warnings {
            if let issuer = warning.issuer { take(issuer, .init(entry: warning.id, role: .issuer)) }
        }
        for position in source.findings.positions { take(position) }
        for event in source.findings.events { take(event) }
        indices = [:]
    }

    private mutating func take(_ position: Position) {
        take(position.party, .init(entry: position.id, role: .party))
        if let behalf = position.onBehalfOf {
            take(SpeakerDescription(behalf: behalf), .init(entry: position.id, role: .behalf))
        }
    }

    private mutating func take(_ event: PoliticalEvent) {
        for (role, participants) in [(PartyMention.Role.actor, event.actors), (.recipient, event.recipients)] {
            for (place, participant) in participants.enumerated() {
                take(
                    SpeakerDescription(participant.party, country: participant.country, sector: participant.sector),
                    .init(entry: event.id, role: role, place: place))
            }
        }
    }

    private mutating func take(_ speaker: Speaker, _ place: MentionPlace) { take(SpeakerDescription(speaker), place) }

    private mutating func take(_ who: SpeakerDescription, _ place: MentionPlace) {
        guard who.naming != .absent else { return }
        if let index = indices[who] {
            mentions[index].places.append(place)
        } else {
            indices[who] = mentions.count
            mentions.append((who, [place]))
        }
    }
}
