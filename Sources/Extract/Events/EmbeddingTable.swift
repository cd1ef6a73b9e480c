import DemarcheRecords

/// What a governing word says of the act beneath it: *plan to*, *threat of*, *called off*.
///
/// After the factuality literature (Saurí and Pustejovsky 2009): a governor projects a value onto what it embeds.
enum Embedding: String, Sendable {
    case plan, vow, propose, threaten, suppose, deny, fail, exclude, real
    /// The governor takes the act for granted: *regrets the raid*.
    case fact
    case going = "continue"
    /// The act was going on until then: *to end the siege*.
    case halt
}

/// The words of `Lexicon/embeddings.txt`, loaded once. A reference, as ``Tree`` is.
final class EmbeddingTable: Sendable {
    let verbs: [String: Embedding]
    let nouns: [String: Embedding]
    let adjectives: [String: Embedding]
    /// Adjectives and determiners in front of the noun for an act.
    let modifiers: [String: Embedding]
    /// Verbs that say of their subject that it comes about: *erupt*.
    let existence: Set<String>
    /// Verbs and nouns for what lasts: *besiege*, *war*.
    let lasting: Set<String>
    /// Verbs for acts that are welcome to the other side, and for blows.
    let welcome: Set<String>, blows: Set<String>

    static let english = EmbeddingTable(PackageResources.embeddings_txt)

    private init(_ bytes: [UInt8]) {
        let rows = WordTable.rows(bytes)
        verbs = Self.embeddings(rows, "verb")
        nouns = Self.embeddings(rows, "noun")
        adjectives = Self.embeddings(rows, "adjective")
        modifiers = Self.embeddings(rows, "modifier")
        existence = Self.words(rows, "existence")
        lasting = Self.words(rows, "lasting")
        welcome = Self.words(rows, "welcome")
        blows = Self.words(rows, "blow")
    }

    /// The first row that has a word wins.
    private static func embeddings(_ rows: [WordTable.Row], _ kind: String) -> [String: Embedding] {
        var table: [String: Embedding] = [:]
        for row in rows where row.keys.last == kind {
            guard let value = row.keys.first.flatMap(Embedding.init) else { continue }
            for word in row.words where table[word] == nil { table[word] = value }
        }
        return table
    }

    private static func words(_ rows: [WordTable.Row], _ label: String) -> Set<String> {
        Set(rows.filter { $0.keys.first == label }.flatMap(\.words))
    }
}
