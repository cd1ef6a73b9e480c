import DemarcheLink
import DemarcheRecords
import DemarcheStore
import Foundation

/// What resolving parties remembers, in a record.
struct RecordParties: PartyMemory {
    typealias Failure = RecordError

    private let record: LinkTransaction
    private var last: Int

    /// What things are called in the record.
    private enum Kind {
        static let (unit, uses, votes, party) = (1, 2, 3, 4)
        static let (unitOfWords, unitByKey, articleByUnit, partyPlainly, partyCalled) = (11, 12, 13, 14, 15)
    }

    init(_ record: LinkTransaction) throws(RecordError) {
        self.record = record
        last = try record.lastThing(Kind.unit).flatMap { Int($0) } ?? 0
    }

    // MARK: Units

    func number(of unit: MentionUnit) throws(RecordError) -> Int? {
        try record.names(Kind.unitOfWords, under: try Self.digest(unit)).first.flatMap { Int($0) }
    }

    func unit(_ number: Int) throws(RecordError) -> RememberedUnit? {
        try record.thing(Kind.unit, Self.name(number)).map { bytes throws(RecordError) in try Self.decoded(bytes) }
    }

    func units(_ key: UnitKey) throws(RecordError) -> [Int] {
        try record.names(Kind.unitByKey, under: Self.name(key)).compactMap { Int($0) }
    }

    func allUnits() throws(RecordError) -> [Int] { try record.things(Kind.unit).compactMap { Int($0) } }

    mutating func add(_ unit: RememberedUnit) throws(RecordError) -> Int {
        last += 1
        try set(unit, last)
        return last
    }

    mutating func set(_ unit: RememberedUnit, _ number: Int) throws(RecordError) {
        let name = Self.name(number)
        let old = try self.unit(number)
        if old == nil { try record.put(name, Kind.unitOfWords, under: try Self.digest(unit.unit)) }
        for key in Set(old?.keys ?? []).subtracting(unit.keys) {
            try record.remove(name, Kind.unitByKey, under: Self.name(key))
        }
        for key in Set(unit.keys).subtracting(old?.keys ?? []) {
            try record.put(name, Kind.unitByKey, under: Self.name(key))
        }
        try record.put(try Self.encoded(unit), Kind.unit, name)
    }

    mutating func removeUnit(_ number: Int) throws(RecordError) {
        guard let unit = try unit(number) else { return }
        let name = Self.name(number)
        try record.remove(name, Kind.unitOfWords, under: try Self.digest(unit.unit))
        for key in unit.keys { try record.remove(name, Kind.unitByKey, under: Self.name(key)) }
        try record.put(nil, Kind.unit, name)
    }

    // MARK: Uses

    func uses(ofUnit number: Int) throws(RecordError) -> [UnitUse] {
        var found: [UnitUse] = []
        for article in try record.names(Kind.articleByUnit, under: Self.name(number)) {
            found += try uses(inArticle: article).filter { $0.unit == number }
        }
        return found
    }

    func uses(inArticle article: String) throws(RecordError) -> [UnitUse] {
        guard let bytes = try record.thing(Kind.uses, article) else { return [] }
        if let uses = [UnitUse](bytes: bytes, of: article) { return uses }
        throw Self.damaged
    }

    mutating func setUses(_ uses: [UnitUse], inArticle article: String) throws(RecordError) {
        let (old, new) = (Set(try self.uses(inArticle: article).map(\.unit)), Set(uses.map(\.unit)))
        for unit in old.subtracting(new) { try record.remove(article, Kind.articleByUnit, under: Self.name(unit)) }
        for unit in new.subtracting(old) { try record.put(article, Kind.articleByUnit, under: Self.name(unit)) }
        try record.put(uses.isEmpty ? nil : uses.bytes, Kind.uses, article)
    }

    // MARK: Names

    func votes(on name: String) throws(RecordError) -> NameVotes {
        try record.thing(Kind.votes, name).map { bytes throws(RecordError) in try Self.decoded(bytes) } ?? NameVotes()
    }

    mutating func setVotes(_ votes: NameVotes, on name: String) throws(RecordError) {
        try record.put(votes == NameVotes() ? nil : try Self.encoded(votes), Kind.votes, name)
    }

    // MARK: Parties

    func party(_ key: String) throws(RecordError) -> RememberedParty? {
        try record.thing(Kind.party, key).map { bytes throws(RecordError) in try Self.decoded(bytes) }
    }

    func parties(plainly name: String) throws(RecordError) -> [String] {
        try record.names(Kind.partyPlainly, under: name)
    }

    func parties(called name: String) throws(RecordError) -> [String] {
        try record.names(Kind.partyCalled, under: name)
    }

    func allParties() throws(RecordError) -> [String] { try record.things(Kind.party) }

    mutating func setParty(_ party: RememberedParty?, _ key: String) throws(RecordError) {
        if let old = try self.party(key) {
            try record.remove(key, Kind.partyPlainly, under: old.draft.folded)
            try record.remove(key, Kind.partyCalled, under: old.folded)
        }
        if let party {
            try record.put(key, Kind.partyPlainly, under: party.draft.folded)
            try record.put(key, Kind.partyCalled, under: party.folded)
        }
        try record.put(try party.map { party throws(RecordError) in try Self.encoded(party) }, Kind.party, key)
    }

    // MARK: What was given last

    /// The record itself has the parties; a change of edits forgets all that is remembered.
    func edits() throws(RecordError) -> [PartyEdit] { try record.partyEdits() }

    func given() throws(RecordError) -> [Party] { try record.links(Party.self) }

    mutating func give(_ parties: [Party], gone: [String], edits: [PartyEdit]) {}

    // MARK: Bytes

    private static let damaged = RecordError(
        .damaged, path: "", message: "what is remembered of parties is damaged; `demarche link` makes it anew")

    private static func encoded(_ value: some Encodable) throws(RecordError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do { return Array(try encoder.encode(value)) } catch { throw damaged }
    }

    private static func decoded<Value: Decodable>(_ bytes: [UInt8]) throws(RecordError) -> Value {
        do { return try JSONDecoder().decode(Value.self, from: Data(bytes)) } catch { throw damaged }
    }

    private static func digest(_ unit: MentionUnit) throws(RecordError) -> String {
        String(Identifier.sha256(try encoded(unit)).prefix(24))
    }

    /// Of one length, so that the greatest number comes last.
    private static func name(_ number: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, 9 - digits.utf8.count)) + digits
    }

    private static func name(_ key: UnitKey) -> String {
        switch key {
        case .name(let name): "name \(name)"
        case .skeleton(let skeleton): "skeleton \(skeleton)"
        case .office(let office): "office \(office)"
        case .askedOffice(let office): "asked \(office)"
        case .party(let party): "party \(party)"
        case .state(let state): "state \(state)"
        }
    }
}
