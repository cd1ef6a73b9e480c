package import DemarcheRecords

/// The words that the constructions know, read from the tables in `Lexicon/en`: a line an entry, `#` begins a comment.
package final class Lexicon: Sendable {
    /// Cues by lemma; verbs with a particle as `point out`.
    package let verbs: [String: CueEntry]
    /// The first words of cues of more than one word.
    package let phraseBeginnings: Set<String>
    package let nouns: [String: CueEntry]
    package let adjectives: [String: CueEntry]
    /// Nouns that name what a person is: *spokesman*, *minister*. The value is the gender that the noun implies.
    package let roles: [String: Gender?]
    /// Given names whose bearers are nearly always of one gender, in lower case.
    package let givenNames: [String: Gender]
    /// ISO 3166-1 alpha-3 by the names of a state, its people and its seats of power, in lower case.
    package let countries: [String: String]
    /// The first words of the keys of ``countries``.
    package let countryBeginnings: Set<String>
    /// Names of states, bodies and alliances with their kind, in lower case.
    package let names: [String: Speaker.Kind]
    /// Head nouns of bodies: *ministry*, *government*.
    package let bodies: [String: Speaker.Kind]
    /// News agencies and outlets, in lower case.
    package let carriers: [String: Carrier.Kind]

    package enum Gender: String, Sendable { case female, male }

    package static let english = Lexicon()

    private init() {
        verbs = Self.cues(PackageResources.cue_verbs_txt)
        phraseBeginnings = Set(verbs.keys.filter { $0.contains(" ") }.map { String($0.prefix { $0 != " " }) })
        nouns = Self.cues(PackageResources.cue_nouns_txt)
        adjectives = Self.cues(PackageResources.cue_adjectives_txt)
        roles = Self.table(PackageResources.roles_txt) { Gender(rawValue: $0) }
        givenNames = Self.table(PackageResources.given_names_txt) { Gender(rawValue: $0) ?? .male }
        countries = StateTable.shared.words.mapValues(\.code)
        countryBeginnings = Set(countries.keys.flatMap { [$0, String($0.prefix { !" -’'".contains($0) })] })
        names = Self.table(PackageResources.names_txt) { Speaker.Kind(rawValue: $0) ?? .organisation }
        bodies = Self.table(PackageResources.bodies_txt) { Speaker.Kind(rawValue: $0) ?? .organisation }
        carriers = Self.table(PackageResources.carriers_txt) { Carrier.Kind(rawValue: $0) ?? .outlet }
    }

    private static func cues(_ bytes: [UInt8]) -> [String: CueEntry] {
        Dictionary(WordTable.columns(bytes).compactMap(CueEntry.init).map { ($0.lemma, $0) }) { first, _ in first }
    }

    /// Rows of `value | key, key, …`.
    private static func table<Value>(_ bytes: [UInt8], _ value: (String) -> Value) -> [String: Value] {
        var table: [String: Value] = [:]
        for row in WordTable.rows(bytes) where row.keys.count == 1 {
            for word in row.words { table[word] = value(row.keys[0]) }
        }
        return table
    }
}
