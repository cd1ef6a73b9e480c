package import DemarcheRecords
package import DemarcheStore

/// How the entries of a type stand in lists for programs: as comma-separated values and as lines of the exchange format.
package protocol TabulatedEntry: TypedEntry {
    /// The columns between the date and what is said of the article.
    static var fields: [Field<Self>] { get }
    /// Its line of the exchange format.
    func object(in lines: ExchangeLines) -> OrderedJSON
}

extension StoredEntry where Entry: TabulatedEntry {
    /// The columns of the comma-separated form.
    package static var fields: [Field<StoredEntry<Entry>>] {
        let own = Entry.fields.map { field in Field<StoredEntry<Entry>>(field.name) { field.value($0.entry) } }
        return [Field("id") { $0.entry.id }, Field("date") { $0.date ?? "" }] + own + [
            Field("via") { $0.carrier?.via.map(\.name).joined(separator: "; ") ?? "" },
            Field("outlet") { $0.outlet ?? "" }, Field("published") { $0.published ?? "" },
            Field("headline") { $0.headline ?? "" }, Field("article") { $0.entry.article },
        ]
    }
}

extension Warning: TabulatedEntry {
    package static var fields: [Field<Warning>] {
        [
            Field("issuer") { $0.issuer?.shownName ?? "" }, Field("office") { $0.issuer?.office?.text ?? "" },
            Field("editorial") { $0.issuer == nil ? "true" : "false" }, Field("kind") { $0.kind.rawValue },
            Field("force") { $0.force.rawValue }, Field("force words") { $0.forceWords.map(\.exact).listed },
            Field("trigger") { $0.trigger.evidence.exact }, Field("consequence") { $0.consequence.evidence.exact },
            Field("statement") { $0.statement ?? "" }, Field("notes") { $0.notes.listed },
        ]
    }

    package func object(in lines: ExchangeLines) -> OrderedJSON { lines.line(self) }
}

extension Position: TabulatedEntry {
    package static var fields: [Field<Position>] {
        [
            Field("party") { $0.party.shownName ?? "" }, Field("office") { $0.party.office?.text ?? "" },
            Field("on behalf of") { $0.onBehalfOf?.text ?? "" }, Field("country") { $0.onBehalfOf?.country ?? "" },
            Field("stance") { $0.stance.rawValue }, Field("proposal") { $0.proposal.evidence.exact },
            Field("proposal id") { $0.proposal.id }, Field("condition") { $0.condition?.exact ?? "" },
            Field("words") { $0.cue.exact }, Field("statement") { $0.statement ?? "" },
            Field("notes") { $0.notes.listed },
        ]
    }

    package func object(in lines: ExchangeLines) -> OrderedJSON { lines.line(self) }
}

extension PoliticalEvent: TabulatedEntry {
    package static var fields: [Field<PoliticalEvent>] {
        [
            Field("type") { $0.plover.type.rawValue }, Field("mode") { $0.plover.mode ?? "" },
            Field("contexts") { $0.plover.contexts.listed }, Field("quad") { $0.plover.quad.rawValue },
            Field("intensity") { "\($0.plover.intensity)" }, Field("cameo") { $0.cameo ?? "" },
            Field("goldstein") { $0.goldstein.map { "\($0)" } ?? "" }, Field("status") { $0.status.rawValue },
            Field("actors") { $0.actors.compactMap(\.party.shownName).listed },
            Field("actor countries") { $0.actors.compactMap(\.country).listed },
            Field("actor sectors") { $0.actors.compactMap(\.sector).listed },
            Field("recipients") { $0.recipients.compactMap(\.party.shownName).listed },
            Field("recipient countries") { $0.recipients.compactMap(\.country).listed },
            Field("recipient sectors") { $0.recipients.compactMap(\.sector).listed },
            Field("place") { $0.place?.exact ?? "" }, Field("words") { $0.trigger.exact },
            Field("statement") { $0.statement ?? "" }, Field("notes") { $0.notes.listed },
        ]
    }

    package func object(in lines: ExchangeLines) -> OrderedJSON { lines.line(self) }
}

extension Claim: TabulatedEntry {
    package static var fields: [Field<Claim>] {
        [
            Field("assertion") { $0.assertion.exact }, Field("quantities") { $0.quantities.map(\.shown).listed },
            Field("attribution") { $0.attribution.name }, Field("statement") { $0.statement ?? "" },
            Field("hedge") { $0.hedge?.exact ?? "" },
        ]
    }

    private var statement: String? { if case .statement(let id) = attribution { id } else { nil } }

    package func object(in lines: ExchangeLines) -> OrderedJSON { lines.line(self) }
}

extension Claim.Quantity {
    /// *up to 100000 peacekeeper*
    package var shown: String {
        let number = OrderedJSON.number(value).line
        return [bound == .exactly ? nil : bound.rawValue, number, unit].compactMap(\.self).joined(separator: " ")
    }
}

extension [String] {
    /// Several values in one field.
    var listed: String { joined(separator: "; ") }
}
