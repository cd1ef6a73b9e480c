/// The states that the program knows, with the words that stand for them; former states among them.
///
/// Two tables are read once: `states.txt`, which `Scripts/states.py` writes from ISO 3166 and the Unicode CLDR, has codes and names;
/// `state-words.txt` and `former-states.txt` are ours. The stages that find words in articles and those that compare articles
/// use the same words (decision 0033).
package struct StateTable: Sendable {
    /// What a word is to the state that it stands for.
    package enum Sense: Int, Sendable, CaseIterable {
        /// *Ukraine*, *the Soviet Union*
        case name = 1
        /// *Ukrainian*
        case adjective
        /// *Ukrainians*
        case people
        /// *Kyiv*
        case capital
        /// *Verkhovna Rada*, *Crimea*: a seat of power, a house of parliament or a part of the state
        case seat
    }

    /// A word's state and what it is to it.
    package struct Word: Hashable, Sendable {
        /// ISO 3166-1 alpha-3, or the former code of ISO 3166-3.
        package var code: String
        package var sense: Sense
    }

    /// The years of a former state and what stands on its ground today.
    package struct Former: Hashable, Sendable {
        package var years: ClosedRange<Int>
        package var successors: [String]
    }

    package static let shared = StateTable()

    /// Words of our own table alone, by which articles are searched; in lower case.
    package let words: [String: Word]
    /// Usual English names by code.
    package let names: [String: String]
    /// Former states by code.
    package let former: [String: Former]
    private let official: [String: String]
    /// The words with which names begin.
    package let openers: Set<String>

    private init() {
        words = Self.words()
        let rows = TextTable.rows(PackageResources.states_txt)
        names = Dictionary(rows.map { ($0[0], $0[2]) }) { first, _ in first }
        official = Self.official(rows)
        former = Self.formerStates()
        let all = Array(words.keys) + Array(official.keys)
        openers = Set(all.compactMap { $0.split(separator: " ").first.map(String.init) })
    }

    /// The state for which a word or name stands, in lower case; nil when none does.
    package func word(_ text: String) -> Word? {
        words[text] ?? official[text].map { Word(code: $0, sense: .name) }
    }

    /// The usual name, *Ukraine* for `UKR`; nil for a code that is not known.
    package func name(of code: String) -> String? { names[code] }

    /// Whether two codes can be the affiliation of one person: they are the same, or one state came after the other.
    package func agree(_ one: String, _ other: String) -> Bool {
        one == other || former[one]?.successors.contains(other) == true
            || former[other]?.successors.contains(one) == true
    }

    /// Names of ISO 3166 that the news also gives to others.
    private static let ambiguous: Set<String> = ["congo", "guinea", "korea", "micronesia", "samoa", "virgin islands"]

    private static func words() -> [String: Word] {
        var words: [String: Word] = [:]
        for row in TextTable.rows(PackageResources.state_words_txt) {
            for sense in Sense.allCases where row.count > sense.rawValue {
                for word in TextTable.list(row[sense.rawValue]) { words[word] = Word(code: row[0], sense: sense) }
            }
        }
        return words
    }

    private static func official(_ rows: [[String]]) -> [String: String] {
        var codes: [String: String] = [:]
        for row in rows where row.count > 3 {
            for name in ([row[2]] + TextTable.list(row[3])).map({ $0.lowercased() })
            where codes[name] == nil && !ambiguous.contains(name) { codes[name] = row[0] }
        }
        return codes
    }

    private static func formerStates() -> [String: Former] {
        var former: [String: Former] = [:]
        for row in TextTable.rows(PackageResources.former_states_txt) where row.count == 4 {
            guard let first = Int(row[1]), let last = Int(row[2]), first <= last else { continue }
            former[row[0]] = Former(years: first...last, successors: TextTable.list(row[3]))
        }
        return former
    }
}

/// Tables kept as text: a line an entry, columns parted by strokes, `#` begins a comment, `–` stands for nothing.
package enum TextTable {
    /// The lines that are no comments, each parted at its strokes.
    package static func rows(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            line.split(separator: "|").map(trimmed)
        }
    }

    /// The items of a column, parted by commas; none where it has `–`.
    package static func list(_ column: String) -> [String] {
        column.split(separator: ",").map(trimmed).filter { !$0.isEmpty && $0 != "–" }
    }

    private static func trimmed(_ text: Substring) -> String {
        let head = text.drop { $0 == " " }
        return String(head.prefix(head.count - head.reversed().prefix { $0 == " " }.count))
    }
}
