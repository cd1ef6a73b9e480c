import DemarcheRecords

/// Somebody whom articles mention, resolved.
package struct ResolvedMention: Hashable, Sendable, Codable {
    /// The same for all mentions of one party, before the user's edits.
    package var key: String
    /// As the articles name them; an alias of the party.
    let name: String
    let folded: String
    /// The party's own name, where it does not follow from those of the articles.
    var fixedName: String?
    var kind: Speaker.Kind?
    var country: String?
    var sector: String?
    var office: Office?
    /// The state for which they speak.
    package var state: String?
    var why: String?
    /// The words for the office by whose holder the mention was resolved.
    var unnamedAs: String?

    struct Office: Hashable, Sendable, Codable {
        /// The same for all wordings of it.
        var key: String
        var text: String
        var country: String?
    }

    init(
        key: String, name: String, fixedName: String? = nil, kind: Speaker.Kind? = nil, country: String? = nil,
        state: String? = nil
    ) {
        (self.key, self.name, self.fixedName) = (key, name, fixedName)
        (self.kind, self.country, self.state) = (kind, country, state)
        folded = FoldedName.of(name)
    }

    /// That of the party of a state.
    static func stateKey(_ code: String) -> String { "state:\(code)" }

    /// The code of the state whose party has a key; nil for other parties.
    static func state(ofKey key: String) -> String? { key.hasPrefix("state:") ? String(key.dropFirst(6)) : nil }

    var isPerson: Bool { key.hasPrefix("person:") }
}

/// A unit that is resolved, with how often articles have it.
struct CountedMention: Sendable {
    let who: ResolvedMention
    let tally: MentionTally
}

extension Sequence<CountedMention> {
    /// The value that most mentions have, of equally common ones the first in the order of letters; nil where none has one.
    func commonest(_ value: (ResolvedMention) -> String?) -> String? {
        counts(value).max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// How many mentions have each value that there is.
    func counts(_ value: (ResolvedMention) -> String?) -> [String: Int] {
        var counts: [String: Int] = [:]
        for mention in self { if let value = value(mention.who) { counts[value, default: 0] += mention.tally.count } }
        return counts
    }
}
