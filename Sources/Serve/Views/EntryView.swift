import DemarchePublish
import DemarcheRecords
import DemarcheStore
import Foundation

/// An entry as it stands in a list: who, when, what, how, and where its words are.
struct EntryView {
    let id: String
    let kind: String
    let date: String
    /// In ISO 8601, for machines; nil where it is not known.
    let day: String?
    let who: String
    /// The page of the party; nil where the record is not linked, or nobody is named.
    let party: String?
    let office: String?
    /// The act of a statement, the force of a warning, the stance of a position, the status of an event.
    let label: String?
    /// A class for the label, of ASCII letters and hyphens.
    let labelClass: String
    let parts: [Part]
    let via: String?
    let outlet: String?
    let headline: String
    /// The address at which the article opens at the words.
    let address: String
    let notes: [String]

    /// Words of the entry with what they are to it: *if*, *then*, or nothing.
    struct Part {
        let role: String?
        let pieces: [TextPiece]
        let isQuoted: Bool
    }

    private init(
        _ entry: some RecordEntry, _ kind: EntryKind, _ place: Place, who: String, named: NamedMention?,
        office: String? = nil, label: String?, parts: [Part], notes: [String] = []
    ) {
        id = entry.id
        self.kind = kind.rawValue
        day = place.date ?? place.published
        date = Self.written(place)
        self.who = named?.name ?? who
        party = named.map { "/parties/\($0.mention.party)" }
        // The name that the article gives, where the party goes by another.
        self.office = office ?? named.flatMap { $0.name == who ? nil : who }
        self.label = label
        labelClass = label.map { "is-" + $0.replacing(" ", with: "-").lowercased() } ?? ""
        self.parts = parts
        via = place.via.isEmpty ? nil : place.via.joined(separator: ", ")
        outlet = place.outlet
        headline = place.headline ?? "Article without a headline"
        address = "/articles/\(entry.article)#\(entry.id)"
        self.notes = notes
    }

    /// When and where an entry was printed.
    private struct Place {
        let date: String?
        let published: String?
        let outlet: String?
        let headline: String?
        let via: [String]
    }

    private static func written(_ place: Place) -> String {
        if let date = place.date { return Wording.date(date) }
        return place.published.map { "published \(Wording.date($0))" } ?? "undated"
    }

    init(_ stored: StoredStatement, _ mentions: [NamedMention] = [], words: [String] = []) {
        let statement = stored.statement
        self.init(
            statement, .statement,
            Place(
                date: statement.said?.common, published: stored.published, outlet: stored.outlet,
                headline: stored.headline, via: statement.via.map(\.name)),
            who: statement.speaker.shownName ?? "No speaker named", named: mentions.named(.speaker),
            office: statement.speaker.office?.text, label: Wording.act(of: statement),
            parts: [
                Part(
                    role: nil,
                    pieces: TextPiece.pieces(statement.content.map(\.exact).joined(separator: " […] "), marking: words),
                    isQuoted: statement.directness == .direct)
            ], notes: statement.notes)
    }

    private static func place(_ stored: StoredEntry<some TypedEntry>) -> Place {
        Place(
            date: stored.date, published: stored.published, outlet: stored.outlet, headline: stored.headline,
            via: stored.carrier?.via.map(\.name) ?? [])
    }

    init(
        _ stored: StoredEntry<Warning>, _ mentions: [NamedMention] = [], words: [String] = [], notes: [String] = []
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
            ], notes: warning.notes + notes)
    }

    init(_ stored: StoredEntry<Position>, _ mentions: [NamedMention] = [], words: [String] = []) {
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
            ] + (condition ?? []), notes: position.notes)
    }

    init(_ stored: StoredEntry<PoliticalEvent>, _ mentions: [NamedMention] = [], words: [String] = []) {
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
            ], notes: event.notes)
    }

    init(_ stored: StoredEntry<Claim>, _ mentions: [NamedMention] = [], words: [String] = []) {
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
            ])
    }
}

extension [NamedMention] {
    /// The first in this role.
    fileprivate func named(_ role: PartyMention.Role) -> NamedMention? { first { $0.mention.role == role } }
}

/// Words, and whether they are what was sought.
struct TextPiece: Equatable {
    let text: String
    let isHit: Bool

    /// `text` cut at every place where one of `words` stands, in any case. Linear in the text for each word.
    static func pieces(_ text: String, marking words: [String]) -> [TextPiece] {
        var hits: [Range<String.Index>] = []
        for word in words where !word.isEmpty {
            var rest = text.startIndex..<text.endIndex
            while let hit = text.range(of: word, options: [.caseInsensitive, .diacriticInsensitive], range: rest),
                !hit.isEmpty
            {
                hits.append(hit)
                rest = hit.upperBound..<text.endIndex
            }
        }
        return cut(text, at: hits.sorted { $0.lowerBound < $1.lowerBound })
    }

    private static func cut(_ text: String, at hits: [Range<String.Index>]) -> [TextPiece] {
        var pieces: [TextPiece] = []
        var end = text.startIndex
        for hit in hits where hit.lowerBound >= end {
            if hit.lowerBound > end { pieces.append(TextPiece(text: String(text[end..<hit.lowerBound]), isHit: false)) }
            pieces.append(TextPiece(text: String(text[hit]), isHit: true))
            end = hit.upperBound
        }
        if end < text.endIndex { pieces.append(TextPiece(text: String(text[end...]), isHit: false)) }
        return pieces
    }

    /// The pieces of a snippet of the full-text index, in which hits stand between signs of their own.
    static func pieces(snippet: String) -> [TextPiece] {
        var pieces: [TextPiece] = []
        for part in snippet.split(separator: Character(DemarcheStore.Passage.open), omittingEmptySubsequences: false) {
            let halves = part.split(
                separator: Character(DemarcheStore.Passage.close), maxSplits: 1, omittingEmptySubsequences: false)
            if halves.count == 2 { pieces.append(TextPiece(text: String(halves[0]), isHit: true)) }
            if let rest = halves.last, !rest.isEmpty { pieces.append(TextPiece(text: String(rest), isHit: false)) }
        }
        return pieces
    }
}
