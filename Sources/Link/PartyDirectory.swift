package import DemarcheRecords

/// Tells who is mentioned at a place of an entry.
package struct PartyDirectory: Sendable {
    private let parties: [String: Party]
    /// By entry.
    private let mentions: [PartyMention]

    package init(_ parties: [Party], _ mentions: [PartyMention]) {
        self.parties = Dictionary(parties.map { ($0.id, $0) }) { first, _ in first }
        let isOrdered = zip(mentions, mentions.dropFirst()).allSatisfy { $0.entry <= $1.entry }
        self.mentions = isOrdered ? mentions : mentions.sorted { $0.entry < $1.entry }
    }

    /// The party in a role of an entry; nil where nobody is known. By bisection.
    package func party(_ role: PartyMention.Role, of entry: String, place: Int = 0) -> Party? {
        var (low, high) = (0, mentions.count)
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].entry < entry { low = middle + 1 } else { high = middle }
        }
        while low < mentions.count, mentions[low].entry == entry {
            let mention = mentions[low]
            if mention.role == role, mention.place == place { return parties[mention.party] }
            low += 1
        }
        return nil
    }

    package func party(id: String) -> Party? { parties[id] }
}
