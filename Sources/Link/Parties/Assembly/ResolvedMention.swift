import DemarcheRecords

/// Somebody whom one article mentions, resolved.
struct ResolvedMention: Sendable {
    /// The same for all mentions of one party, before the user's edits.
    var key: String
    /// As the article names them; an alias of the party.
    let name: String
    let folded: String
    /// The party's own name, where it does not follow from those of the articles.
    var fixedName: String?
    var kind: Speaker.Kind?
    var country: String?
    var sector: String?
    var office: Office?
    /// The state for which they speak.
    var state: String?
    var why: String?
    /// The words for the office by whose holder the mention was resolved.
    var unnamedAs: String?
    var day: String?
    var places: [MentionPlace] = []

    struct Office: Sendable {
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

    static func stateKey(_ code: String) -> String { "state:\(code)" }
}
