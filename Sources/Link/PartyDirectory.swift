package import DemarcheRecords

/// Tells who is mentioned at a place of an entry.
package struct PartyDirectory: Sendable {
    private var parties: [String: Party] = [:]
    /// By entry.
    private var mentions: [PartyMention] = []
    /// Where those of an entry begin.
    private var starts: [String: Int] = [:]

    package init(_ parties: [Party], _ mentions: [PartyMention]) { add(parties, mentions) }

    /// Adds parties, and all mentions of entries that have none yet.
    mutating func add(_ more: [Party], _ moreMentions: [PartyMention]) {
        for party in more { parties[party.id] = party }
        let isOrdered = zip(moreMentions, moreMentions.dropFirst()).allSatisfy { $0.entry <= $1.entry }
        let start = mentions.count
        mentions += isOrdered ? moreMentions : moreMentions.sorted { $0.entry < $1.entry }
        for place in start..<mentions.count where starts[mentions[place].entry] == nil {
            starts[mentions[place].entry] = place
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
