import DemarcheRecords
import Synchronization

@testable import DemarcheLink

/// A memory that counts how many units are asked of it, and can fail.
struct CountingMemory: PartyMemory {
    struct Unreadable: Error {}

    final class Reads: Sendable { let count = Mutex(0) }

    var base = PartiesInMemory()
    var isReadable = true
    let reads = Reads()

    func unit(_ number: Int) throws(Unreadable) -> RememberedUnit? {
        guard isReadable else { throw Unreadable() }
        reads.count.withLock { $0 += 1 }
        return base.unit(number)
    }

    func number(of unit: MentionUnit) throws(Unreadable) -> Int? { base.number(of: unit) }
    func units(_ key: UnitKey) throws(Unreadable) -> [Int] { base.units(key) }
    func allUnits() throws(Unreadable) -> [Int] { base.allUnits() }
    mutating func add(_ unit: RememberedUnit) throws(Unreadable) -> Int { base.add(unit) }
    mutating func set(_ unit: RememberedUnit, _ number: Int) throws(Unreadable) { base.set(unit, number) }
    mutating func removeUnit(_ number: Int) throws(Unreadable) { base.removeUnit(number) }

    func uses(ofUnit number: Int) throws(Unreadable) -> [UnitUse] { base.uses(ofUnit: number) }
    func uses(inArticle article: String) throws(Unreadable) -> [UnitUse] { base.uses(inArticle: article) }
    mutating func setUses(_ uses: [UnitUse], inArticle article: String) throws(Unreadable) {
        base.setUses(uses, inArticle: article)
    }

    func votes(on name: String) throws(Unreadable) -> NameVotes { base.votes(on: name) }
    mutating func setVotes(_ votes: NameVotes, on name: String) throws(Unreadable) { base.setVotes(votes, on: name) }

    func party(_ key: String) throws(Unreadable) -> RememberedParty? { base.party(key) }
    func parties(plainly name: String) throws(Unreadable) -> [String] { base.parties(plainly: name) }
    func parties(called name: String) throws(Unreadable) -> [String] { base.parties(called: name) }
    func allParties() throws(Unreadable) -> [String] { base.allParties() }
    mutating func setParty(_ party: RememberedParty?, _ key: String) throws(Unreadable) { base.setParty(party, key) }

    func edits() throws(Unreadable) -> [PartyEdit] { base.edits() }
    func given() throws(Unreadable) -> [Party] { base.given() }
    mutating func give(_ parties: [Party], gone: [String], edits: [PartyEdit]) throws(Unreadable) {
        base.give(parties, gone: gone, edits: edits)
    }
}
