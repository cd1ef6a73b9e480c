import DemarcheRecords

/// The offices that articles give to one party, with when they first and last do.
enum OfficeTerms {
    /// How many offices are kept: the commonest.
    static let most = 12

    static func of(_ mentions: [ResolvedMention]) -> [Party.Office] {
        var terms: [String: [ResolvedMention]] = [:]
        for mention in mentions { if let office = mention.office { terms[office.key, default: []].append(mention) } }
        let order = terms.keys.sorted { (terms[$1]?.count ?? 0, $0) < (terms[$0]?.count ?? 0, $1) }.prefix(most)
        return order.compactMap { terms[$0].flatMap(term) }
            .sorted { ($0.first ?? "~", $0.text) < ($1.first ?? "~", $1.text) }
    }

    private static func term(_ mentions: [ResolvedMention]) -> Party.Office? {
        var counts: [String: Int] = [:]
        for mention in mentions { counts[mention.office?.text ?? "", default: 0] += 1 }
        guard let text = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return nil }
        let days = mentions.compactMap(\.day)
        return Party.Office(
            text: text, country: mentions.compactMap { $0.office?.country }.first, first: days.min(), last: days.max())
    }
}
