package import DemarcheRecords
package import DemarcheStore
internal import FoundationEssentials

/// An entry as it stands in a list: who, when, what, how, and where its words are; shown by the template `entry`.
package struct EntryView {
    package let id: String
    package let kind: String
    package let date: String
    /// In ISO 8601, for machines; nil where it is not known.
    package let day: String?
    /// The day by which it stands in lists: its own, or that of its report where that comes first.
    package let told: String?
    package let who: String
    /// Where the party is shown; nil where the record is not linked, or nobody is named.
    package let party: String?
    package let office: String?
    /// The act of a statement, the force of a warning, the stance of a position, the status of an event.
    package let label: String?
    /// The same in words: `rules out`.
    let labelWords: String?
    /// A class for the label, of ASCII letters and hyphens.
    package let labelClass: String
    package let parts: [Part]
    package let via: String?
    package let outlet: String?
    package let headline: String
    /// Where the article opens at the words.
    package let address: String?
    package let citation: String?
    package let notes: [String]
    /// The act of speech that several articles carry, of which a statement is one rendering.
    package var carried: Carried?

    /// Words of the entry with what they are to it: *if*, *then*, or nothing.
    package struct Part {
        package let role: String?
        package let pieces: [TextPiece]
        package let isQuoted: Bool
    }

    /// The way to an act of speech.
    package struct Carried {
        package let address: String
        /// `carried by 12 articles`
        package let words: String

        /// Nil where the page has no place for it.
        package init?(_ carried: CarriedStatement, _ addresses: any PageAddresses) {
            guard let address = addresses.link(.utterance, carried.utterance) else { return nil }
            self.address = address
            words = "carried by \(Figure.count(carried.carriers, "article"))"
        }
    }

    private init(
        _ entry: some RecordEntry, _ kind: EntryKind, _ place: Place, who: String, named: NamedMention?,
        office: String? = nil, label: String?, parts: [Part], notes: [String] = [], _ addresses: any PageAddresses
    ) {
        id = entry.id
        self.kind = kind.rawValue
        day = place.date ?? place.published
        told = place.reported ?? day
        date = Self.written(place)
        self.who = named?.name ?? who
        party = named.flatMap { addresses.link(.party, $0.mention.party) }
        // The name that the article gives, where the party goes by another.
        self.office = office ?? named.flatMap { $0.name == who ? nil : who }
        self.label = label
        labelWords = label.map(Wording.value)
        labelClass = label.map { "is-" + $0.replacing(" ", with: "-").lowercased() } ?? ""
        self.parts = parts
        via = place.via.isEmpty ? nil : place.via.joined(separator: ", ")
        outlet = place.outlet
        headline = place.headline ?? "Article without a headline"
        address = addresses.entry(entry.id, in: entry.article)
        citation = addresses.citation(of: entry.id)
        self.notes = notes
    }

    /// When and where an entry was printed.
    private struct Place {
        let date: String?
        /// Where the date lies behind it.
        let reported: String?
        let published: String?
        let outlet: String?
        let headline: String?
        let via: [String]
    }

    private static func written(_ place: Place) -> String {
        if let date = place.date {
            return Dates.written(date) + (place.reported.map { ", reported \(Dates.written($0))" } ?? "")
        }
        return place.published.map { "published \(Dates.written($0))" } ?? "undated"
    }

    package init(
        _ stored: StoredStatement, _ mentions: [NamedMention] = [], words: [String] = [], _ addresses: any PageAddresses
    ) {
        let statement = stored.statement
        self.init(
            statement, .statement,
            Place(
                date: statement.said?.common, reported: stored.reported, published: stored.published,
                outlet: stored.outlet,
                headline: stored.headline, via: statement.via.map(\.name)),
            who: statement.speaker.shownName ?? "No speaker named", named: mentions.named(.speaker),
            office: statement.speaker.office?.text, label: Wording.act(of: statement),
            parts: [
                Part(
                    role: nil,
                    pieces: TextPiece.pieces(statement.content.map(\.exact).joined(separator: " […] "), marking: words),
                    isQuoted: statement.directness == .direct)
            ], notes: statement.notes, addresses)
    }

    private static func place(_ stored: StoredEntry<some TypedEntry>) -> Place {
        Place(
            date: stored.date, reported: stored.reported, published: stored.published, outlet: stored.outlet,
            headline: stored.headline,
            via: stored.carrier?.via.map(\.name) ?? [])
    }

    package init(
        _ stored: StoredEntry<Warning>, _ mentions: [NamedMention] = [], words: [String] = [], notes: [String] = [],
        _ addresses: any PageAddresses
    ) {
        let warning = stored.entry
        self.init(
            warning, .warning, Self.place(stored),
            who: warning.issuer.map { $0.shownName ?? "No speaker named" } ?? "\(stored.outlet ?? "The outlet") itself",
            named: mentions.named(.issuer), office: warning.issuer?.office?.text, label: warning.force.rawValue,
            parts: [
                Part(
                    role: "if", pieces: TextPiece.pieces(warning.trigger.evidence.exact, marking: words),
                    isQuoted: false),
                Part(
                    role: "then", pieces: TextPiece.pieces(warning.consequence.evidence.exact, marking: words),
                    isQuoted: false),
            ], notes: warning.notes + notes, addresses)
    }

    package init(
        _ stored: StoredEntry<Position>, _ mentions: [NamedMention] = [], words: [String] = [],
        _ addresses: any PageAddresses
    ) {
        let position = stored.entry
        let condition = position.condition.map {
            [Part(role: "if", pieces: TextPiece.pieces($0.exact, marking: words), isQuoted: false)]
        }
        self.init(
            position, .position, Self.place(stored), who: position.party.shownName ?? "No party named",
            named: mentions.named(.behalf) ?? mentions.named(.party),
            office: position.party.office?.text, label: position.stance.rawValue,
            parts: [
                Part(
                    role: nil, pieces: TextPiece.pieces(position.proposal.evidence.exact, marking: words),
                    isQuoted: false)
            ] + (condition ?? []), notes: position.notes, addresses)
    }

    package init(
        _ stored: StoredEntry<PoliticalEvent>, _ mentions: [NamedMention] = [], words: [String] = [],
        _ addresses: any PageAddresses
    ) {
        let event = stored.entry
        let recipients = event.recipients.compactMap(\.party.shownName)
        let type = [event.plover.type.rawValue, event.plover.mode].compactMap(\.self).joined(separator: " · ")
        let whom = recipients.isEmpty ? "" : " → \(recipients.joined(separator: ", "))"
        let actors = event.actors.compactMap(\.party.shownName)
        self.init(
            event, .event, Self.place(stored), who: actors.isEmpty ? "No actor named" : actors.joined(separator: ", "),
            named: actors.count == 1 ? mentions.named(.actor) : nil, label: event.status.rawValue,
            parts: [
                Part(
                    role: type + whom, pieces: TextPiece.pieces(event.trigger.exact, marking: words), isQuoted: false)
            ], notes: event.notes, addresses)
    }

    package init(
        _ stored: StoredEntry<Claim>, _ mentions: [NamedMention] = [], words: [String] = [],
        _ addresses: any PageAddresses
    ) {
        let claim = stored.entry
        let who: String
        switch claim.attribution {
        case .statement: who = stored.carrier?.speaker.shownName ?? "No speaker named"
        case .editorial, .unattributed: who = "\(stored.outlet ?? "The outlet") itself"
        }
        self.init(
            claim, .claim, Self.place(stored), who: who, named: nil, office: stored.carrier?.speaker.office?.text,
            label: claim.hedge == nil ? nil : "hedged",
            parts: [
                Part(role: nil, pieces: TextPiece.pieces(claim.assertion.exact, marking: words), isQuoted: false)
            ], addresses)
    }
}

