internal import DemarcheRecords

/// What was found in one article beside statements, each with the way to its words; shown by the template `found`.
struct FoundView {
    let summary: String
    let kinds: [Kind]

    /// The entries of one type.
    struct Kind {
        let heading: String
        let rows: Shortlist<Row>
    }

    struct Row {
        let id: String
        let label: String
        /// Nil where the words stand in no block of the article.
        let link: String?
        let who: String?
        let value: String
        let words: String
        let detail: String?
    }

    /// Nil when nothing was found.
    init?(_ marks: [EntryMarks.Mark], _ rows: FoundRows) {
        kinds = EntryType.allCases.compactMap { type in
            let own = marks.filter { $0.type == type }
            guard !own.isEmpty else { return nil }
            return Kind(
                heading: Wording.count(own.count, type.rawValue), rows: Shortlist(own.compactMap(rows.row), most: 40))
        }
        guard !kinds.isEmpty else { return nil }
        summary = "Found in it: " + kinds.map(\.heading).joined(separator: ", ")
    }
}

/// The rows for the entries of a whole dossier.
struct FoundRows {
    private let warnings: [String: Warning]
    private let positions: [String: Position]
    private let events: [String: PoliticalEvent]
    private let claims: [String: Claim]

    init(_ contents: DossierContents) {
        warnings = Self.byId(contents.warnings)
        positions = Self.byId(contents.positions)
        events = Self.byId(contents.events)
        claims = Self.byId(contents.claims)
    }

    func row(_ mark: EntryMarks.Mark) -> FoundView.Row? {
        switch mark.type {
        case .warning: warnings[mark.id].map { Self.row($0, mark) }
        case .position: positions[mark.id].map { Self.row($0, mark) }
        case .event: events[mark.id].map { Self.row($0, mark) }
        case .claim: claims[mark.id].map { Self.row($0, mark) }
        }
    }

    private static func byId<Entry: TypedEntry>(_ entries: [Entry]) -> [String: Entry] {
        Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
    }

    private static func row(_ warning: Warning, _ mark: EntryMarks.Mark) -> FoundView.Row {
        let force = warning.forceWords.map { "“\($0.exact)”" }.joined(separator: ", ")
        return row(
            mark, who: warning.issuer.map(named) ?? "The outlet itself",
            value: "\(warning.force.rawValue), \(warning.kind.rawValue)",
            words: "if “\(warning.trigger.evidence.exact)”, then “\(warning.consequence.evidence.exact)”",
            detail: force.isEmpty ? nil : "force: \(force)")
    }

    private static func row(_ position: Position, _ mark: EntryMarks.Mark) -> FoundView.Row {
        row(
            mark, who: named(position.party) + (position.onBehalfOf.map { ", for \($0.text)" } ?? ""),
            value: Wording.value(position.stance.rawValue), words: "“\(position.proposal.evidence.exact)”",
            detail: position.condition.map { "if “\($0.exact)”" })
    }

    private static func row(_ event: PoliticalEvent, _ mark: EntryMarks.Mark) -> FoundView.Row {
        let sides = [event.actors, event.recipients].map { $0.compactMap(\.party.shownName).joined(separator: ", ") }
        let who = sides[1].isEmpty ? sides[0] : "\(sides[0]) → \(sides[1])"
        let date = event.date.map(Wording.date)
        return row(
            mark, who: who.isEmpty ? nil : who,
            value: "\(event.plover.type.rawValue), \(Wording.value(event.status.rawValue))",
            words: "“\(event.trigger.exact)”", detail: date)
    }

    private static func row(_ claim: Claim, _ mark: EntryMarks.Mark) -> FoundView.Row {
        row(
            mark, who: nil, value: claim.attribution.name + (claim.hedge == nil ? "" : ", hedged"),
            words: "“\(claim.assertion.exact)”", detail: claim.hedge.map { "hedge: “\($0.exact)”" })
    }

    private static func row(
        _ mark: EntryMarks.Mark, who: String?, value: String, words: String, detail: String?
    ) -> FoundView.Row {
        FoundView.Row(
            id: mark.row, label: mark.label, link: mark.start == nil ? nil : mark.anchor, who: who, value: value,
            words: words, detail: detail)
    }

    private static func named(_ speaker: Speaker) -> String {
        [speaker.shownName ?? "Not named", speaker.office?.text].compactMap(\.self).joined(separator: ", ")
    }
}
