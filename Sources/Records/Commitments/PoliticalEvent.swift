import DemarcheSourceText

/// Something done, planned, feared or denied between parties, in the ontology of PLOVER 2.0 with its CAMEO code.
package struct PoliticalEvent: Hashable, Sendable, Codable {
    /// Whether it has come about, in the words of the article.
    package enum Status: String, Sendable, Codable, CaseIterable {
        case happened, ongoing, planned, proposed, threatened, hypothetical, denied
        case didNotHappen = "did-not-happen"
    }

    /// Somebody who does it or to whom it is done.
    package struct Participant: Hashable, Sendable, Codable {
        package var party: Speaker
        /// ISO 3166-1 alpha-3.
        package var country: String?
        /// PLOVER's sector: `GOV`, `MIL`, `REB`, `CVL` …
        package var sector: String?
        /// The code that a dictionary of the user's gives.
        package var code: String?

        package init(party: Speaker, country: String? = nil, sector: String? = nil, code: String? = nil) {
            self.party = party
            self.country = country
            self.sector = sector
            self.code = code
        }
    }

    package var id: String
    package var article: String
    package var plover: PLOVER
    /// The most exact CAMEO code that the words allow.
    package var cameo: String?
    package var goldstein: Double?
    package var actors: [Participant]
    package var recipients: [Participant]
    package var status: Status
    package var date: RecordedDate?
    package var place: Evidence?
    /// The statement in which it is told; absent when the outlet reports it itself.
    package var statement: String?
    /// The words that name it.
    package var trigger: Evidence
    package var notes: [String]

    package init(
        article: String, plover: PLOVER, cameo: String? = nil, goldstein: Double? = nil, actors: [Participant],
        recipients: [Participant], status: Status, date: RecordedDate? = nil, place: Evidence? = nil,
        statement: String?, trigger: Evidence, notes: [String] = []
    ) {
        id = Identifier.entry("e", in: article, ["\(trigger.span.start)-\(trigger.span.end)", plover.type.rawValue])
        self.article = article
        self.plover = plover
        self.cameo = cameo
        self.goldstein = goldstein
        self.actors = actors
        self.recipients = recipients
        self.status = status
        self.date = date
        self.place = place
        self.statement = statement
        self.trigger = trigger
        self.notes = notes
    }

    /// All the spans of text that the entry rests on.
    package var evidence: [Evidence] {
        (actors + recipients).flatMap(\.party.evidence) + [place, trigger].compactMap(\.self)
    }
}

/// The type of an event as the manual of PLOVER 2.0 (openeventdata/PLOVER, draft 2.0) has it, with mode and contexts.
package struct PLOVER: Hashable, Sendable, Codable {
    /// The sixteen types, those of cooperation first.
    package enum EventType: String, Sendable, Codable, CaseIterable {
        case agree = "AGREE"
        case consult = "CONSULT"
        case support = "SUPPORT"
        case concede = "CONCEDE"
        case cooperate = "COOPERATE"
        case aid = "AID"
        case retreat = "RETREAT"
        case request = "REQUEST"
        case accuse = "ACCUSE"
        case reject = "REJECT"
        case threaten = "THREATEN"
        case protest = "PROTEST"
        case sanction = "SANCTION"
        case mobilize = "MOBILIZE"
        case coerce = "COERCE"
        case assault = "ASSAULT"
    }

    package enum Quad: String, Sendable, Codable, CaseIterable {
        case verbalCooperation = "verbal cooperation"
        case materialCooperation = "material cooperation"
        case verbalConflict = "verbal conflict"
        case materialConflict = "material conflict"
    }

    package var type: EventType
    /// `troops`, `visit`, `arrest` … where the words say so.
    package var mode: String?
    /// `military`, `economic`, `diplomatic` …
    package var contexts: [String]

    package init(_ type: EventType, mode: String? = nil, contexts: [String] = []) {
        self.type = type
        self.mode = mode
        self.contexts = contexts
    }
}
