import DemarcheRecords

/// The words that name events, read from the tables in `Lexicon`. A reference, as ``Tree`` is.
final class EventLexicon: Sendable {
    /// The patterns of a verb or predicative adjective, the narrowest first.
    let verbs: [String: [EventPattern]]
    let nouns: [String: [EventPattern]]
    /// Verbs that add nothing to the noun that names the event: *hold* talks, *launch* an attack.
    let lightVerbs: Set<String>
    /// Verbs whose subject is the one it is done to: *receive* aid, *suffer* an attack.
    let undergone: Set<String>
    /// Nouns that stand for what their *of* says: *thousands* of soldiers.
    let quantities: Set<String>
    /// PLOVER's sector by the words for a party.
    let sectors: [String: String]
    /// Goldstein's score by CAMEO code.
    let goldstein: [String: Double]

    static let english = EventLexicon()

    private init() {
        let classes = Self.classes()
        verbs = Self.patterns(PackageResources.event_verbs_txt, classes)
        nouns = Self.patterns(PackageResources.event_nouns_txt, classes)
        lightVerbs = classes["light"] ?? []
        undergone = classes["undergone"] ?? []
        quantities = classes["quantity"] ?? []
        sectors = Self.sectorTable()
        goldstein = Self.scores()
    }

    private static func classes() -> [String: Set<String>] {
        WordTable.rows(PackageResources.event_words_txt).reduce(into: [:]) { classes, row in
            guard row.keys.count == 1 else { return }
            classes[row.keys[0], default: []].formUnion(row.words + row.keys)
        }
    }

    private static func patterns(_ bytes: [UInt8], _ classes: [String: Set<String>]) -> [String: [EventPattern]] {
        let patterns = WordTable.rows(bytes).filter { $0.keys.count == 3 }.flatMap { row in
            row.words.compactMap { EventPattern($0, kind(row.keys), classes) }
        }
        return Dictionary(grouping: patterns, by: \.lemma).mapValues { group in
            group.enumerated().sorted {
                ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
            }.map(\.element)
        }
    }

    private static func kind(_ row: [String]) -> EventKind? {
        PLOVER.EventType(rawValue: row[0]).map { type in
            EventKind(plover: PLOVER(type, mode: row[1] == "-" ? nil : row[1]), cameo: row[2] == "-" ? nil : row[2])
        }
    }

    private static func sectorTable() -> [String: String] {
        WordTable.rows(PackageResources.sectors_txt).reduce(into: [:]) { table, row in
            guard row.keys.count == 1 else { return }
            for word in row.words where table[word] == nil { table[word] = row.keys[0] }
        }
    }

    private static func scores() -> [String: Double] {
        WordTable.rows(PackageResources.cameo_txt).reduce(into: [:]) { table, row in
            if row.keys.count == 2, let score = Double(row.keys[1]) { table[row.keys[0]] = score }
        }
    }
}
