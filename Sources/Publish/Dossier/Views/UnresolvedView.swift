internal import DemarcheRecords

/// What could not be resolved, and the inputs that were not read, shown by the template `unresolved`.
struct UnresolvedView {
    let groups: [Group]
    let refusals: Shortlist<RefusalView>
    let isAllRead: Bool
    let count: Int

    /// The entries that share one want.
    struct Group {
        let heading: String
        let lines: Shortlist<Line>
    }

    /// One entry: where it stands, in short, and what is wanting.
    struct Line {
        let anchor: String
        let label: String
        let detail: String
    }

    init(_ ledger: Ledger, refusals: [Refusal]) {
        let wants = [
            ("Statements without a named speaker", Self.withoutSpeaker(ledger)),
            ("Statements with notes", Self.withNotes(ledger)),
            ("Statements whose words are not in the stored text", Self.withoutWords(ledger)),
            ("Articles without a date or an outlet", Self.articles(ledger)),
        ].filter { !$0.1.isEmpty }
        groups = wants.map { Group(heading: $0, lines: Shortlist($1, most: 40)) }
        isAllRead = refusals.isEmpty
        self.refusals = Shortlist(
            refusals.map(RefusalView.init).sorted { ($0.path, $0.reason) < ($1.path, $1.reason) }, most: 40)
        count = Set(wants.flatMap(\.1).map(\.anchor)).count
    }

    private static func withoutSpeaker(_ ledger: Ledger) -> [Line] {
        ledger.entries.filter { $0.statement.speaker.naming == .absent }
            .map { line($0, detail: Excerpt.of($0.statement)) }
    }

    private static func withNotes(_ ledger: Ledger) -> [Line] {
        ledger.entries.filter { !$0.statement.notes.isEmpty }
            .map { line($0, detail: $0.statement.notes.joined(separator: "; ")) }
    }

    private static func withoutWords(_ ledger: Ledger) -> [Line] {
        ledger.entries.filter { !$0.isAnchored }.map { line($0, detail: Excerpt.of($0.statement)) }
    }

    private static func articles(_ ledger: Ledger) -> [Line] {
        ledger.articles.enumerated().compactMap { index, article in
            let absent = [
                article.metadata.published == nil ? "no date" : nil,
                Wording.outlet(article.metadata.outlet) == nil ? "no outlet" : nil,
            ].compactMap(\.self)
            let label = article.metadata.headline ?? article.source.path
            return absent.isEmpty
                ? nil : Line(anchor: "a\(index + 1)", label: label, detail: absent.joined(separator: ", "))
        }
    }

    private static func line(_ entry: Ledger.Entry, detail: String) -> Line {
        Line(
            anchor: entry.anchor, label: "\(entry.number). \(Wording.speaker(entry.statement.speaker))", detail: detail)
    }
}

/// An input that was not read.
struct RefusalView {
    let path: String
    let code: String
    let reason: String

    init(_ refusal: Refusal) {
        path = refusal.path
        code = Wording.code(refusal.code)
        reason = refusal.reason
    }
}
