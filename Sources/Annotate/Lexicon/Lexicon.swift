package import DemarcheRecords

/// The words that the patterns know, read from the tables in `Lexicon/en`: a line an entry, `#` begins a comment.
package struct Lexicon: Sendable {
    /// A form of a cue verb with its lemma and what is done by saying it.
    package struct CueForm: Hashable, Sendable {
        package enum Form: Sendable { case finite, participle, base }
        package let lemma: String
        package let act: Cue.Act
        package let form: Form
        /// Whether the verb takes a description as its quotation: *called it “reckless”*.
        package let characterizes: Bool
    }

    package let cues: [String: CueForm]
    /// Nouns that name what a person is: *spokesman*, *minister*. The value is the gender that the noun implies.
    package let roles: [String: Gender?]
    /// Names and nouns of bodies, states and outlets with their kind, in lower case.
    package let names: [String: Speaker.Kind]
    /// Head nouns of bodies: *ministry*, *government*.
    package let bodies: [String: Speaker.Kind]
    /// News agencies and outlets, in lower case.
    package let carriers: [String: Carrier.Kind]

    package enum Gender: String, Sendable { case female, male }

    package static let english = Lexicon(
        cues: PackageResources.cues_txt, roles: PackageResources.roles_txt, names: PackageResources.names_txt,
        bodies: PackageResources.bodies_txt, carriers: PackageResources.carriers_txt)

    private init(
        cues: [UInt8], roles: [UInt8], names: [UInt8], bodies: [UInt8], carriers: [UInt8]
    ) {
        self.cues = Self.cueForms(Self.rows(cues))
        self.roles = Self.table(Self.rows(roles)) { Gender(rawValue: $0) }
        self.names = Self.table(Self.rows(names)) { Speaker.Kind(rawValue: $0) ?? .organisation }
        self.bodies = Self.table(Self.rows(bodies)) { Speaker.Kind(rawValue: $0) ?? .organisation }
        self.carriers = Self.table(Self.rows(carriers)) { Carrier.Kind(rawValue: $0) ?? .outlet }
    }

    /// Rows of `key, key, … : value`, or of words parted by white space.
    private static func rows(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            line.contains("|")
                ? line.split(separator: "|").map { String($0.trimmed) } : line.split(separator: " ").map(String.init)
        }
    }

    private static func table<Value>(_ rows: [[String]], _ value: (String) -> Value) -> [String: Value] {
        var table: [String: Value] = [:]
        for row in rows where row.count == 2 {
            for key in row[1].split(separator: ",") { table[String(key.trimmed)] = value(row[0]) }
        }
        return table
    }

    /// Rows of `act lemma third past participle`, with a `*` behind verbs that characterize.
    private static func cueForms(_ rows: [[String]]) -> [String: CueForm] {
        var forms: [String: CueForm] = [:]
        for row in rows where row.count >= 5 {
            guard let act = Cue.Act(rawValue: row[0]) else { continue }
            let characterizes = row.last == "*"
            for (index, form) in zip(1..., [CueForm.Form.base, .finite, .finite, .participle])
            where forms[row[index]]?.form != .finite {
                forms[row[index]] = CueForm(lemma: row[1], act: act, form: form, characterizes: characterizes)
            }
        }
        return forms
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        drop { $0 == " " }.reversed().drop { $0 == " " }.reversed().reduce(into: Substring()) { $0.append($1) }
    }
}
