import DemarcheRecords

/// A construction that ties a consequence to a condition: a file each, whose comment is its manual page.
protocol WarningConstruction: Sendable {
    static var name: String { get }
    /// What stands at `index`, which is the word that marks the construction; empty when it is not there.
    func drafts(at index: Int, in clauses: Clauses) -> [WarningDraft]
}

/// A warning as tokens of one block, before its issuer is known.
struct WarningDraft: Sendable {
    /// Words with the head that names what is done in them.
    struct Part: Sendable {
        var words: Range<Int>
        var head: Int
        /// The head of the words for whoever does it, which may stand outside of `words`.
        var agent: Int?
        /// The block, where it is another than that of the consequence.
        var block: Int?
    }

    var rule: String
    var trigger: Part
    var consequence: Part
    var force: ForceReading
    /// Whoever issues it as the construction itself says: the subject of *threatens to*, *gives them a week to*.
    var issuer: Int?
    /// Whether the consequence is a penalty for whoever does not comply.
    var isPenalty = false
    /// Whether the trigger brings the consequence about by itself.
    var isCausal = false
    /// Whether the trigger is what must *not* fail to happen: *do it or*, *unless*, *until*.
    var isDemand = false
}
