package import DemarcheRecords

/// Tells who is mentioned at a place of an entry.
package struct PartyDirectory: Sendable {
    private let parties: [String: Party]
    /// By entry.
    private let mentions: [PartyMention]
    /// Where those of an entry begin.
    private var starts: [String: Int] = [:]

    package init(_ parties: [Party], _ mentions: [PartyMention]) {
        self.parties = Dictionary(parties.map { ($0.id, $0) }) { first, _ in first }
        let isOrdered = zip(mentions, mentions.dropFirst()).allSatisfy { $0.entry <= $1.entry }
        self.mentions = isOrdered ? mentions : mentions.sorted { $0.entry < $1.entry }
        for (place, mention) in self.mentions.enumerated() where starts[mention.entry] == nil {
            starts[mention.entry] = place
        }
    }

    /// The party in a role of an entry; nil where nobody is known.
    package func party(_ role: PartyMention.Role, of entry: String, place: Int = 0) -> Party? {
        guard let start = starts[entry] else { return nil }
        let mention = mentions[start...].prefix { $0.entry == entry }.first { $0.role == role && $0.place == place }
        return mention.flatMap { parties[$0.party] }
    }

    package func party(id: String) -> Party? { parties[id] }
}
