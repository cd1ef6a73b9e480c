import DemarcheRecords

/// The offices that articles give to one party, with when they first and last do.
enum OfficeTerms {
    /// How many offices are kept: the commonest.
    static let most = 12

    /// - Parameter mentions: in the order of their first places.
    static func of(_ mentions: [CountedMention]) -> [Party.Office] {
        var terms: [String: [CountedMention]] = [:]
        for mention in mentions {
            if let office = mention.who.office { terms[office.key, default: []].append(mention) }
        }
        let counts = terms.mapValues { $0.map(\.tally.count).reduce(0, +) }
        let order = terms.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }.prefix(most)
        return order.compactMap { terms[$0].flatMap(term) }
            .sorted { ($0.first ?? "~", $0.text) < ($1.first ?? "~", $1.text) }
    }

    private static func term(_ mentions: [CountedMention]) -> Party.Office? {
        guard let text = mentions.commonest(\.office?.text) else { return nil }
        return Party.Office(
            text: text, country: mentions.compactMap { $0.who.office?.country }.first,
            first: mentions.compactMap(\.tally.firstDay).min(), last: mentions.compactMap(\.tally.lastDay).max())
    }
}
