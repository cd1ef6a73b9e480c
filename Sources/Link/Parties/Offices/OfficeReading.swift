import DemarcheRecords

/// An office by its parts, so that *Russian Foreign Minister* and *foreign minister of Russia* are one.
struct OfficeReading: Hashable, Sendable {
    /// The state or body that it belongs to: an ISO code, or the name of a body.
    var holder: String?
    /// ISO 3166-1 alpha-3 of the state on whose ground or in whose service it is.
    var country: String?
    var role: OfficeTable.Role?
    /// Of a minister, ministry or its spokesperson.
    var portfolio: String?
    /// Below the office itself: *deputy*.
    var isDeputy = false
    /// No longer, or not yet, in office.
    var isFormer = false
    /// Nothing stands in it that could make another office of it.
    var isPlain = false
    /// One of state, and plain.
    var isOfState = false
    var isOfSport = false

    /// What is the same for all wordings of an office that one person holds at a time; nil for other offices, and where the
    /// words do not say of what.
    var key: String? {
        guard let role, let holder, !isDeputy, !isFormer, role.kind != .member else { return nil }
        if role.kind == .minister, portfolio == nil { return nil }
        return [holder, role.name, portfolio ?? ""].joined(separator: "|")
    }
}

/// Reads offices from the words of an article.
struct OfficeReader: Sendable {
    private let table = OfficeTable.shared

    /// - Parameter country: that of the affiliation, where the words themselves name none.
    func read(_ text: String, country: String? = nil) -> OfficeReading {
        var reading = OfficeReading()
        let words = FoldedName.words(text).flatMap(Self.parts)
        let own = Array(words.prefix { !["to", "in"].contains($0) })
        let (states, bodies) = (StateTable.shared, BodyTable.shared)
        let body = own.runs(upTo: bodies.mostWords, from: bodies.openers, body).found.last?.meaning
        let state = own.runs(upTo: 4, from: states.openers) { states.word($0) }.found.first?.meaning.code
        let isElsewhere = own.count < words.count && state == nil && body == nil
        let behindStates = words.runs(upTo: bodies.mostWords, from: bodies.openers, self.body).rest
            .runs(upTo: 4, from: states.openers) { states.word($0) }.rest
        let (roles, rest) = behindStates.runs(upTo: 5, from: table.openers) { table.roles[$0] }
        let (portfolios, behind) = rest.runs(upTo: 4, from: table.openers) { table.portfolios[$0] }
        let ranks = behind.compactMap { table.ranks[$0] }
        reading.isDeputy = ranks.contains("deputy") || words.contains("deputy")
        reading.isFormer = ranks.contains("former")
        reading.role = roles.last?.meaning
        reading.portfolio = portfolios.last?.meaning
        reading.isOfSport = words.contains { table.sport.contains($0) }
        reading.country =
            (body?.kind == .government ? body?.country : nil) ?? state ?? body?.country
            ?? (isElsewhere ? nil : country)
        place(body, state, words, &reading)
        let isStray = behind.contains {
            table.ranks[$0] == nil && !table.plain.contains($0) && !$0.allSatisfy { !$0.isLetter }
        }
        reading.isPlain = !isStray
        reading.isOfState =
            reading.role != nil && reading.isPlain && reading.country != nil
            && (body.map { $0.kind == .government } ?? true)
        return reading
    }

    /// A word for a body that has no second meaning here: *state* and *foreign* are portfolios first.
    private func body(_ words: String) -> BodyTable.Body? {
        let body = BodyTable.shared.body(words)
        return body.flatMap { $0.kind == .group ? nil : $0 }
    }

    /// Seats whose head is the head of state or government, and not whoever is called chief there.
    private static let seats: Set<String> = ["Kremlin", "White House", "Downing Street", "Whitehall", "Élysée"]

    private func place(_ body: BodyTable.Body?, _ state: String?, _ words: [String], _ reading: inout OfficeReading) {
        // The security council of one state is not that of another, nor that of the United Nations.
        let isOther = state != nil && body != nil && body?.country != state
        reading.holder = body.map { isOther ? "\($0.name)|\(state ?? "")" : $0.name } ?? reading.country
        let isSeat = body.map { Self.seats.contains($0.name) } ?? false
        if reading.role?.name == "secretary general", isSeat || body == nil && reading.country != nil {
            // A bare *Russian leader* or *chief* is the head of state or somebody else.
            reading.role = body == nil && words.contains("leader") ? .init(kind: .head, name: "leader") : nil
        }
        guard body == nil, reading.role?.kind == .minister, reading.portfolio == "state" else { return }
        reading.portfolio = reading.country == "USA" ? "foreign" : nil
    }

    /// `russia's-born` stays one word; `ex-president` and `lawyer/activist` are two.
    private static func parts(_ word: String) -> [String] {
        if word.hasPrefix("ex-") { return ["ex", String(word.dropFirst(3))] }
        if word.contains("/") { return word.split(separator: "/").map(String.init) }
        return [word]
    }
}