extension [NamedMention] {
    /// The first in this role.
    fileprivate func named(_ role: PartyMention.Role) -> NamedMention? { first { $0.mention.role == role } }
}

/// What an entry of a list is.
package enum EntryKind: String, CaseIterable, Sendable {
    case statement, warning, position, event, claim

    package var plural: String { rawValue + "s" }
}

extension EntryView {
    /// The entries with these names, of whatever kind, by name; those that are not there are left out. Asks the store once for
    /// each kind that is among them.
    package static func all(
        _ ids: [String], _ store: RecordStore, _ addresses: any PageAddresses
    ) throws -> [String: EntryView] {
        let mentions = try store.namedMentions(inEntries: ids)
        var views: [String: EntryView] = [:]
        for stored in try store.statements(ids: ids.filter { $0.hasPrefix("s-") }) {
            let id = stored.statement.id
            views[id] = EntryView(stored, mentions[id] ?? [], addresses)
        }
        func add<Entry: TypedEntry>(
            _ type: Entry.Type, _ prefix: String, _ view: (StoredEntry<Entry>, [NamedMention]) -> EntryView
        ) throws {
            let own = ids.filter { $0.hasPrefix(prefix) }
            guard !own.isEmpty else { return }
            for stored in try store.entries(type, ids: own) {
                views[stored.entry.id] = view(stored, mentions[stored.entry.id] ?? [])
            }
        }
        try add(Warning.self, "w-") { EntryView($0, $1, addresses) }
        try add(Position.self, "p-") { EntryView($0, $1, addresses) }
        try add(PoliticalEvent.self, "e-") { EntryView($0, $1, addresses) }
        try add(Claim.self, "c-") { EntryView($0, $1, addresses) }
        return views
    }
}
