package import DemarcheRecords

/// What resolving parties remembers from one linking to the next: units with the party of each, where articles have them, votes on
/// names, and parties. Every look-up is by a key that a table can index; the order of what it gives plays no part.
package protocol PartyMemory {
    /// `Never` in memory.
    associatedtype Failure: Error

    // MARK: Units

    func number(of unit: MentionUnit) throws(Failure) -> Int?
    func unit(_ number: Int) throws(Failure) -> RememberedUnit?
    func units(_ key: UnitKey) throws(Failure) -> [Int]
    /// All numbers; asked only for the user's edits.
    func allUnits() throws(Failure) -> [Int]
    /// Gives a number that no unit has or had since the memory was opened.
    mutating func add(_ unit: RememberedUnit) throws(Failure) -> Int
    mutating func set(_ unit: RememberedUnit, _ number: Int) throws(Failure)
    mutating func removeUnit(_ number: Int) throws(Failure)

    // MARK: Uses

    func uses(ofUnit number: Int) throws(Failure) -> [UnitUse]
    func uses(inArticle article: String) throws(Failure) -> [UnitUse]
    /// Replaces those of the article.
    mutating func setUses(_ uses: [UnitUse], inArticle article: String) throws(Failure)

    // MARK: Names

    /// By folded name; without any, those of nobody.
    func votes(on name: String) throws(Failure) -> NameVotes
    mutating func setVotes(_ votes: NameVotes, on name: String) throws(Failure)

    // MARK: Parties

    func party(_ key: String) throws(Failure) -> RememberedParty?
    /// The keys of parties whose name would be this, folded.
    func parties(plainly name: String) throws(Failure) -> [String]
    /// The keys of parties whose name is this, folded.
    func parties(called name: String) throws(Failure) -> [String]
    /// All keys; asked only for the user's edits.
    func allParties() throws(Failure) -> [String]
    mutating func setParty(_ party: RememberedParty?, _ key: String) throws(Failure)

    // MARK: What was given last

    /// The user's edits that were applied.
    func edits() throws(Failure) -> [PartyEdit]
    /// All parties; asked only where the user has or had edits.
    func given() throws(Failure) -> [Party]
    mutating func give(_ parties: [Party], gone: [String], edits: [PartyEdit]) throws(Failure)
}

/// By what units are looked up.
package enum UnitKey: Hashable, Sendable, Codable {
    /// The folded name on which articles vote.
    case name(String)
    /// Of the surname of whom the words name if they are a person's name.
    case skeleton(String)
    /// The office that the words give to somebody by name.
    case office(String)
    /// The office whose holder the words mean.
    case askedOffice(String)
    /// The key of the party that is meant.
    case party(String)
    /// The code of the state for which they speak.
    case state(String)
}

/// A unit with what was found of it.
package struct RememberedUnit: Hashable, Sendable, Codable {
    package let unit: MentionUnit
    /// Those that follow from the words.
    let wordKeys: [UnitKey]
    package var tally: MentionTally
    /// Nil where it cannot be told who is meant.
    package var who: ResolvedMention?
    package var owner: Owner?

    /// The ids of the party and of the state for which it speaks.
    package struct Owner: Hashable, Sendable, Codable {
        package var party: String
        package var state: String?
    }

    /// By what it is looked up.
    package var keys: [UnitKey] {
        wordKeys + [who.map { .party($0.key) }, who?.state.map { .state($0) }].compactMap(\.self)
    }
}

/// That an article has a unit; each only once.
package struct UnitUse: Hashable, Sendable, Codable {
    package var unit: Int
    /// Of this one mention, with the article's name and day.
    package var tally: MentionTally
    package var places: [MentionPlace]

    package var article: String { tally.first.article }
}
