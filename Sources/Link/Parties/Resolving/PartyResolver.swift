package import DemarcheRecords

/// Keeps parties up to date as articles come and go: resolves anew only what an article's names, offices and parties touch, and says
/// what is different.
///
/// In this order, each from what the one before found different: units with their numbers, votes on names, people by the skeleton of
/// their surnames, offices by who holds them, parties, the names that keep them apart, and whose each mention is. What comes out follows from
/// the set of articles and the user's edits alone; for no articles remembered, it is all there is. The cost is linear in the units
/// (not the mentions) of the names, offices and parties touched, but for the square of a bucket's different full names; where the
/// user has edits, the parties of all units are compared besides.
package struct PartyResolver<Memory: PartyMemory> {
    package internal(set) var memory: Memory
    var descriptions = Descriptions()
    var touched = TouchedUnits()

    package init(_ memory: Memory) { self.memory = memory }

    /// Throws what the memory throws, which then may have a part of the changes.
    ///
    /// - Parameters:
    ///   - articles: new ones, or anew those that are remembered.
    ///   - gone: the names of those that are no more.
    ///   - edits: what the user said of parties, the oldest first.
    package mutating func update(
        adding articles: [ArticleMentions], removing gone: [String] = [], edits: [PartyEdit] = []
    ) throws(Memory.Failure) -> PartyChanges {
        touched = TouchedUnits()
        try uncount(gone + articles.map(\.article))
        try count(articles)
        let why = try resolvePeople()
        try resolveOffices()
        try assemble(why)
        try namePartiesApart()
        let isPlain = try memory.edits().isEmpty && edits.isEmpty
        let changes = try isPlain ? changes(articles) : changes(articles, edits)
        try memory.give(changes.parties, gone: changes.gone, edits: edits)
        return changes
    }
}

/// What an update makes different.
package struct PartyChanges: Sendable {
    /// New ones and those that are otherwise than before, in the order of their ids.
    package var parties: [Party] = []
    /// The ids of those that are no more.
    package var gone: [String] = []
    /// All mentions of each article that is new, or of which one has another party or state, in the order of their entries.
    package var mentions: [String: [PartyMention]] = [:]
}

/// What an update found different so far, as it was before.
struct TouchedUnits: Sendable {
    /// Nil for what is new.
    private(set) var units: [Int: RememberedUnit?] = [:]
    private(set) var parties: [String: RememberedParty?] = [:]

    mutating func note(_ unit: RememberedUnit?, _ number: Int) {
        if units.index(forKey: number) == nil { units.updateValue(unit, forKey: number) }
    }

    mutating func note(_ party: RememberedParty?, _ key: String) {
        if parties.index(forKey: key) == nil { parties.updateValue(party, forKey: key) }
    }
}
